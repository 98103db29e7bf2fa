"""A refusal stays whole on its way: through pickling, copying and another process."""

from __future__ import annotations

import copy
import multiprocessing
import pickle
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import pytest

from yzgeo.core.errors import InputError, Parameter
from yzgeo.core.i18n import Text, plain
from yzgeo.core.output_guard import refuse_output

WHOLE = "zones.csv, row 2, column area: '十六' is not a number. Remedy: write 16.88 (crs=EPSG:4549)."


@pytest.fixture
def refusal() -> InputError:
    return InputError(
        Text("“十六”不是数", "'十六' is not a number"),
        Text("写成 16.88", "write 16.88"),
        file="zones.csv",
        row=2,
        column="area",
        parameter=Parameter("crs", plain("EPSG:4549")),
    )


def repickled(error: InputError) -> InputError:
    return pickle.loads(pickle.dumps(error))  # noqa: S301  (its own)


@pytest.mark.parametrize("sent", [repickled, copy.copy, copy.deepcopy])
def test_a_refusal_survives_pickling_and_copying(refusal: InputError, sent) -> None:
    arrived = sent(refusal)
    assert str(arrived) == WHOLE
    assert arrived.message("zh").startswith("zones.csv，第 2 行，area 列：“十六”不是数。处理办法：写成 16.88")


def test_a_refusal_comes_back_from_another_process(tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.touch()
    spawn = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(1, mp_context=spawn) as pool, pytest.raises(InputError) as refused:
        pool.submit(refuse_output, file, [file]).result()
    assert refused.value.file == str(file)
    assert "which writing would destroy. Remedy: " in str(refused.value)


def test_another_remedy_drops_the_parameter_of_the_old_one(refusal: InputError) -> None:
    assert refusal.at(remedy=Text("看看", "look")).message("en").endswith("Remedy: look.")
    assert refusal.at(row=9).message("en").endswith("(crs=EPSG:4549).")
