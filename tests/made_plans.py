"""Plans of many sizes and states, made up: what pages, reports and workbooks must hold for.

Zones are official outlines side by side in an oblong district, with names of 4 to 14 characters as real ones have, some
alike in their endings. Each has a town, so that parks and projects have a place.
"""

from __future__ import annotations

import json
import random
from pathlib import Path
from typing import Any, NamedTuple

from toy import Row, fill

from yzgeo.plan.template import create

WEST, SOUTH, SIDE = 120.4, 31.3, 0.03
PROPER = (
    "北桥", "黄桥", "望亭", "渭塘", "阳澄湖", "太平", "元和", "黄埭", "东桥", "漕湖", "蠡口", "陆慕", "湘城", "沺泾", "高铁新城",
    "石佛", "消泾", "西塘", "永昌", "胡湾", "白荡", "盛泽", "七都", "震泽", "平望", "桃源", "汾湖", "同里", "松陵", "横扇",
)  # fmt: skip
ENDINGS = (
    ("经济技术开发区核心区", "core"),
    ("先进制造业产业集聚区", "agglomeration"),
    ("产业集聚区", "agglomeration"),
    ("工业园", "特色产业园"),
    ("片区", "特色产业园"),
    ("现代服务业与智能制造融合带", "产业带"),
)
INDUSTRIES = (
    "智能家电", "汽车零部件", "高端装备", "新一代信息技术", "生物医药与高性能医疗器械", "新材料", "节能环保", "纺织服装",
    "电子信息", "新能源", "关键基础件", "工业互联网", "集成电路", "航空航天", "现代物流", "数字创意",
)  # fmt: skip
LAND = {"site_area": 20, "site_area_unit": "亩", "floor_area": 8000, "floor_area_unit": "平方米"}
"""0.6 of the land, with no words on what is printed."""


class Made(NamedTuple):
    """What a made plan has."""

    zones: int = 6
    projects: int = 0
    areas: bool = True
    english: bool = True
    parks: bool = True
    kinds: bool = True
    nested: bool = False
    """Every third zone lies in the one before it."""
    industries: int = 3
    outlines: bool = True
    investments: bool = True
    """False: no project states one; else one in seven states none."""
    owners: bool = True
    """False: projects have no owner, list and class."""


SIZES = {
    "one zone": Made(zones=1, projects=2),
    "thirteen zones without areas": Made(zones=13, areas=False, parks=False),
    "many industries without English": Made(zones=25, projects=30, english=False, industries=12, nested=True),
    "sixty zones, 500 projects": Made(zones=60, projects=500),
    "no outlines": Made(zones=3, projects=3, outlines=False, areas=False, investments=False, kinds=False, owners=False),
    "zones alone": Made(zones=4, areas=False, english=False, parks=False, industries=0, outlines=False, kinds=False),
    "projects alone": Made(zones=0, projects=8, parks=False, industries=0),
    "nothing": Made(zones=0, parks=False, industries=0),
}


def make(folder: Path, made: Made) -> Path:
    """Write a plan folder."""
    create(folder)
    package = json.loads((folder / "datapackage.json").read_text("utf-8"))
    package["title"] = "示例区工业发展“十五五”规划"
    if made.english:
        package["title_en"] = "Example district industrial plan"
    (folder / "datapackage.json").write_text(json.dumps(package, ensure_ascii=False), "utf-8")
    boxes = [_box(number, made) for number in range(made.zones)]
    for name, rows in _tables(made, boxes).items():
        fill(folder, name, rows)
    if made == SIZES["nothing"]:
        return folder
    outlines = [({"zone_id": f"z{number}", "outline_basis": "official"}, box) for number, box in enumerate(boxes)]
    columns, lines = _grid(made.zones)
    whole = (WEST - SIDE, SOUTH - SIDE, WEST + (columns + 1) * SIDE, SOUTH + (lines + 1) * SIDE)
    (folder / "zones.geojson").write_text(_collection(outlines if made.outlines else []), "utf-8")
    (folder / "district.geojson").write_text(_collection([({"source": "示例"}, whole)]), "utf-8")
    return folder


