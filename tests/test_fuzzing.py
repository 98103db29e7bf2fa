"""Mutated inputs of every format end well: the work is done, or refused in one message that leaves no file."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator

import pytest
from fuzzing import seeds, trial
from hypothesis import given, settings
from hypothesis import strategies as st

import lock

TRIALS = 100
pytestmark = pytest.mark.slow

Ask = Callable[[str, object], list]


@pytest.fixture(scope="module")
def ask(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask]:
    """Has the server run one trial."""
    if not hasattr(os, "fork"):
        pytest.skip("trials are forked processes")
    places = os.pathsep.join(str(lock.ROOT / place) for place in (".", "tests", "scripts"))
    with subprocess.Popen(
        [sys.executable, "-m", "fuzzing.server", str(tmp_path_factory.mktemp("trials"))],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8", env={**os.environ, "PYTHONPATH": places},
    ) as server:  # fmt: skip

        def ask_server(form: str, argument: object) -> list:
            server.stdin.write(f"{form} {argument}\n")
            server.stdin.flush()
            return json.loads(server.stdout.readline())

        yield ask_server
        server.stdin.close()


@pytest.mark.parametrize("outcome", [*trial.GOOD, *trial.BAD])
def test_each_outcome_is_seen(ask: Ask, outcome: str) -> None:
    assert ask("control", outcome) == [outcome]


def test_a_list_of_flaws_that_miscounts_is_untidy(ask: Ask) -> None:
    assert ask("control", "miscounted") == ["untidy"]


@pytest.mark.parametrize("form", sorted(seeds.FORMATS))
def test_the_inputs_before_they_are_mutated_are_valid(ask: Ask, form: str) -> None:
    one = trial.Trial(*ask("valid", form))
    assert one.outcome == "done", (one.command, one.stderr)


def test_mutated_inputs_end_well(ask: Ask) -> None:
    counts: Counter[str] = Counter()

    @settings(max_examples=TRIALS)
    @given(st.sampled_from(sorted(seeds.FORMATS)), st.integers(0, 2**32))
    def ends_well(form: str, seed: int) -> None:
        one = trial.Trial(*ask(form, seed))
        counts[one.outcome] += 1
        assert one.outcome in trial.GOOD, (one.mutation, one.command, one.stderr[-2000:])

    ends_well()
    assert all(counts[outcome] for outcome in trial.GOOD), counts
