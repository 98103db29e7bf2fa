"""A small plan without findings, for the manuals and tests of rules.

Two zones in a square district: the manuals of the rules and their tests change a row or two of it and print the
findings. It serves for new rules too.
"""

from __future__ import annotations

import csv
import io
import json
import tempfile
from pathlib import Path

from yzgeo.checks import run
from yzgeo.core.atomic_write import json_text
from yzgeo.ledger import ledger
from yzgeo.plan import tables
from yzgeo.plan.load import load
from yzgeo.plan.template import create
from yzgeo.spatial.crs import CGCS2000

TABLES = {
    "clauses": """
        clause,      label_en,       heading, text
        一,          Chapter 1,      甲章,    "北区可利用面积4平方公里，南区可利用面积6平方公里；2026年产值50亿元，其中镇产值25亿元，占50%；企业6家。"
        二,          Chapter 2,      乙章,    "每区不超过2个主导产业，容积率不低于2.0；设备占比由10%升至20%，年均增长20%（全市3%）；2030年企业70家，全市80家；盘活低效用地30亩。"
        三,          Chapter 3,      丙章,    "两大主导产业：钢铁、纺织。各区见表1，项目见附件1。"
        四,          Chapter 4,      丁章,    "2026年，全区生产总值200亿元，常住人口10万人，人均生产总值20万元；钢铁产值30亿元，占全区工业总产值的60%，纺织产值20亿元，占全区工业总产值的40%；省级以上示范工厂5家，国家级示范工厂2家。到2030年，全区生产总值达到292.8亿元，年均增长10%。"
        十一,        "Chapter 11",   庚章,    "产业用地10平方公里（15000亩），其中东片4平方公里、西片6平方公里；五年盘活土地50亩，年均10亩；绿化率由30%提高到40%，提高10个百分点。"
        十二,        "Chapter 12",   辛章,    "东片工业用地100公顷。"
        十三,        "Chapter 13",   壬章,    "——船舶配套产业。到2030年船舶配套产业产值达到70亿元。"
        表1,         Table 1,        片区表,  "表1 各区产业与园区"
        表,          Table,          片区表,  "北区 ｜ 钢铁、纺织 ｜ 磨坊园；南区 ｜ 纺织"
        表二,        "Table 2",      企业表,  "分区 ｜ 企业（家）"
        表二 第1行,  "Table 2, row 1", 企业表, "北 ｜ 3"
        表二 第2行,  "Table 2, row 2", 企业表, "南 ｜ 4"
        表二 第3行,  "Table 2, row 3", 企业表, "合计 ｜ 7"
        表四,        "Table 4",      用地表,  "分片 ｜ 总面积（公顷） ｜ 工业用地（公顷） ｜ 其他用地（公顷）"
        表四 第1行,  "Table 4, row 1", 用地表, "东片 ｜ 400 ｜ 100 ｜ 300"
        表四 第2行,  "Table 4, row 2", 用地表, "西片 ｜ 600 ｜ 250 ｜ 350"
        表四 第3行,  "Table 4, row 3", 用地表, "中片 ｜ 500 ｜ 120 ｜ 380"
        表四 第4行,  "Table 4, row 4", 用地表, "外片 ｜ 700 ｜ 260 ｜ 440"
        附件1,       Annex 1,        附件,    "附件1 工业投资项目"
        附件 第1行,  "Annex, row 1", 附件,    "1 ｜ 年产5万吨钢材项目 ｜ 用地15亩，总建筑面积20000平方米，地上18000平方米、地下2000平方米，年产5万吨钢材。"
        附件 第2行,  "Annex, row 2", 附件,    "2 ｜ 纺织车间项目 ｜ 用地18亩，建筑面积25000平方米"
        附件 第3行,  "Annex, row 3", 附件,    "3 ｜ 纱线项目 ｜ 用地12亩，建筑面积17000平方米"
        附件 第4行,  "Annex, row 4", 附件,    "4 ｜ 轧钢项目 ｜ 用地20亩，建筑面积30000平方米"
        附件 第5行,  "Annex, row 5", 附件,    "5 ｜ 织布项目 ｜ 用地16亩，建筑面积22000平方米"
        """,
    "zones": """
        zone_id, name, name_table, name_en, kind,          area, area_unit, area_kind, positioning, positioning_table, source, source_table
        north,   北区, 北区,       North,   core,          4,    平方公里,  可利用,    钢铁基地,    钢铁基地,          一,     表
        south,   南区, 南区,       South,   agglomeration, 6,    平方公里,  可利用,    纺织基地,    纺织基地,          一,     表
        """,
    "places": """
        place_id, name, name_en, kind, lon,   lat,   uncertainty_m, source
        hill,     山镇, Hill,    town, 121.6, 29.61, 500,           地图
        lake,     湖镇, Lake,    town, 121.6, 29.58, 800,           地图
        """,
    "zone_places": """
        zone_id, place_id, words, stand_in, source
        north,   hill,     山镇,  false,    一
        south,   lake,     湖镇,  false,    一
        """,
    "parks": """
        park_id, name,   place_id, place_basis, source
        mill,    磨坊园, hill,     named,       一
        """,
    "zone_parks": """
        zone_id, park_id, listed_in, seq, source
        north,   mill,    text,      1,   一
        north,   mill,    table,     1,   表
        """,
    "clusters": """
        cluster_id, name, name_en, source
        steel,      钢铁, Steel,   一
        cloth,      纺织, Cloth,   一
        """,
    "cluster_years": """
        cluster_id, year, output, growth, city_output, city_share, source
        steel,      2018, 100,    ,       ,            ,           一
        steel,      2020, 121,    10,     ,            ,           一
        steel,      2025, 200,    ,       1000,        20,         一
        cloth,      2018, 50,     ,       ,            ,           一
        cloth,      2020, 60,     9.5,    ,            ,           一
        cloth,      2025, 90,     ,       1000,        9,          一
        """,
    "industries": """
        industry_id, name, name_en, cluster_id, source
        steel,       钢铁, Steel,   steel,      一
        cloth,       纺织, Cloth,   cloth,      一
        paper,       造纸, Paper,   ,           一
        """,
    "zone_industries": """
        zone_id, industry_id, listed_in, role,     seq, source
        north,   steel,       text,      主导产业, 1,   一
        north,   cloth,       text,      主导产业, 2,   一
        south,   cloth,       text,      主导产业, 1,   一
        north,   steel,       table,     主导产业, 1,   表
        north,   cloth,       table,     主导产业, 2,   表
        south,   cloth,       table,     主导产业, 1,   表
        south,   cloth,       prose,     重点发展, 1,   一
        """,
    "projects": """
        project_id, list,    seq, name,              owner,  content,                                                                             investment, investment_unit, years, industry, new_land, new_land_unit, site_area, site_area_unit, floor_area, floor_area_unit, floor_area_words, works,     source
        p1,         planned, 1,   年产5万吨钢材项目, 甲公司, "用地15亩，总建筑面积20000平方米，地上18000平方米、地下2000平方米，年产5万吨钢材。", 1.5,        亿元,            2,     钢铁,     ,         亩,            15,        亩,             20000,      平方米,          建筑面积,         new_build, 附件 第1行
        p2,         planned, 2,   纺织车间项目,      乙公司, ,                                                                                    1.9,        亿元,            2,     纺织,     18,       亩,            18,        亩,             25000,      平方米,          建筑面积,         new_build, 附件 第2行
        p3,         planned, 3,   纱线项目,          丙公司, ,                                                                                    1.1,        亿元,            1,     纺织,     ,         亩,            12,        亩,             17000,      平方米,          建筑面积,         new_build, 附件 第3行
        p4,         planned, 4,   轧钢项目,          丁公司, ,                                                                                    2.2,        亿元,            3,     钢铁,     ,         亩,            20,        亩,             30000,      平方米,          建筑面积,         new_build, 附件 第4行
        p5,         planned, 5,   织布项目,          戊公司, ,                                                                                    1.5,        亿元,            2,     纺织,     ,         亩,            16,        亩,             22000,      平方米,          建筑面积,         new_build, 附件 第5行
        """,
    "project_locations": """
        project_id, place_id, evidence,  source
        p1,         hill,     plan_text, 附件 第1行
        p2,         lake,     plan_text, 附件 第2行
        p3,         lake,     plan_text, 附件 第3行
        p4,         hill,     plan_text, 附件 第4行
        p5,         hill,     plan_text, 附件 第5行
        """,
    "measures": """
        measure_id,             name,       name_en,                unit
        leading-industries-max, 主导产业上限, Leading industries,   个
        floor-area-ratio,       容积率,     Floor area ratio,
        output,                 产值,       Output,                 亿元
        output-share,           产值占比,   Share of output,        %
        firms,                  企业数,     Firms,                  家
        tier,                   分级企业数, Firms in a tier,        家
        capacity,               年产能力,   Yearly capacity,
        machine-share,          设备产值占比, Share of machines,    %
        machines,               设备产值增速, Growth of machines,   %
        plant-area,             厂房面积,   Plant floor area,       平方米
        investment,             投资,       Investment,             万元
        low-efficiency-land,    盘活低效用地, Land recovered,       亩
        """,
    "measure_relations": """
        relation_id, kind,  whole_measure, whole_scope, part_measure, part_scope, share_measure, year, source
        tiers,       sum,   firms,         district,    tier,         tier:*,     ,              2026, 一
        town,        share, output,        district,    output,       town,       output-share,  2026, 一
        machines,    growth_of_share, output, district, machines,     district,   machine-share, 2030, 二
        """,
    "figures": """
        figure_id,    measure_id,   scope,      item, year, value, unit, qualifier, stated_in, source
        output,       output,       district,   ,     2026, 50,    亿元, ,          ,          一
        output-again, output,       district,   ,     2026, 40,    亿元, 超过,      ,          二
        output-town,  output,       town,       ,     2026, 25,    亿元, ,          ,          一
        share-town,   output-share, town,       ,     2026, 50,    %,    ,          ,          一
        firms,        firms,        district,   ,     2026, 6,     家,   ,          ,          一
        tier-1,       tier,         tier:1,     ,     2026, 1,     家,   ,          ,          一
        tier-2,       tier,         tier:2,     ,     2026, 2,     家,   ,          ,          一
        tier-3,       tier,         tier:3,     ,     2026, 3,     家,   ,          ,          一
        p1-title,     capacity,     project:p1, 钢材, ,     5,     万吨, ,          title,     附件 第1行
        p1-content,   capacity,     project:p1, 钢材, ,     5,     万吨, ,          content,   附件 第1行
        """,
    "enumerations": """
        enumeration_id, name,     name_en,        statement, complete, seq, item, source
        key-industries, 重点产业, Key industries, text,      true,     1,   钢铁, 一
        key-industries, 重点产业, Key industries, text,      true,     2,   纺织, 一
        key-industries, 重点产业, Key industries, again,     false,    1,   纺织服装, 二
        """,
    "targets": """
        target_id,              measure_id,             scope,    name,     direction, base_year, base, target_year, target, city_target, source
        leading-industries-max, leading-industries-max, zone,     主导产业, at_most,   ,          ,     ,            2,      ,            二
        floor-area-ratio,       floor-area-ratio,       project,  容积率,   at_least,  ,          ,     ,            2,      ,            二
        machine-share,          machine-share,          district, 占比,     at_least,  2026,      10,   2030,        20,     ,            二
        growth,                 machines,               district, 增速,     at_least,  ,          ,     2030,        20,     3,           二
        firms,                  firms,                  district, 企业数,   at_least,  ,          ,     2030,        70,     80,          二
        low-efficiency-land,    low-efficiency-land,    district, 盘活用地, at_least,  ,          ,     2030,        30,     ,            二
        """,
    "actuals": """
        target_id,     year, value, source
        machine-share, 2028, 15,    年报
        firms,         2028, 50,    年报
        """,
}
PARCELS = """
    parcel_id, status,     recovered_on, measure, area_mu, block_class, town, land_use_code, unit_code,                    wkt
    A,         recovered,  2027-03-01,   腾出,    16.11,   清理退出,    山镇, 0601,          330212001001GB00001W00000000, "POLYGON ((121.595 29.605, 121.596 29.605, 121.596 29.606, 121.595 29.606, 121.595 29.605))"
    B,         recovered,  2028-06-30,   盘活,    16.11,   改造提升,    山镇, 0601,          330212001001GB00002F00010001, "POLYGON ((121.598 29.605, 121.599 29.605, 121.599 29.606, 121.598 29.606, 121.598 29.605))"
    C,         under_way,  ,             盘活,    ,        改造提升,    山镇, 100101,        ,                             "POLYGON ((121.601 29.605, 121.602 29.605, 121.602 29.606, 121.601 29.606, 121.601 29.605))"
    D,         identified, ,             ,        ,        ,            山镇, ,              ,                             "POLYGON ((121.602 29.605, 121.603 29.605, 121.603 29.606, 121.602 29.606, 121.602 29.605))"
    """
