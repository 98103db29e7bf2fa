"""What one build works on: a plan with all that is computed of it, each thing once."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

import geopandas as gpd

from yzgeo.checks.finding import Outcome
from yzgeo.checks.run import run
from yzgeo.core import plugins
from yzgeo.core.i18n import Lang, Text
from yzgeo.export.metadata import LayerMetadata, layer_metadata
from yzgeo.plan.model import Plan
from yzgeo.stats.collect import collect
from yzgeo.stats.landuse.result import Result as LandAccounts

LAYERS = "yzgeo.layers"


@dataclass(frozen=True, eq=False)
class BuildContext:
    """A plan and what page, report and data files are made of.

    Attributes
    ----------
    plan
        The plan.
    outcome
        What the rules found.
    statistics
        What `statistics.json` holds, see `stats.collect.collect`.
    frames
        The frame of each layer by the layer's name, the lowest first: GeoDataFrames in EPSG:4490.
    metadata
        What the file of each layer that has rows says of the layer.
    lang
        The language of the first view, the workbook and the note.
    land
        Accounts of a land survey (see `stats.landuse.run.landuse`), for the report; None where none was given.
    """

    plan: Plan
    outcome: Outcome
    statistics: dict[str, Any]
    frames: dict[str, gpd.GeoDataFrame]
    metadata: dict[str, LayerMetadata]
    lang: Lang
    land: LandAccounts | None = None


def build_context(
    plan: Plan,
    lang: Lang,
    say: Callable[[str], None] = lambda line: None,
    rule_packs: Collection[str | Path] = (),
    land: LandAccounts | None = None,
) -> BuildContext:
    """Run the rules, compute the statistics and the frame of each layer.

    `say` takes lines of progress; `rule_packs` are rules beside yzgeo's and the plan's own (see `checks.run.run`),
    `land` accounts of a land survey in the plan's zones.

    >>> from yzgeo.plan.load import load
    >>> context = build_context(load("yinzhou"), "en")
    >>> plan_alone = [name for name in context.frames if not name.startswith("ground-")]
    >>> print(plan_alone, len(context.statistics["zones"]))
    ['district', 'constraints', 'zones', 'parks', 'projects', 'parcels'] 6
    """
    say(Text("检查规则 …", "running the rules …").of(lang))
    outcome = run(plan, rule_packs=rule_packs)
    say(Text("统计 …", "computing statistics …").of(lang))
    statistics = collect(plan)
    frames = {name: layer.frame(plan) for name, layer in ordered_layers().items()}
    metadata = {name: layer_metadata(plan, name, frame, lang) for name, frame in frames.items() if len(frame)}
    return BuildContext(plan, outcome, statistics, frames, metadata, lang, land)


def ordered_layers() -> dict[str, ModuleType]:
    """The modules of all layers by name, the lowest first."""
    return dict(sorted(plugins.discover(LAYERS).items(), key=lambda named: (named[1].ORDER, named[0])))


def drawn_layers(frames: Mapping[str, gpd.GeoDataFrame]) -> dict[str, ModuleType]:
    """The modules of the layers that folium draws, the lowest first; optional ones only where they have rows."""
    return {
        name: layer
        for name, layer in ordered_layers().items()
        if getattr(layer, "DRAWN", True) and (len(frames[name]) or not getattr(layer, "OPTIONAL", False))
    }
