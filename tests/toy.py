"""A toy plan whose answers are obvious: two square zones in a square district."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

from yzgeo.plan.template import create

Row = dict[str, Any]

DISTRICT = [[121.5, 29.5], [121.7, 29.5], [121.7, 29.7], [121.5, 29.7], [121.5, 29.5]]
CLAUSES = [
    {
        "clause": "一",
        "label_en": "Chapter 1",
        "heading": "甲章",
        "text": "北区可利用面积4平方公里；南区可利用面积6平方公里。",
    },
    {"clause": "二", "label_en": "Chapter 2", "heading": "乙章", "text": "每区不超过2个主导产业。"},
    {
        "clause": "附件 第1行",
        "label_en": "Annex, row 1",
        "heading": "附件",
        "text": "1 ｜ 甲厂 ｜ 用地15亩，建筑面积20000平方米",
    },
]
TABLES: dict[str, list[Row]] = {
    "clauses": CLAUSES,
    "zones": [
        {"zone_id": "north", "name": "北区", "name_en": "North", "kind": "core", "area": 4, "area_unit": "平方公里", "area_kind": "可利用", "source": "一"},
        {"zone_id": "south", "name": "南区", "name_en": "South", "kind": "agglomeration", "area": 6, "area_unit": "平方公里", "area_kind": "可利用", "source": "一"},
    ],
    "places": [
        {"place_id": "hill", "name": "山镇", "name_en": "Hill", "kind": "town", "lon": 121.6, "lat": 29.65, "uncertainty_m": 500, "source": "地图"},
        {"place_id": "lake", "name": "湖镇", "name_en": "Lake", "kind": "town", "lon": 121.6, "lat": 29.55, "uncertainty_m": 800, "source": "地图"},
    ],
    "zone_places": [
        {"zone_id": "north", "place_id": "hill", "words": "山镇", "stand_in": "false", "source": "一"},
        {"zone_id": "south", "place_id": "lake", "words": "湖镇", "stand_in": "false", "source": "一"},
    ],
    "parks": [{"park_id": "mill", "name": "磨坊园", "place_id": "hill", "place_basis": "named", "source": "一"}],
    "zone_parks": [{"zone_id": "north", "park_id": "mill", "listed_in": "text", "seq": 1, "source": "一"}],
    "industries": [
        {"industry_id": "steel", "name": "钢铁", "name_en": "Steel", "source": "一"},
        {"industry_id": "cloth", "name": "纺织", "name_en": "Cloth", "source": "一"},
    ],
    "zone_industries": [
        {"zone_id": "north", "industry_id": "steel", "listed_in": "text", "role": "主导产业", "seq": 1, "source": "一"},
        {"zone_id": "north", "industry_id": "cloth", "listed_in": "text", "role": "主导产业", "seq": 2, "source": "一"},
        {"zone_id": "south", "industry_id": "cloth", "listed_in": "text", "role": "主导产业", "seq": 1, "source": "一"},
    ],
    "projects": [
        {
            "project_id": "p1", "list": "planned", "seq": 1, "name": "甲厂", "owner": "甲公司", "investment": 2.5, "investment_unit": "亿元", "years": 2,
            "industry": "钢铁", "site_area": 15, "site_area_unit": "亩", "floor_area": 20000, "floor_area_unit": "平方米",
            "floor_area_words": "建筑面积", "works": "new_build", "source": "附件 第1行",
        }
    ],
    "project_locations": [{"project_id": "p1", "place_id": "hill", "evidence": "plan_text", "source": "附件 第1行"}],
    "measures": [
        {"measure_id": "leading-industries-max", "name": "主导产业上限", "name_en": "Leading industries", "unit": "个"},
        {"measure_id": "floor-area-ratio", "name": "容积率", "name_en": "Floor area ratio"},
    ],
    "targets": [
        {"target_id": "leading-industries-max", "measure_id": "leading-industries-max", "scope": "zone", "name": "主导产业", "direction": "at_most", "target": 2, "source": "二"},
        {"target_id": "floor-area-ratio", "measure_id": "floor-area-ratio", "scope": "project", "name": "容积率", "direction": "at_least", "target": 2, "source": "二"},
    ],
}  # fmt: skip

MONEY: dict[str, list[Row]] = {
    "projects": [
        *TABLES["projects"],
        {"project_id": "wide", "list": "planned", "seq": 2, "name": "两地厂", "investment": 5, "investment_to": 6, "investment_unit": "亿元",
         "investment_qualifier": "约", "site_area": 100, "site_area_unit": "亩", "site_area_qualifier": "约", "source": "附件 第1行"},
        {"project_id": "dollar", "list": "planned", "seq": 3, "name": "美元厂", "investment": 5000, "investment_unit": "万美元", "source": "附件 第1行"},
        {"project_id": "silent", "list": "planned", "seq": 4, "name": "无言厂", "source": "附件 第1行"},
    ],
    "project_locations": [
        *TABLES["project_locations"],
        {"project_id": "wide", "place_id": "hill", "evidence": "plan_text", "source": "附件 第1行"},
        {"project_id": "wide", "place_id": "lake", "evidence": "plan_text", "source": "附件 第1行"},
        {"project_id": "dollar", "place_id": "lake", "evidence": "plan_text", "source": "附件 第1行"},
    ],
}  # fmt: skip
"""Projects without owners: one in both zones with a range of money, one in foreign money, one that states nothing."""


def make(folder: Path, **changes: list[Row]) -> Path:
    """A plan folder made with `yzgeo new` and filled in; `changes` replaces whole tables."""
    create(folder)
    package = json.loads((folder / "datapackage.json").read_text("utf-8"))
    package |= {"title": "玩具规划", "title_en": "Toy plan"}
    package["plan"] |= {"authority": "玩具区政府", "district": "玩具区", "issued": "2026-01-01", "period": [2026, 2030]}
    (folder / "datapackage.json").write_text(json.dumps(package, ensure_ascii=False), "utf-8")
    for name, rows in {**TABLES, **changes}.items():
        fill(folder, name, rows)
    outline = {
        "type": "Feature",
        "properties": {"source": "手绘"},
        "geometry": {"type": "Polygon", "coordinates": [DISTRICT]},
    }
    collection = {"type": "FeatureCollection", "features": [outline]}
    (folder / "district.geojson").write_text(json.dumps(collection, ensure_ascii=False), "utf-8")
    return folder


def fill(folder: Path, name: str, rows: list[Row]) -> None:
    """Write the rows of one table under the header that stands there."""
    file = folder / f"{name}.csv"
    header = next(csv.reader([file.read_text("utf-8").splitlines()[0]]))
    with file.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, header)
        writer.writeheader()
        writer.writerows(rows)


def official(folder: Path, **squares: tuple[float, float, float, float]) -> None:
    """Give zones official outlines: boxes of west, south, east, north."""
    features = [
        {
            "type": "Feature",
            "properties": {"zone_id": zone_id, "outline_basis": "official"},
            "geometry": {"type": "Polygon", "coordinates": [[[w, s], [e, s], [e, n], [w, n], [w, s]]]},
        }
        for zone_id, (w, s, e, n) in squares.items()
    ]
    (folder / "zones.geojson").write_text(json.dumps({"type": "FeatureCollection", "features": features}), "utf-8")