"""The ledger of the plan folder, its shapes as WKT: two parcels recovered, two side by side that are not."""
CONSTRAINTS = """
    constraint_id, kind,            effect,    wkt
    blue,          urban-blue-line, forbids,   "POLYGON ((121.68 29.68, 121.69 29.68, 121.69 29.69, 121.68 29.69, 121.68 29.68))"
    whole,         规划范围,        must_hold, "POLYGON ((121.4 29.4, 121.8 29.4, 121.8 29.8, 121.4 29.8, 121.4 29.4))"
    """
"""The constraints of the plan folder: a line of water far from everything, and a boundary beyond the district."""
DISTRICT = (121.5, 29.5, 121.7, 29.7)
OUTLINES = {"north": (121.59, 29.6, 121.61, 29.61864), "south": (121.59, 29.572055, 121.61, 29.6)}
"""Official outlines: west, south, east, north. They share a border and have the areas that the text states."""
SOURCE = "一"
"""The clause of a row without a source of its own."""


def print_findings(rule: str, **changes: str) -> None:
    """Print the findings and gaps of one rule in the example plan with some rows changed.

    Parameters
    ----------
    rule
        Its name.
    changes
        By table, rows as CSV with a header: a row replaces the cells of the one with the same key, or is
        added; an empty text empties the table. `outlines` gives zones other official outlines, a row each
        of `zone_id` and `wkt`; `parcels` does the same to the ledger; so do `constraints`, rows of
        `constraint_id, kind, effect, wkt`; `particulars` names those to leave out.

    >>> print_findings("zone-area", zones='''
    ... zone_id, area
    ... north,   5''')
    error zone:north: North: drawn 4.00 km², the plan says 5 km², -19.9%.
    >>> print_findings("zone-area")
    nothing found
    """
    with tempfile.TemporaryDirectory() as folder:
        outcome = run.run(load(make(Path(folder) / "example", **changes)), select=[rule])
    for finding in outcome.findings:
        print(f"{finding.severity} {finding.subject}: {finding.message.en}")
    for gap in outcome.gaps:
        print(f"gap {gap.subject}: {gap.message.en}")
    if not outcome.findings and not outcome.gaps:
        print("nothing found")


