"""Metadata of an exported layer: plan, datum, source, date, and whether its outlines are schematic."""

from __future__ import annotations

import datetime
from typing import NamedTuple

import geopandas as gpd
import pyproj

from yzgeo.core import plugins
from yzgeo.core.i18n import Lang, Text
from yzgeo.export.symbology import Symbology, symbology
from yzgeo.plan import attribution
from yzgeo.plan.model import Plan
from yzgeo.plan.public_edition import MARK
from yzgeo.stats.recovery import INVENTED_WARNING, marked, says_invented

SCHEMATIC = Text(
    "片区范围为示意范围，不是测绘界线，不得用于量算面积、审批或发证",
    "outlines of zones are schematic, not surveyed: not for measuring, permits or titles",
)
OFFICIAL = Text("片区范围为法定范围", "outlines of zones are the official ones")
UNDER_THE_PLAN = Text(
    "底图，供辨认位置，不是测绘成果，不得用于量算、审批或发证",
    "ground to find one's way by, not surveyed: not for measuring, permits or titles",
)
NO_OUTLINES = Text("片区没有范围", "the zones have no outlines")
NO_DATE = datetime.date(2000, 1, 1)
"""Date in a file's header where the plan's date is no ISO date: never the clock, or two builds would differ."""
EARLIEST_IN_ZIP = 1980
"""The first year that a ZIP archive knows."""


class LayerMetadata(NamedTuple):
    """Metadata of one layer: its name, title and symbology, and the plan, authority, date and sources."""

    layer: str
    title: Text
    plan: Text
    authority: Text
    issued: str
    sources: tuple[Text, ...]
    outlines: Text
    symbology: Symbology
    lang: Lang
    attributions: tuple[Text, ...] = ()
    """The words due wherever the layer is shown; of a layer of the ground its file tells them."""
    is_ground: bool = False

    @property
    def date(self) -> datetime.date:
        """The plan's date."""
        try:
            return datetime.date.fromisoformat(self.issued)
        except ValueError:
            return NO_DATE


def is_ground(layer: str) -> bool:
    """Whether a layer is one of the ground, which lies under the plan.

    >>> is_ground("zones"), is_ground("ground-water")
    (False, True)
    """
    return hasattr(plugins.load("yzgeo.layers", layer), "GROUND")


def layer_metadata(plan: Plan, layer: str, frame: gpd.GeoDataFrame, lang: Lang) -> LayerMetadata:
    """The metadata of a layer of a plan.

    >>> from yzgeo.plan.load import load
    >>> plan = load("yinzhou")
    >>> zones = plugins.load("yzgeo.layers", "zones").frame(plan)
    >>> print(layer_metadata(plan, "zones", zones, "zh").outlines.zh)
    片区范围为示意范围，不是测绘界线，不得用于量算面积、审批或发证
    """
    module = plugins.load("yzgeo.layers", layer)
    name = marked(module.TITLE) if says_invented(frame) else module.TITLE
    bases = set(plan.zones.loc[plan.zones.geometry.notna(), "outline_basis"])
    outlines = SCHEMATIC if "schematic" in bases else OFFICIAL if bases else NO_OUTLINES
    ground = getattr(module, "GROUND", None)
    if ground is not None:
        return LayerMetadata(
            layer=layer,
            title=module.TITLE,
            plan=_title(plan, frame),
            authority=plan.authority,
            issued=str(plan.particulars.get("issued") or ""),
            sources=tuple(attribution.ground_sources(plan, {ground})),
            outlines=UNDER_THE_PLAN,
            symbology=symbology(module, frame, plan),
            lang=lang,
            attributions=tuple(attribution.ground_attributions(plan, {ground})),
            is_ground=True,
        )
    return LayerMetadata(
        layer=layer,
        title=name,
        plan=_title(plan, frame),
        authority=plan.authority,
        issued=str(plan.particulars.get("issued") or ""),
        sources=tuple(attribution.plan_sources(plan)) or (attribution.NO_SOURCES,),
        outlines=outlines,
        symbology=symbology(module, frame, plan),
        lang=lang,
        attributions=tuple(attribution.plan_attributions(plan)),
    )


def _title(plan: Plan, frame: gpd.GeoDataFrame) -> Text:
    """The plan's title, marked where it is the edition for the public, or the layer is made of an invented ledger."""
    marks = [
        *([MARK] if plan.edition == "public" else []),
        *([INVENTED_WARNING] if says_invented(frame) else []),
    ]
    return Text(
        plan.title("zh") + "".join(f"（{mark.zh}）" for mark in marks),
        plan.title("en") + "".join(f" ({mark.en})" for mark in marks),
    )


def datum(crs: pyproj.CRS) -> str:
    """Name and code of a CRS.

    >>> print(datum(pyproj.CRS("EPSG:4490")))
    China Geodetic Coordinate System 2000 (EPSG:4490)
    """
    authority = crs.to_authority()
    return f"{crs.name} ({':'.join(authority)})" if authority else str(crs.name)


def statements(metadata: LayerMetadata, crs: pyproj.CRS) -> list[tuple[Text, str]]:
    """The metadata entries of a file, as pairs of heading and content in the language of the metadata.

    >>> from yzgeo.plan.load import load
    >>> plan = load("yinzhou")
    >>> zones = plugins.load("yzgeo.layers", "zones").frame(plan)
    >>> for heading, content in statements(layer_metadata(plan, "zones", zones, "en"), zones.crs)[:3]:
    ...     print(f"{heading.en}: {content}")
    plan: Yinzhou District manufacturing plan 2021-2025
    layer: Zones
    datum: China Geodetic Coordinate System 2000 (EPSG:4490)
    """
    lang = metadata.lang
    return [
        (Text("规划", "plan"), metadata.plan.of(lang)),
        (Text("图层", "layer"), metadata.title.of(lang)),
        (Text("坐标系", "datum"), datum(crs)),
        (Text("发布机关", "issued by"), metadata.authority.of(lang)),
        (Text("发布日期", "date"), metadata.issued),
        (Text("范围", "outlines"), metadata.outlines.of(lang)),
        (Text("资料来源", "sources"), "；".join(words.of(lang) for words in metadata.sources)),
        *(
            [(Text("署名", "attribution"), "；".join(words.of(lang) for words in metadata.attributions))]
            if metadata.is_ground and metadata.attributions
            else []
        ),
    ]


def description(metadata: LayerMetadata, crs: pyproj.CRS) -> str:
    """The metadata entries as one text.

    >>> from yzgeo.plan.load import load
    >>> plan = load("yinzhou")
    >>> zones = plugins.load("yzgeo.layers", "zones").frame(plan)
    >>> print(description(layer_metadata(plan, "zones", zones, "zh"), zones.crs)[:28])
    规划：宁波市鄞州区制造业高质量发展“十四五”规划。图层：
    """
    parts = [
        f"{heading.of(metadata.lang)}{'：' if metadata.lang == 'zh' else ': '}{content}"
        for heading, content in statements(metadata, crs)
    ]
    return ("。" if metadata.lang == "zh" else ". ").join(parts)


def zip_stamp(metadata: LayerMetadata) -> tuple[int, int, int, int, int, int]:
    """The time of a file in a ZIP archive: midnight of the data's day, so that the same content has the same bytes.

    >>> from yzgeo.plan.load import load
    >>> plan = load("yinzhou")
    >>> print(zip_stamp(layer_metadata(plan, "zones", plan.zones, "zh"))[3:])
    (0, 0, 0)
    """
    return max(metadata.date.year, EARLIEST_IN_ZIP), metadata.date.month, metadata.date.day, 0, 0, 0
