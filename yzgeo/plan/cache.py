"""Results that a plan has once, however many rules, statistics and pages ask for them."""

from __future__ import annotations

import functools
from collections.abc import Callable, Hashable
from typing import TypeVar
from weakref import WeakKeyDictionary

Owner = TypeVar("Owner", bound=Hashable)
Result = TypeVar("Result")


def cached_per_plan(function: Callable[[Owner], Result]) -> Callable[[Owner], Result]:
    """Compute a function of a plan at its first call; later calls with the same plan give the same object.

    A build's context, which is as little changed as its plan, may stand in the plan's place.

    A plan's tables are not changed after it is made, so the result holds as long as the plan lives. Callers must
    not change it. `dataclasses.replace` makes another plan, for which the function is computed anew.

    >>> from yzgeo.plan.load import load
    >>> calls = []
    >>> @cached_per_plan
    ... def zone_count(plan):
    ...     calls.append(plan.name)
    ...     return len(plan.zones)
    >>> plan = load("yinzhou")
    >>> print(zone_count(plan), zone_count(plan), len(calls), "call")
    6 6 1 call
    """
    results: WeakKeyDictionary[Owner, Result] = WeakKeyDictionary()

    @functools.wraps(function)
    def computed(plan: Owner) -> Result:
        if plan not in results:
            results[plan] = function(plan)
        return results[plan]

    return computed
