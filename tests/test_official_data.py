"""The worked example of docs/official-data.md, run as it is printed there."""

from __future__ import annotations

import json
import shlex
import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest

from yzgeo.plan.load import load

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs/official-data.md"


def commands() -> list[str]:
    """The lines of the page's code blocks."""
    blocks = PAGE.read_text("utf-8").split("```")[1::2]
    return [line for block in blocks for line in block.strip().splitlines()]


def test_the_worked_example_goes_from_office_files_to_progress(tmp_path: Path) -> None:
    printed = commands()
    assert [line.split()[0] for line in printed] == ["python", *["yzgeo"] * 6]
    said = []
    for line in printed:
        words = shlex.split(line)
        command = (
            [sys.executable, str(ROOT / words[1]), *words[2:]]
            if words[0] == "python"
            else [sys.executable, "-m", *words]
        )
        done = subprocess.run(command, cwd=tmp_path, capture_output=True, encoding="utf-8", check=False)
        assert done.returncode == 0, line + done.stderr + done.stdout
        said.append(done.stdout)
    assert "明州经济开发区核心区：图上 16." in said[2]
    assert "EPSG:4529" in said[2]
    assert "没有 .cpg，按文字内容判定编码" in said[2]
    assert "area_mu <- 用地情况·登记面积（公顷）" in said[3]
    assert "60 行中 60 行有图形" in said[3]
    assert "已盘活 20，进行中 20，已认定 20" in said[3]
    assert "通过 4" in said[4]
    assert "公顷：写在标题" in said[6]
    assert "与读入之和相符" in said[6]
    assert "60 个没有图形" in said[6]
    assert (tmp_path / "preview.html").is_file()
    plan = load(tmp_path / "my-yinzhou")
    assert set(plan.zones["outline_basis"]) == {"official"}
    written = pd.read_excel(tmp_path / "example/示例-地块台账.xlsx", header=None)
    hectares = written[written[0].map(lambda cell: isinstance(cell, int))][2]
    assert len(hectares) == len(plan.parcels) == 60
    assert plan.parcels["area_mu"].sum() == pytest.approx(hectares.sum() * 15)
    assert plan.parcels.geometry.notna().all()
    assert plan.parcels["recovered_on"].notna().sum() == 20
    assert plan.parcels["recovered_on"].dropna().str.fullmatch(r"202[1-5]-\d\d-\d\d").all()
    recovered = plan.parcels[plan.parcels["status"] == "recovered"]["area_mu"].sum()
    assert set(plan.parcel_zones["zone_id"]) == set(plan.zones["zone_id"])
    statistics = json.loads((tmp_path / "my-handover/data/statistics.json").read_text("utf-8"))
    assert statistics["land_recovery"]["recovered_mu"] in (None, pytest.approx(recovered))
    assert statistics["land_recovery"]["invented"] is True
    assert "虚构示例 INVENTED EXAMPLE" in (tmp_path / "my-handover/使用说明.txt").read_text("utf-8")
    for zone in statistics["zones"]:
        assert zone["outline_basis"] == "official"
        assert 0 < abs(zone["drawn_minus_plan_percent"]) < 1
        assert zone["drawn_area_km2"] - zone["drawn_minus_plan_km2"] == pytest.approx(zone["usable_area_km2"])
    assert "示意范围" not in (tmp_path / "my-handover/使用说明.txt").read_text("utf-8")
