"""`parks-text-table`: lists of parks that differ."""

from __future__ import annotations

from pathlib import Path

import pytest
from rule_cases import Case, told

pytestmark = pytest.mark.slow
RULE = "parks-text-table"
PARKS = "park_id, name, name_en, place_id\n"
LISTED = "zone_id, park_id, listed_in, seq\n"


def _of(text: list[str], table: list[str]) -> Case:
    """A zone whose text and table list parks of these names, besides the one that both list."""
    names = list(dict.fromkeys([*text, *table]))
    ids = {name: f"own-{number}" for number, name in enumerate(names)}
    rows = [
        f"north, {ids[name]}, {place}, {seq}"
        for place, own in (("text", text), ("table", table))
        for seq, name in enumerate(own, 2)
    ]
    return {
        "parks": PARKS + "\n".join(f"{ids[name]}, {name}, , hill" for name in names),
        "zone_parks": LISTED + "\n".join(rows),
    }


WARNING, INFO = ["warning zone:north"], ["info zone:north"]
VIOLATIONS: dict[str, tuple[Case, list[str]]] = {
    "only in the table": (_of([], ["池园"]), WARNING),
    "only in the text": (_of(["池园"], []), WARNING),
    "one for another": (_of(["江湾时尚社区"], ["汽车零部件产业园"]), WARNING),
    "names alike": (_of(["龙溪电子产业园"], ["龙溪电子信息产业园"]), INFO),
    "names alike and one more": (_of(["龙溪电子产业园"], ["龙溪电子信息产业园", "金属材料基地"]), WARNING),
}
SOUND: dict[str, Case] = {
    "the same": _of(["池园"], ["池园"]),
    "another order": _of(["池园", "湖园"], ["湖园", "池园"]),
    "brackets of another width": _of(["池园（一期）"], ["池园(一期)"]),
    "quotation marks": _of(["“池园”"], ["池园"]),
    "listed in one place alone": {"zone_parks": f"{LISTED}south, mill, table, 1"},
}


@pytest.mark.parametrize("name", VIOLATIONS)
def test_it_is_told(tmp_path: Path, name: str) -> None:
    case, expected = VIOLATIONS[name]
    assert told(tmp_path, RULE, case) == expected


@pytest.mark.parametrize("name", SOUND)
def test_it_is_not_told(tmp_path: Path, name: str) -> None:
    assert told(tmp_path, RULE, SOUND[name]) == []