def _grid(zones: int) -> tuple[int, int]:
    """Columns and lines of the zones."""
    columns = max(1, round((1.6 * zones) ** 0.5))
    return columns, max(1, -(-zones // columns))


def _box(number: int, made: Made) -> tuple[float, float, float, float]:
    """West, south, east, north of a zone; a nested one lies in the one before."""
    columns, _ = _grid(made.zones)
    if made.nested and number % 3 == 2:
        west, south, east, north = _box(number - 1, made)
        return (west + SIDE / 10, south + SIDE / 10, (west + east) / 2, (south + north) / 2)
    west, south = WEST + number % columns * SIDE, SOUTH + number // columns * SIDE
    reach = SIDE * (0.95 - 0.07 * (number % 5))
    return (west, south, west + reach, south + reach * 0.8)


def zone_name(number: int) -> str:
    """A name as real zones have."""
    return PROPER[number % len(PROPER)] + ("北部" if number >= len(PROPER) else "") + ENDINGS[number % len(ENDINGS)][0]


def _tables(made: Made, boxes: list[tuple[float, float, float, float]]) -> dict[str, list[Row]]:
    chance = random.Random(1)  # noqa: S311  the same plan every time
    clause = {"clause": "一", "heading": "总则", "text": "本规划为示例。"}
    tables: dict[str, list[Row]] = {"clauses": [clause | ({"label_en": "Chapter 1"} if made.english else {})]}
    english: Any = (lambda words: {"name_en": words}) if made.english else (lambda words: {})

    def add(table: str, **row: Any) -> None:
        tables.setdefault(table, []).append({**row, "source": "一"})

    for number in range(made.industries + 1 if made.industries else 0):
        add("industries", industry_id=f"i{number}", name=INDUSTRIES[number], **english(f"Industry {number}"))
    for number, (west, south, east, north) in enumerate(boxes):
        zone_id = f"z{number}"
        area = {"area": round(20 - number % 9 * 1.7, 2), "area_unit": "平方公里", "area_kind": "可利用"}
        parent = {"parent_zone_id": f"z{number - 1}"} if made.nested and number % 3 == 2 else {}
        kind = {"kind": ENDINGS[number % len(ENDINGS)][1]} if made.kinds else {}
        name = zone_name(number)
        add("zones", zone_id=zone_id, name=name, **english(f"Zone {number} of the plan"), **kind, **parent,
            **(area if made.areas else {}))  # fmt: skip
        place = {"lon": round((west + east) / 2, 5), "lat": round((south + north) / 2, 5), "uncertainty_m": 500}
        town = PROPER[number % len(PROPER)] + ("东镇" if number >= len(PROPER) else "镇")
        add("places", place_id=zone_id, name=town, **english(f"Town {number}"), kind="town", **place)
        if made.outlines:
            add("zone_places", zone_id=zone_id, place_id=zone_id, words=town, stand_in="false")
        for listed in ("text", "table"):
            for seq in range(made.industries):
                industry = (number + seq * (1 if listed == "text" else 2)) % (made.industries + 1)
                row = {"zone_id": zone_id, "industry_id": f"i{industry}", "listed_in": listed, "role": "主导产业"}
                if not any(row.items() <= one.items() for one in tables.get("zone_industries", [])):
                    add("zone_industries", **row, seq=seq + 1)
        if made.parks:
            park = f"{PROPER[number % len(PROPER)]}智能制造产业园{'二期' if number >= len(PROPER) else ''}"
            add(
                "parks",
                park_id=f"k{number}",
                name=park,
                place_id=zone_id,
                place_basis="named",
                **english(f"Park {number}"),
            )
            add("zone_parks", zone_id=zone_id, park_id=f"k{number}", listed_in="text", seq=1)
    for number in range(made.projects):
        money = {"investment": round(chance.uniform(0.1, 30), 2), "investment_unit": "亿元"}
        known = made.investments and number % 7 != 3
        industry = INDUSTRIES[number % 9]
        owner = f"{PROPER[number % len(PROPER)]}{industry}有限公司"
        known_of = {"list": "planned", "owner": owner, "industry": industry} if made.owners else {}
        add("projects", project_id=f"p{number}", seq=number + 1, name=f"年产{number + 1}万套{industry}项目", **known_of,
            **(money if known else {}), **LAND)  # fmt: skip
        if made.zones and number % 5:
            add("project_locations", project_id=f"p{number}", place_id=f"z{number % made.zones}", evidence="plan_text")
    if made.projects:
        measure = {"measure_id": "floor-area-ratio", "name": "容积率"} | english("Floor area ratio")
        tables["measures"] = [measure]
        add("targets", target_id="far", measure_id="floor-area-ratio", scope="project", name="新建项目容积率",
            direction="at_least", target=2)  # fmt: skip
    return tables


def _collection(shapes: list[tuple[Row, tuple[float, float, float, float]]]) -> str:
    features = [
        {
            "type": "Feature",
            "properties": properties,
            "geometry": {"type": "Polygon", "coordinates": [[[w, s], [e, s], [e, n], [w, n], [w, s]]]},
        }
        for properties, (w, s, e, n) in shapes
    ]
    return json.dumps({"type": "FeatureCollection", "features": features}, ensure_ascii=False)