def make(folder: Path, **changes: str) -> Path:
    """Write the example plan into a new folder, with `changes` as in `print_findings`."""
    create(folder)
    package = tables.descriptor(folder)
    package |= {"title": "示例规划", "title_en": "Example plan"}
    package["plan"] |= {"authority": "示例区政府", "district": "示例区", "issued": "2026-01-01", "period": [2026, 2030]}
    for key in changes.pop("particulars", "").split():
        del package["plan"][key]
    (folder / "datapackage.json").write_text(json.dumps(package, ensure_ascii=False), "utf-8")
    outlines = {zone_id: _box_wkt(*box) for zone_id, box in OUTLINES.items()}
    outlines |= {row["zone_id"]: row["wkt"] for row in _rows(changes.pop("outlines", ""))}
    (folder / "zones.geojson").write_text(_outlines(outlines), "utf-8")
    (folder / "district.geojson").write_text(_district(), "utf-8")
    _write_constraints(folder, _rows(changes.pop("constraints")) if "constraints" in changes else None)
    _write_parcels(folder, _rows(changes.pop("parcels")) if "parcels" in changes else None)
    for name, schema in tables.table_schemas().items():
        rows = apply_changes(_rows(TABLES.get(name, "")), _rows(changes[name]) if name in changes else None, schema)
        (folder / f"{name}.csv").write_text(
            _csv([field["name"] for field in schema["fields"]], rows), "utf-8", newline=""
        )
    return folder


