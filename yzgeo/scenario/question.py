"""The question that a scenario asks: the choices there are, what must hold, and what is to be least."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

import numpy as np
import pandas as pd
from scipy import sparse

from yzgeo.core import plugins
from yzgeo.core.i18n import Text
from yzgeo.plan.model import Plan
from yzgeo.scenario.candidates import Candidates
from yzgeo.scenario.settings import Settings

DEMANDS = "yzgeo.scenario.demands"


class Demand(NamedTuple):
    """Something that a choice must satisfy; it is kept or given up as a whole.

    - `key`: the file it comes from, with what it holds for, such as `budget:2024`
    - `name`: what it asks, in words with its figure
    - `unit`: of the figures on both sides, as `core.unit_words` has it; blank where they are counts
    - `rows`: (k, m) coefficients over the variables of the question
    - `low`, `high`: (k,) what each row must come to; infinite where a side is free
    - `already`: what is reached without any choice, as land recovered before; `rows` are to bring the rest
    - `more`: given the chosen units (a boolean each), further rows that every choice keeps which keeps this demand, and
      that these units may break; None where the rows say it all
    - `narrower`: rows that are enough to keep the demand, though not needed; a start for the search
    - `average`: where the first row says of a share or an average that it is to be at least so much; `unit` is blank then
    - `note`: what a reader must know of it, told with what is assumed
    """

    key: str
    name: Text
    unit: str
    rows: sparse.csr_array
    low: np.ndarray
    high: np.ndarray
    already: float = 0.0
    more: Callable[[np.ndarray], Rows] | None = None
    narrower: Rows | None = None
    average: Average | None = None
    note: Text | None = None


class Rows(NamedTuple):
    """Rows over the variables of a question, with what each must come to."""

    matrix: sparse.csr_array
    low: np.ndarray
    high: np.ndarray


class Average(NamedTuple):
    """What a share or an average is to be at least; a demand's row is the sum above it: what is summed, less `least` times the land.

    - `least`: what is asked
    - `unit`: of it, as it is told; of shares %
    - `over`: (1, m) the land over which it is taken
    """

    least: float
    unit: str
    over: sparse.csr_array


class Question(NamedTuple):
    """A scenario as variables and what it minimises.

    - `choices`: a row per variable that chooses: `option` (row of `Candidates.options`), `unit`, `year`
    - `openings`: a row per variable, after those of `choices`, that lets a zone have an industry: `zone_id`, `industry`
    - `goal`: (m,) what each variable adds to what is minimised
    - `land`: (units, zones) mu of each unit in each zone of `Candidates.zone_ids`, the last for land outside all
    """

    plan: Plan
    settings: Settings
    candidates: Candidates
    choices: pd.DataFrame
    openings: pd.DataFrame
    goal: np.ndarray
    land: sparse.csr_array

    @property
    def size(self) -> int:
        """The number of variables."""
        return len(self.choices) + len(self.openings)

    def over_choices(self, values: np.ndarray) -> sparse.csr_array:
        """Coefficients, a row or several over the choices, as rows over all variables."""
        rows = sparse.csr_array(np.atleast_2d(values))
        return sparse.csr_array((rows.data, rows.indices, rows.indptr), shape=(rows.shape[0], self.size))

    def by_unit(self, column: str) -> np.ndarray:
        """A figure of the units for each choice."""
        figures: np.ndarray = self.candidates.units[column].to_numpy(dtype=float)[self.choices["unit"].to_numpy()]
        return figures

    def by_option(self, column: str) -> np.ndarray:
        """A figure of the options for each choice."""
        figures: np.ndarray = self.candidates.options[column].to_numpy(dtype=float)[self.choices["option"].to_numpy()]
        return figures


def question(plan: Plan, settings: Settings, candidates: Candidates) -> Question:
    """The question of a scenario.

    An option can be chosen in each year in which all its parcels can be begun.
    """
    units, options = candidates.units, candidates.options
    unit = options["unit"].to_numpy(dtype=int)
    years = np.array(settings.years)
    is_open = (units["first_year"].to_numpy()[unit, None] <= years) & (
        units["last_year"].to_numpy()[unit, None] >= years
    )
    option, at = np.nonzero(is_open)
    choices = pd.DataFrame({"option": option, "unit": unit[option], "year": years[at]})
    openings = _openings(candidates)
    goal = np.zeros(len(choices) + len(openings))
    for column, weight in candidates.weights.items():
        if weight:
            goal[: len(choices)] += weight * units[column].to_numpy(dtype=float)[choices["unit"]]
    land = candidates.land
    matrix = sparse.csr_array(
        (land["mu"], (land["unit"], land["zone"])), shape=(len(units), len(candidates.zone_ids) + 1)
    )
    return Question(plan, settings, candidates, choices, openings, goal, matrix)


def demands(asked: Question) -> Iterator[Demand]:
    """All demands of a question, in the order of their modules."""
    for name in sorted(plugins.names(DEMANDS), key=lambda name: (plugins.load(DEMANDS, name).ORDER, name)):
        yield from plugins.load(DEMANDS, name).demands(asked)


def once_each(asked: Question) -> sparse.csr_array:
    """Rows over the variables: how often each unit is chosen, which is once at most."""
    unit = asked.choices["unit"].to_numpy()
    count = len(asked.candidates.units)
    return sparse.csr_array((np.ones(len(unit)), (unit, np.arange(len(unit)))), shape=(count, asked.size))


def _openings(candidates: Candidates) -> pd.DataFrame:
    """Industries that a zone could have by the choice of uses."""
    options = candidates.options.dropna(subset=["industry"])
    zone = candidates.units["zone_id"].iloc[options["unit"]].to_numpy()
    pairs = pd.DataFrame({"zone_id": zone, "industry": options["industry"].to_numpy()}).dropna()
    return pairs.drop_duplicates().sort_values(["zone_id", "industry"], ignore_index=True)
