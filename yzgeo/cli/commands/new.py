"""The command `new`: a plan folder to fill in."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from yzgeo.cli.options import lang_option, say
from yzgeo.core.errors import InputError, Parameter
from yzgeo.core.i18n import Lang, Text

if TYPE_CHECKING:
    from yzgeo.plan.counties import County
    from yzgeo.plan.ground import Ground

TEXTS = ("authority", "issued")
"""Particulars that stand in `datapackage.json` as they are given."""


@click.command("new")
@click.argument("folder", type=click.Path(path_type=Path), metavar="DIR")
@click.option("--like", metavar="DIR|NAME", help="Copy this plan instead of an empty one. 复制这个规划，而不是空的。")
@click.option(
    "--district",
    metavar="CODE|NAME",
    help="County or city of the plan, by its six-digit code or name: its outline and known towns. 规划所在的县区或市。",
)
@click.option("--title", metavar="TEXT", help="Title of the plan. 规划名称。")
@click.option("--authority", metavar="TEXT", help="Who issued the plan. 发布机关。")
@click.option(
    "--issued", metavar="DATE", help="Day of issue, as in 2026-01-05, 2026-01 or 2026. 印发日期，也可只有年月或年。"
)
@click.option("--period", metavar="YEAR-YEAR", help="First and last year of the plan, as in 2026-2030. 规划期限。")
@lang_option
def command(
    folder: Path,
    like: str | None,
    district: str | None,
    title: str | None,
    authority: str | None,
    issued: str | None,
    period: str | None,
    lang: Lang,
) -> None:
    """Make an empty, valid plan folder to fill in, or copy one.

    With --district the folder has the outline, name and code of that county or city, its known towns, and a ground:
    the neighbours, the towns around, and with "yzgeo[coast]" the sea. Needs no network; the data come with: pip install "yzgeo[district]".

    新建一个空的规划文件夹，供填写；或复制一个已有的。给出 --district，则带上该县区或市的界线、名称、代码与已知镇街，
    以及邻区与四周城镇的底图。

    \b
    Example:
      yzgeo new xiangcheng --district 320507 --title 相城区工业发展规划 --period 2026-2030
      yzgeo new haishu --district 宁波市海曙区
      yzgeo new my-yinzhou --like yinzhou
    """
    from yzgeo.plan import counties, known_ground, known_towns, template
    from yzgeo.plan.particulars import issued as read_issued

    given = {"district": district, "title": title, "authority": authority, "issued": issued, "period": period}
    if like is not None:
        from yzgeo.plan.load import find_folder

        for name, value in given.items():
            if value is not None:
                raise InputError(
                    Text("复制的规划已有自己的名称、区划与期限", "a copy has the particulars of its plan"),
                    Text("复制与新建的选项只给一种", "give the options of a copy or of a new plan, not of both"),
                    parameter=Parameter(name),
                )
        template.copy(find_folder(like), folder)
        say(Text(f"已把 {like} 复制到 {folder}", f"copied {like} to {folder}").of(lang))
        return
    particulars = {key: value.strip() for key, value in given.items() if value is not None and key in TEXTS}
    if "issued" in particulars:
        particulars["issued"] = read_issued(particulars["issued"])
    years = {} if period is None else {"period": template.period(period)}
    county = None if district is None else counties.find(district)
    towns = None if county is None else known_towns.inside(county.outline)
    ground = None if county is None else known_ground.around_county(county, counties.areas())
    template.create(
        folder,
        title=title and title.strip(),
        particulars={**particulars, **years},
        county=county,
        towns=towns,
        ground=ground,
    )
    say(Text(f"已建 {folder}", f"made {folder}").of(lang))
    if county is not None and towns is not None:
        _tell_district(county, len(towns), lang)
    if ground is not None:
        _tell_ground(ground, folder, lang)
    _tell_next_steps(folder, lang, has_title=title is not None, has_district=county is not None)


def _tell_district(county: County, towns: int, lang: Lang) -> None:
    """What the folder has of its district, and how exact it is."""
    say(
        Text(
            f"{county.name}，代码 {county.code}；界线：{county.source.zh}",
            f"{county.name}, code {county.code}; outline: {county.source.en}",
        ).of(lang)
    )
    say(
        Text(
            f"已知镇街等地点 {towns} 处，取自 GeoNames，各有不确定半径；名称可能是旧称，请核对 places.csv",
            f"{towns} known towns and other places from GeoNames, each with its uncertainty; names may be old ones: "
            "check places.csv",
        ).of(lang)
        if towns
        else Text("GeoNames 在此没有地点，places.csv 是空的", "GeoNames has no places here: places.csv is empty").of(
            lang
        )
    )


def _tell_ground(ground: Ground, folder: Path, lang: Lang) -> None:
    """What the map shows under the plan, and what may be added."""
    from yzgeo.plan import known_ground
    from yzgeo.plan.ground_layers import LAYERS

    held = [(LAYERS[name].title, len(frame)) for name, frame in ground.layers.items()]
    zh = "，".join(f"{title.zh} {count} 个" for title, count in held) or "没有"
    en = ", ".join(f"{title.en.lower()} {count}" for title, count in held) or "none"
    say(
        Text(
            f"底图（{folder / 'ground'}）：{zh}；河湖、道路可用 yzgeo import ground 添加",
            f"ground ({folder / 'ground'}): {en}; yzgeo import ground adds rivers, lakes and roads",
        ).of(lang)
    )
    if not known_ground.knows_coast():
        say(
            Text(
                '沿海的区县，海面须装 pip install "yzgeo[coast]"（100 MB）后重建，或由海岸数据导入',
                'where there is a coast the sea needs pip install "yzgeo[coast]" (100 MB) before this command, or an import',
            ).of(lang)
        )


def _tell_next_steps(folder: Path, lang: Lang, *, has_title: bool, has_district: bool) -> None:
    """What to do next, a line each, with commands that can be pasted."""
    steps = [
        Text(f"用电子表格填 {folder / 'zones.csv'} 与其他各表", f"fill in {folder / 'zones.csv'} and the other tables"),
        Text(
            f"有片区边界文件，可由它建片区：yzgeo import zones 文件 --create --into {folder}",
            f"a file of boundaries makes the zones: yzgeo import zones FILE --create --into {folder}",
        ),
        Text(f"检查：yzgeo check --plan {folder}", f"check: yzgeo check --plan {folder}"),
        Text(f"出图：yzgeo build --plan {folder} -o maps", f"build: yzgeo build --plan {folder} -o maps"),
    ]
    boundary = (
        Text(
            f"有更准的区界，换上：yzgeo import district 文件 --into {folder}",
            f"a more exact boundary takes its place: yzgeo import district FILE --into {folder}",
        )
        if has_district
        else Text(
            f"导入区界：yzgeo import district 文件 --into {folder}",
            f"import the boundary of the district: yzgeo import district FILE --into {folder}",
        )
    )
    steps.insert(0, boundary)
    if not has_title:
        steps.insert(
            0,
            Text(
                f"规划名称暂用代称；导出工作簿在“规划”表中改，再导回：yzgeo export plan --plan {folder} -o plan.xlsx，"
                f"yzgeo import plan plan.xlsx --into {folder}（新建时可用 --title 给出）",
                f"the title is a stand-in; change it in the first sheet of a workbook: yzgeo export plan --plan {folder} "
                f"--lang en -o plan.xlsx, then yzgeo import plan plan.xlsx --into {folder} (--title gives it from the start)",
            ),
        )
    say(Text("接下来：", "next:").of(lang))
    for step in steps:
        say(f"  {step.of(lang)}")
