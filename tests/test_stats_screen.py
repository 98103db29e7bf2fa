"""The summary that `stats` prints fits one screen of a terminal, whatever the plan; the tables stay for who asks."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import geopandas as gpd
import pytest
import shapely
import toy
from click.testing import CliRunner
from made_plans import SIZES, make
from rich.cells import cell_len

from yzgeo.cli.main import cli
from yzgeo.core.i18n import LANGS, Lang
from yzgeo.ledger import ledger
from yzgeo.plan.load import load, up_to, with_parcels
from yzgeo.plan.model import Plan
from yzgeo.stats import screen
from yzgeo.stats.collect import collect


def lines_of(plan: Plan, lang: Lang = "zh") -> list[str]:
    return screen.render(plan, collect(plan), lang).splitlines()


def with_land(plan: Plan, *rows: tuple[str, float, str | None], note: str | None = None) -> Plan:
    """A plan with parcels side by side, each of status, area in mu and day."""
    west = plan.zones.total_bounds[0]
    shapes = [shapely.box(west + n / 1000, 29.75, west + (n + 0.9) / 1000, 29.751) for n in range(len(rows))]
    columns = {
        "parcel_id": [str(n) for n in range(len(rows))],
        "status": [status for status, _, _ in rows],
        "area_mu": [mu for _, mu, _ in rows],
        "recovered_on": [day for _, _, day in rows],
        "note": [note] * len(rows),
    }
    frame = ledger.empty().reindex(range(len(rows))).assign(**columns)
    return with_parcels(plan, gpd.GeoDataFrame(frame, geometry=shapes, crs=4490))


@pytest.mark.slow
@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("size", SIZES)
def test_a_plan_of_any_size_fits(size: str, lang: Lang, tmp_path: Path) -> None:
    made = SIZES[size]
    lines = lines_of(load(make(tmp_path / "plan", made)), lang)
    assert len(lines) <= 20
    assert max(map(cell_len, lines)) <= 80
    if made.projects:
        total = next(line for line in lines if line.startswith(("合计", "total")))
        assert str(made.projects) in total.split()


@pytest.mark.slow
@pytest.mark.parametrize("lang", LANGS)
def test_long_and_hostile_names_break_no_line(lang: Lang) -> None:
    plan = load("yinzhou")
    zones = plan.zones.assign(
        name=["很长的名称" * 30, "\x1b[31m红\r\n两行", "::error::", "W" * 200, "短", "a\u202eb"], name_en=None
    )
    lines = lines_of(replace(plan, zones=zones), lang)
    assert len(lines) <= 20
    assert max(map(cell_len, lines)) <= 80
    assert not any("\x1b" in line or "\u202e" in line or line.startswith("::") for line in lines)


@pytest.mark.slow
def test_columns_stand_one_below_the_other() -> None:
    """However many columns a character takes: heading and rows of zones end at the same place, as their areas do."""
    lines = lines_of(load("yinzhou"))
    first = next(at for at, line in enumerate(lines) if "投资（亿元）" in line)
    heading, zones = lines[first], lines[first + 1 : first + 7]
    assert {cell_len(line) for line in zones} == {cell_len(heading)}
    areas = {cell_len(line.partition("平方公里")[0] + "平方公里") for line in zones}
    assert areas == {cell_len(heading.partition("面积")[0] + "面积")}


@pytest.mark.slow
def test_rows_of_zones_close_to_the_total() -> None:
    lines = lines_of(load("yinzhou"))
    first = next(at for at, line in enumerate(lines) if "投资（亿元）" in line)
    last = next(at for at, line in enumerate(lines) if line.startswith("合计"))
    money = [line.split()[-3 if "平方公里" in line or "之外" in line else -1] for line in lines[first + 1 : last]]
    assert money.count("—") == 1  # no project is known to lie in 五乡
    assert sum(float(one) for one in money if one != "—") == pytest.approx(float(lines[last].split()[-1]))


def test_the_bar_has_what_is_done_under_way_and_due() -> None:
    bar = screen._bar(5000.0, 2500.0, 1250.0, 3750.0)
    assert len(bar) == 80
    inner = bar[1:-1]
    assert (inner.count("#"), inner.index("|")) == (39, 58)  # half of 78; three quarters
    assert inner[39:58] == "=" * 19
    over = screen._bar(100.0, 150.0, 50.0, None)[1:-1]
    assert (over.index(">"), "." in over) == (39, False)  # the target lies at half of what there is


@pytest.mark.slow
def test_land_is_told_with_its_pace_and_an_invented_ledger_is_named() -> None:
    plan = up_to(
        with_land(load("yinzhou"), ("recovered", 500.0, "2023-05-01"), ("under_way", 250.0, None), note="虚构示例"),
        "2023-06-30",
    )
    for lang, words in (("zh", "进度落后"), ("en", "behind")):
        lines = lines_of(plan, lang)  # type: ignore[arg-type]
        assert "虚构示例 INVENTED EXAMPLE" in lines[1]
        told = "\n".join(lines)
        assert all(word in told for word in ("500.00", "250.00", "10.0%", "4,500", "2023-06-30", words))
        assert len(lines) <= 20
    assert "虚构" not in "\n".join(lines_of(with_land(load("yinzhou"), ("recovered", 500.0, "2023-05-01"))))


@pytest.mark.slow
def test_what_is_unknown_is_a_dash_and_counted(tmp_path: Path) -> None:
    silent = {name: value for name, value in toy.TABLES["projects"][0].items() if not name.startswith("investment")}
    plan = load(toy.make(tmp_path / "toy", projects=[silent]))
    lines = lines_of(plan)
    told = next(line for line in lines if line.startswith("合计"))
    assert told.split()[-2:] == ["1", "—"]
    assert any("1 个未载" in line for line in lines)
    assert not any(line.split()[-1:] == ["0.00"] for line in lines)


@pytest.mark.slow
def test_all_tables_are_one_option_away(tmp_path: Path) -> None:
    """Scripts that name the format, or a file, get what they always got."""
    run = CliRunner().invoke
    summary, full, named = (
        run(cli, ["stats", "--plan", "yinzhou", *more]).stdout for more in ([], ["--full"], ["--format", "text"])
    )
    assert run(cli, ["stats", "--plan", "yinzhou", "-o", str(tmp_path / "all.txt")]).exit_code == 0
    assert len(summary.splitlines()) <= 20
    assert len(full.splitlines()) > 200
    assert full == named == (tmp_path / "all.txt").read_text("utf-8")
