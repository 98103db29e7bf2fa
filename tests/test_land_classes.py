"""The classes of land use in three systems, and what is what."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yzgeo.core.errors import InputError
from yzgeo.ledger import land_classes, land_codes
from yzgeo.ledger.land_classes import GBT21010, PLANNING, SURVEY, SYSTEMS, at_level, classes, equivalents

EVERY = [(system, code) for system in SYSTEMS for code in classes(system)]


@pytest.mark.parametrize(
    ("system", "counts"),
    [(SURVEY, (13, 55)), (PLANNING, (24, 113, 140)), (GBT21010, (12, 73))],
)
def test_each_system_has_as_many_classes_as_its_standard_counts(system: str, counts: tuple[int, ...]) -> None:
    """The standards count a class that is not divided on the next level too; 三调 leaves 特殊用地 (09) out there."""
    for level, count in enumerate(counts, 1):
        at = {at_level(system, code, level) for code, each in classes(system).items() if each.level >= level}
        undivided = {
            code
            for code, each in classes(system).items()
            if each.level < level and all(other.parent != code for other in classes(system).values())
        }
        assert len(at | undivided) - (system == SURVEY and level > 1) == count


@pytest.mark.parametrize(("system", "code"), EVERY)
def test_a_class_lies_in_one_of_the_level_above(system: str, code: str) -> None:
    known = classes(system)[code]
    assert known.name.zh
    assert known.name.en.isascii()
    if known.level == 1:
        assert known.parent == ""
    else:
        assert classes(system)[known.parent].level == known.level - 1


@given(st.sampled_from(EVERY), st.sampled_from(sorted(SYSTEMS)))
def test_equivalents_are_classes_that_the_common_one_holds(pair: tuple[str, str], other: str) -> None:
    system, code = pair
    found = equivalents(code, system, other)
    assert set(found.codes) <= set(classes(other))
    if found.code is not None:
        level = classes(other)[found.code].level
        assert {at_level(other, each, level) for each in found.codes} == {found.code}


@pytest.mark.parametrize("other", sorted(SYSTEMS))
def test_what_a_parent_is_holds_what_its_class_is(other: str) -> None:
    """The level above never contradicts: where both are told, the one class lies in the other, or the other in it."""
    contradictions = []
    for system, code in EVERY:
        parent = classes(system)[code].parent
        one = equivalents(code, system, other).code
        above = equivalents(parent, system, other).code if parent else None
        if one is not None and above is not None:
            level = min(classes(other)[one].level, classes(other)[above].level)
            if at_level(other, one, level) != at_level(other, above, level):
                contradictions.append((system, code))
    assert contradictions == []


@pytest.mark.parametrize(
    ("code", "system", "other", "codes", "common"),
    [
        ("0601", SURVEY, PLANNING, ("1001",), "1001"),
        ("100102", PLANNING, SURVEY, ("0601",), "0601"),
        ("0201K", SURVEY, PLANNING, ("0201",), "0201"),
        ("08H2", SURVEY, PLANNING, ("0802", "0803", "0804", "0805", "0806", "0807"), "08"),
        ("0604", GBT21010, PLANNING, ("1101",), "1101"),
        ("05H1", SURVEY, GBT21010, ("0501", "0502", "0503", "0504", "0505", "0506", "0507"), "05"),
        ("06", SURVEY, PLANNING, ("1001", "1002"), "10"),
        ("12", SURVEY, PLANNING, ("0602", "2301", "2303", "2304", "2305", "2306", "2307"), None),
        ("16", PLANNING, SURVEY, (), None),
        ("0803", GBT21010, PLANNING, ("0802", "0803", "0804", "0805", "0806", "0807"), "08"),
    ],
)
def test_what_is_what(code: str, system: str, other: str, codes: tuple[str, ...], common: str | None) -> None:
    assert equivalents(code, system, other) == (codes, common)


@pytest.mark.parametrize(
    ("codes", "names", "expected"),
    [
        ({"0101": 9, "05H1": 1}, {}, SURVEY),
        ({"0101": 9, "0604": 1}, {}, GBT21010),
        ({"0101": 9, "100101": 1}, {}, PLANNING),
        ({"1001": 5}, {"1001": ["工业用地"]}, PLANNING),
        ({"1001": 5}, {"1001": ["铁路用地"]}, SURVEY),
        ({"0101": 5, "0102": 2}, {}, SURVEY),  # the same classes in all three
        ({"0101": 100, "08H2": 3, "0604": 1}, {}, SURVEY),  # one invented code does not turn the rest
    ],
)
def test_the_system_is_that_of_most_rows(codes: dict[str, int], names: dict[str, list[str]], expected: str) -> None:
    assert land_classes.system_of(codes, names)[0] == expected


def test_codes_of_two_meanings_are_refused_without_names() -> None:
    with pytest.raises(InputError, match=r"1001 is railway in .* but industrial land in"):
        land_classes.system_of({"1001": 5}, {})


def test_a_class_that_two_share_is_both_and_a_class_in_it_the_one_that_the_table_names() -> None:
    assert equivalents("13", "planning-2023", SURVEY) == (("0809", "1109"), None)
    assert [equivalents(code, "planning-2023", SURVEY).code for code in ("1301", "1311")] == ["0809", "1109"]


@pytest.mark.parametrize(
    ("code", "near"), [("0699", "06"), ("06011", "0601"), ("0810a", "0810A"), ("9999", None), (" 0601", "0601")]
)
def test_an_invented_code_is_told_with_the_nearest_if_one_is_like_it(code: str, near: str | None) -> None:
    assert land_classes.nearest(code, SURVEY) == near


def test_codes_of_the_second_survey_are_told_as_such() -> None:
    assert "GB/T 21010-2007" in land_classes.unknown_code("011", SURVEY).message("en")


@pytest.mark.parametrize(
    "code",
    [
        "330212001002GB00003",
        "330212001002GB00003F00010001",
        "330212001002JA00003W00000000",
        "330212000000GH00001W00000000",
        "110101999999ZS99999Q00000001",
    ],
)
def test_a_unit_code_of_the_standard_has_no_flaw(code: str) -> None:
    assert land_codes.flaw(code) is None


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("999999001002GB00003", "no province"),
        ("33021200100XGB00003", "not all digits"),
        ("３３0212001002GB00003", "not all digits"),
        ("330212001000GB00003", "sub-zone is 000"),
        ("330212001002KB00003", "owner 'K'"),
        ("330212001002GQ00003", "right 'Q'"),
        ("330212001002GA00003", "of collectives"),
        ("330212001002ZC00003", "of collectives"),
        ("330212001002GB00000", "00000"),
        ("330212001002GB00003W00000001", "no fixture"),
        ("330212001002GB00003F00000000", "no number"),
        ("330212001002GB00003P00000001", "fixture 'P'"),
        ("330212001002gb00003", "owner 'g'"),
        ("330212001002GB0000", "18 characters"),
    ],
)
def test_a_unit_code_beside_the_standard_is_told(code: str, words: str) -> None:
    told = land_codes.flaw(code)
    assert told is not None
    assert words in told.en
    assert told.zh != told.en
