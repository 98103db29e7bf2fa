"""Kinds of land that forbids building or must hold it, each with what it judges and the law or standard behind it."""

from __future__ import annotations

from typing import Literal, NamedTuple

from yzgeo.core import labels
from yzgeo.core.errors import InputError, Parameter
from yzgeo.core.i18n import Text, plain

Effect = Literal["forbids", "must_hold"]
EFFECTS: dict[Effect, Text] = {"forbids": labels.VALUES["forbids"], "must_hold": labels.VALUES["must_hold"]}
SUBJECTS = ("zones", "parks", "projects", "parcels")
BORDER_M = 1.0
"""A strip over a line that is narrower than this is an inexact border, unless the plan folder says otherwise."""


class ConstraintKind(NamedTuple):
    """A kind of constraint: its code, its name, its effect, the law or standard, and the tables of a plan that it judges."""

    code: str
    title: Text
    effect: Effect
    basis: Text
    judges: tuple[str, ...] = SUBJECTS


KINDS = {
    kind.code: kind
    for kind in (
        ConstraintKind(
            "permanent-basic-farmland",
            Text("永久基本农田", "permanent basic farmland"),
            "forbids",
            Text("《土地管理法》第三十五条", "Land Administration Law, article 35"),
        ),
        ConstraintKind(
            "ecological-redline",
            Text("生态保护红线", "ecological conservation redline"),
            "forbids",
            Text(
                "三条控制线指导意见（2019）；自然资发〔2022〕142号",
                "guidance on the three control lines (2019); 自然资发〔2022〕142号",
            ),
        ),
        ConstraintKind(
            "urban-development-boundary",
            Text("城镇开发边界", "urban development boundary"),
            "must_hold",
            Text(
                "三条控制线指导意见（2019）；自然资发〔2023〕193号",
                "guidance on the three control lines (2019); 自然资发〔2023〕193号",
            ),
        ),
        ConstraintKind(
            "industrial-control-line",
            Text("工业控制线", "industrial land control line"),
            "must_hold",
            Text("所在市、县划定工业（区块）控制线的规定", "the rules by which the city or county set the line"),
            ("parks", "projects", "parcels"),
        ),
        ConstraintKind(
            "drinking-water-source",
            Text("饮用水水源保护区", "drinking-water protection area"),
            "forbids",
            Text(
                "《水污染防治法》第六十五条至第六十七条",
                "Law on Prevention and Control of Water Pollution, articles 65 to 67",
            ),
        ),
        ConstraintKind(
            "river-management",
            Text("河道管理范围", "river management area"),
            "forbids",
            Text("《水法》第三十七条", "Water Law, article 37"),
            ("projects", "parcels"),
        ),
        ConstraintKind(
            "urban-green-line",
            Text("城市绿线", "urban green line"),
            "forbids",
            Text("《城市绿线管理办法》", "Measures for the Administration of Urban Green Lines"),
            ("projects", "parcels"),
        ),
        ConstraintKind(
            "urban-blue-line",
            Text("城市蓝线", "urban blue line"),
            "forbids",
            Text("《城市蓝线管理办法》", "Measures for the Administration of Urban Blue Lines"),
            ("projects", "parcels"),
        ),
    )
}
"""Codes are also what a user names a kind by, beside its names in both languages."""
ALIASES = {
    "基本农田": "permanent-basic-farmland",
    "永农": "permanent-basic-farmland",
    "生态红线": "ecological-redline",
    "城镇开发边界线": "urban-development-boundary",
    "开发边界": "urban-development-boundary",
    "工业用地控制线": "industrial-control-line",
    "工业区块控制线": "industrial-control-line",
    "工业区块线": "industrial-control-line",
    "水源保护区": "drinking-water-source",
    "河道管理线": "river-management",
    "绿线": "urban-green-line",
    "蓝线": "urban-blue-line",
}
NO_BASIS = Text("未注明", "not stated")


def kind_of(name: str, effect: Effect | None = None, basis: str | None = None) -> ConstraintKind:
    """The kind that a user names by its code or by one of its names; any other name needs an effect.

    Parameters
    ----------
    name
        A code, a name, or a kind of the user's own.
    effect, basis
        What outweighs the effect and the law of the table; with another effect its law does not hold.

    Raises
    ------
    InputError
        When the name is empty, or of no known kind and has no effect.

    >>> print(kind_of("永久基本农田").code, kind_of("Ecological Redline").effect)
    permanent-basic-farmland forbids
    >>> print(*kind_of("军事禁区", "forbids")[:3])
    军事禁区 Text(zh='军事禁区', en='军事禁区') forbids
    """
    text = " ".join(name.split())
    same = "".join(text.split()).lower().replace("_", "-")
    code = ALIASES.get(same) or next(
        (
            code
            for code, kind in KINDS.items()
            if same in (code, code.replace("-", ""), kind.title.zh, "".join(kind.title.en.split()))
        ),
        None,
    )
    law = None if basis is None or not basis.strip() else plain(" ".join(basis.split()))
    if code is not None:
        known = KINDS[code]
        if effect in (None, known.effect):
            return known._replace(basis=law or known.basis)
        return known._replace(effect=effect, basis=law or NO_BASIS)  # the law of the table says the opposite
    if not text or effect is None:
        listed = "、".join(kind.title.zh for kind in KINDS.values()), ", ".join(KINDS)
        raise InputError(
            Text(f"不认得约束种类“{text}”", f"the kind of constraint '{text}' is not known"),
            Text(
                f"取其一：{listed[0]}；别的种类请说明是禁止占用，还是应在其内",
                f"use one of these: {listed[1]}; of any other say whether it forbids or must hold",
            ),
            parameter=Parameter("forbids", other="must_hold"),
        )
    return ConstraintKind(text, plain(text), effect, law or NO_BASIS)


def described(code: str, effect: str, basis: str) -> ConstraintKind:
    """The kind of a stored constraint: that of the table with the stored effect and law, or one of an office's own.

    >>> print(described("permanent-basic-farmland", "forbids", "").basis.en)
    Land Administration Law, article 35
    """
    return kind_of(code, "must_hold" if effect == "must_hold" else "forbids", basis)