Row = dict[str, str]


def apply_changes(rows: list[Row], changes: list[Row] | None, schema: tables.Descriptor) -> list[Row]:
    """Rows with the changes applied by the table's key; no rows when `changes` is empty."""
    if changes is None:
        return rows
    if not changes:
        return []
    key = schema.get("primaryKey") or [field["name"] for field in schema["fields"]]
    rows_by_key = {tuple(row.get(column, "") for column in key): row for row in rows}
    fields = {field["name"] for field in schema["fields"]}
    for change in changes:
        row_key = tuple(change.get(column, "") for column in key)
        new = {"source": SOURCE} if "source" in fields else {}
        rows_by_key[row_key] = {**rows_by_key.get(row_key, new), **change}
    return list(rows_by_key.values())


def _rows(text: str) -> list[Row]:
    """Rows of a CSV text whose cells may be padded with blanks."""
    lines = [line.strip() for line in text.strip().splitlines()]
    parsed = csv.reader(lines, skipinitialspace=True, strict=True)
    rows = [[cell.strip() for cell in row] for row in parsed]
    return [dict(zip(rows[0], row, strict=True)) for row in rows[1:]] if rows else []


def _csv(header: list[str], rows: list[Row]) -> str:
    stream = io.StringIO(newline="")
    writer = csv.DictWriter(stream, header, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return stream.getvalue()


def _box_wkt(west: float, south: float, east: float, north: float) -> str:
    import shapely

    return shapely.box(west, south, east, north).wkt


def _write_parcels(folder: Path, changes: list[Row] | None) -> None:
    """Write the ledger with typed columns; no file when it has no rows."""
    import geopandas as gpd
    import pandas as pd

    schema = {"primaryKey": ["parcel_id"], "fields": []}
    rows = apply_changes(_rows(PARCELS), changes, schema)
    if not rows:
        return
    cells = pd.DataFrame(rows, dtype="str").replace("", None)
    shapes = gpd.GeoSeries.from_wkt(cells.pop("wkt"), crs=CGCS2000)
    columns = {name: cells[name].astype(kind) for name, kind in ledger.COLUMNS.items() if name in cells}
    gpd.GeoDataFrame(columns, geometry=shapes).to_parquet(folder / ledger.LEDGER_FILE)


def _write_constraints(folder: Path, changes: list[Row] | None) -> None:
    """Write the constraints; no file where there are no rows."""
    import geopandas as gpd

    from yzgeo.plan import constraints

    rows = apply_changes(_rows(CONSTRAINTS), changes, {"primaryKey": ["constraint_id"], "fields": []})
    if not rows:
        return
    columns = {
        name: [row.get(name) or ("示例" if name == "source" else None) for row in rows] for name in constraints.COLUMNS
    }
    frame = gpd.GeoDataFrame(columns, geometry=gpd.GeoSeries.from_wkt([row["wkt"] for row in rows], crs=CGCS2000))
    (folder / constraints.CONSTRAINTS_FILE).write_text(constraints.text(frame), "utf-8")


def _outlines(wkt_of_zone: dict[str, str]) -> str:
    import shapely

    features = [
        {
            "type": "Feature",
            "properties": {"zone_id": zone_id, "outline_basis": "official"},
            "geometry": shapely.geometry.mapping(shapely.from_wkt(wkt)),
        }
        for zone_id, wkt in wkt_of_zone.items()
        if wkt
    ]
    return json_text({"type": "FeatureCollection", "features": features})


def _district() -> str:
    import shapely

    square = shapely.geometry.mapping(shapely.box(*DISTRICT))
    feature = {"type": "Feature", "properties": {"source": "示例"}, "geometry": square}
    return json_text({"type": "FeatureCollection", "features": [feature]})
