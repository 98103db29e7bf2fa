"""What one rule tells of the example plan with some rows changed: the tables of violations and of sound twins."""

from __future__ import annotations

from pathlib import Path

from yzgeo.checks import example_plan
from yzgeo.checks.finding import Finding
from yzgeo.checks.run import run
from yzgeo.plan.load import load

Case = dict[str, str]
"""Changes of the example plan's tables, as `example_plan.make` takes them."""


def findings(folder: Path, rule: str, case: Case) -> list[Finding]:
    """The findings of a rule where the example plan is changed by a case; each says the same in two languages."""
    found = run(load(example_plan.make(folder / "plan", **case)), select=[rule]).findings
    for finding in found:
        assert finding.message.zh != finding.message.en
        assert finding.remedy.zh
        assert finding.remedy.en
        assert finding.clause
        assert "nan" not in f"{finding.message} {finding.reading} {finding.remedy} {finding.clause}"
    return found


def told(folder: Path, rule: str, case: Case) -> list[str]:
    """The same, as `severity key`."""
    return [f"{finding.severity} {finding.key}" for finding in findings(folder, rule, case)]


def gaps(folder: Path, rule: str, case: Case) -> list[str]:
    """The subjects of the gaps that a rule tells of the example plan changed by a case; each in two languages."""
    found = run(load(example_plan.make(folder / "plan", **case)), select=[rule])
    assert found.findings == []
    for gap in found.gaps:
        assert gap.message.zh != gap.message.en
        assert gap.remedy.zh != gap.remedy.en
        assert gap.source
        assert "nan" not in f"{gap.message} {gap.remedy}"
    return [gap.subject for gap in found.gaps]


def polygon(*corners: float) -> str:
    """A cell with a ring by its corners (longitude, latitude, …) as WKT; of two corners the rectangle."""
    if len(corners) == 4:
        west, south, east, north = corners
        corners = (west, south, east, south, east, north, west, north)
    points = [f"{lon} {lat}" for lon, lat in zip(corners[::2], corners[1::2], strict=True)]
    return f'"POLYGON (({", ".join([*points, points[0]])}))"'
