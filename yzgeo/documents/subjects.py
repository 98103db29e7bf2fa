"""Which zone a passage speaks of: names at the head of paragraphs and headings, axes and bands that a structure lists."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

import pandas as pd

from yzgeo.documents import words as word_tables
from yzgeo.documents.numbers import number
from yzgeo.documents.once import once_per_document
from yzgeo.documents.passages import MARKS, Span, items
from yzgeo.documents.words import Words

LONGEST_NAME = 26
ALIAS = r"[（(](?:即|简称|以下简称|原|又称|含|[0-9０-９一二三四五六七八九十]+个)[^）)]*[）)]"
"""Brackets behind a name that are no part of it."""
NOTE = r"(?:[\[【][^\]】]{1,20}[\]】]\s*)?"
"""A word in square brackets before a paragraph."""
COUNT = "[一二两三四五六七八九十双多0-9０-９]"
MARKED = rf"(?=[^\u4e00-\u9fff]|[一二三四五六七八九十]+[、.]){MARKS}(?=[\u4e00-\u9fff])"
"""A paragraph with a number before it."""
SIDES = r"[东西南北中]{1,2}(?:部)?"
BARE = (
    r"(?:重点|特色|现代|产业|工业|专业|各类|小微|主要|优势|新型|综合|高端|核心|镇村级|国家级|省级|市级|县级|级"
    r"|老旧|低效|存量|传统|现有|新建|镇村|各级)*"
)
"""Words that make no name before a word for a zone."""
FORMED = r"(?:规划范围|范围)?(?:包括|包含|涵盖|含|涉及)|整合|位于|地处|东[至起临接]|四至"
"""What is said of a zone and of nothing else: what it is formed of, where it lies."""


class Subject(NamedTuple):
    """A zone that a document names.

    - `name`, `kind`: as printed; the kind is that of the heading over it, else the word that its name ends in
    - `clause`, `start`, `end`: where it is named first as a zone; `kind_at` where its kind stands
    - `parent`: name of the zone that it lies in, as the headings have it; blank without one
    - `how`, `certain`, `why`: how it was found, whether it surely is a zone, why not
    """

    name: str
    kind: str
    clause: str
    start: int
    end: int
    kind_at: tuple[str, int, int]
    parent: str
    how: str
    certain: bool
    why: str


class Reading(NamedTuple):
    """The zones of the running text, and for each clause that speaks of one its name."""

    subjects: list[Subject]
    of_clause: dict[str, str]


@once_per_document
def read(clauses: pd.DataFrame, words: Words) -> Reading:
    """The zones that the running text names, and which clauses speak of them.

    >>> text = ["1.两大“产业平台”", "甲山开发区。整合乙镇，面积5平方公里。", "主导产业：新材料。", "五、保障措施"]
    >>> kinds = ["heading", "paragraph", "paragraph", "heading"]
    >>> frame = pd.DataFrame({"clause": list("abcd"), "text": text, "kind": kinds, "heading": ""})
    >>> frame["cells"] = [()] * 4
    >>> reading = read(frame, word_tables.load())
    >>> print([(one.name, one.kind, one.certain) for one in reading.subjects], reading.of_clause)
    [('甲山开发区', '产业平台', True)] {'b': '甲山开发区', 'c': '甲山开发区'}
    """
    rows = [row for _, row in clauses.astype(object).iterrows()]
    subjects: list[Subject] = []
    of_clause: dict[str, str] = {}
    current: Subject | None = None
    above: list[tuple[str, Subject]] = []  # headings that are zones, with their path
    kind, kind_path = ("", ("", 0, 0)), None
    left = 0  # how many zones of that kind are still to come
    for position, row in enumerate(rows):
        text, heading = row["text"], str(row["heading"] or "")
        if row["kind"] == "row":
            continue
        above = [(path, one) for path, one in above if heading.startswith(path)]
        is_heading = row["kind"] == "heading" or _is_line(text, words)
        if is_heading:
            classed = _class(row, words)
            current = above[-1][1] if above else None
            if classed is not None:
                kind, kind_path = (classed.text, (row["clause"], classed.start, classed.end)), heading
                left = _counted(text, classed)
                continue
            if kind_path is not None and row["kind"] == "heading" and not heading.startswith(kind_path):
                kind, kind_path = ("", ("", 0, 0)), None
        elif re.match(MARKED, text) and (classed := _class(row, words, first_sentence=True)) is not None:
            kind, kind_path = (classed.text, (row["clause"], classed.start, classed.end)), heading
            left = _counted(text, classed)
            current = above[-1][1] if above else None
        elif (
            kind_path is not None
            and re.match(MARKED, text)
            and not heading.startswith(kind_path)
            and heading.count(" ") <= kind_path.count(" ")
        ):
            kind, kind_path = ("", ("", 0, 0)), None
        found = _lead(
            row,
            rows[position + 1 : position + 8],
            words,
            is_heading=is_heading,
            kind=kind if left else ("", ("", 0, 0)),
        )
        if found is not None:
            left -= bool(left)
            parent = above[-1][1].name if above and not is_heading else ""
            if is_heading and above and above[-1][1].name != found.name:
                parent = above[-1][1].name
            current = found._replace(parent=parent)
            if row["kind"] != "heading" and is_heading:
                above = [(path, one) for path, one in above if path != heading]
                above.append((heading, current))
            elif is_heading:
                path = (
                    heading
                    if heading and text.strip().endswith(heading.rsplit(" ", maxsplit=1)[-1])
                    else f"{heading} {text.strip()}".strip()
                )
                above.append((path, current))
            subjects.append(current)
        elif not is_heading and not _label(text, words) and (not above or current is not above[-1][1]):
            current = above[-1][1] if above else None  # a zone of a paragraph's head goes on in lines with labels alone
        listed = list(_inside(row, words))
        for one in listed:
            inner = one._replace(parent=current.name if current is not None and one.how == "pattern" else one.parent)
            subjects.append(inner)
            if row["kind"] == "heading" and len(listed) == 1:  # 第一节 一主：甲开发区 is the heading of that zone
                path = f"{heading} {text.strip()}".strip()
                path = heading if heading.endswith(text.strip()) else path
                above.append((path, inner))
                current = inner
            if one.how == "pattern" and found is None and one.start < 12:
                current = inner
        if current is not None and not (is_heading and found is None):
            of_clause[row["clause"]] = current.name
        elif above:
            of_clause[row["clause"]] = above[-1][1].name
    return Reading(_first(subjects), of_clause)


def _first(subjects: list[Subject]) -> list[Subject]:
    """Each zone once, a certain naming before an uncertain one."""
    best: dict[str, Subject] = {}
    for one in subjects:
        if one.name not in best or (one.certain and not best[one.name].certain):
            best[one.name] = one
    return list(best.values())


def ending(name: str, words: Words) -> str:
    """The word for a zone that a name ends in; blank where it is no name of one.

    >>> tables = word_tables.load()
    >>> print([ending(name, tables) for name in ("甲山产业园", "推进工业园区", "重点园区", "东区", "甲山")])
    ['产业园', '', '', '区', '']
    """
    bare = re.sub(r"[（(][^）)]*[）)]$", "", name)
    if side := re.fullmatch(rf"{SIDES}(?P<kind>片区|组团|园区|区|片)", bare):
        return side["kind"]
    match = re.search(rf"{word_tables.one_of(word_tables.of(words, 'zones'))}$", bare)
    if match is None or len(bare) > LONGEST_NAME or re.search(r"[，。；：:、]", bare):
        return ""
    stem = bare[: match.start()]
    if not stem or re.fullmatch(rf"{BARE}(?:{COUNT}[大个条]?)?", stem) or len(stem) < 2:
        return ""
    if re.match(word_tables.one_of(word_tables.of(words, "not_zones")), bare):
        return ""
    return match[0]


def other_zone(before: str, zone: str, words: Words) -> bool:
    """Whether the words before a number name a zone that is not this one, or point to another: 后者.

    >>> tables = word_tables.load()
    >>> print(other_zone("乙山产业园", "甲山产业园", tables), other_zone("甲山产业园一期", "甲山产业园", tables))
    True False
    """
    part = re.split("[，,；;。：:\n]", before)[-1]
    if re.search(word_tables.one_of(word_tables.of(words, "referents")), part):
        return True
    ends = word_tables.one_of(word_tables.of(words, "zones"))
    lead = word_tables.one_of(word_tables.of(words, "not_zones"))
    for match in re.finditer(rf"[\u4e00-\u9fff]{{2,{LONGEST_NAME}}}?{ends}(?![\u4e00-\u9fff]{{0,2}}级)", part):
        name = re.sub(r"^(?:其中|[到至]?\d{4}年[末底]?|[在由以和与及、])+", "", match[0])
        if not ending(name, words) or re.match(lead, name):
            continue
        if name not in zone and zone not in name:
            return True
    return False


def spoken_of(before: str, reading: Reading) -> str:
    """The zone that the words before a number speak of without a heading or label; blank where they speak of none.

    It begins a part of the sentence, or of an earlier one where no other zone does; a zone that is only mentioned
    (推进甲山园建设) is not what the sentence speaks of.

    >>> zone = Subject("甲山园", "园", "一", 0, 3, ("一", 2, 3), "", "label", True, "")
    >>> for before in ("“一核”即甲山园，产值", "推进甲山园建设，产值", "甲山园建成。产值"):
    ...     print(spoken_of(before, Reading([zone], {})) or "—")
    甲山园
    —
    甲山园
    """
    parts = re.split("[，,；;、：:\n]|(?<=。)", before)
    earlier = before.rfind("。") + 1
    found: list[tuple[int, str]] = []
    place = 0
    for part in parts:
        bare = re.sub(rf"^{MARKS}(?:其中|[“\"]?{COUNT}[^，]{{1,3}}[”\"]?)?(?:即|为|是|包括)?", "", part)
        begins = max((one.name for one in reading.subjects if bare.startswith(one.name)), key=len, default="")
        if begins:
            found.append((place, begins))
        place += len(part) + 1
    inside = [name for at, name in found if at >= earlier]
    names = {name for _, name in found}
    return inside[-1] if inside else names.pop() if len(names) == 1 else ""


def beginning(before: str, reading: Reading) -> str:
    """The zone that the part of a sentence before an area begins with, or that brackets around the area follow; else blank.

    >>> zone = Subject("甲山园", "园", "一", 0, 3, ("一", 2, 3), "", "label", True, "")
    >>> for before in ("一期；甲山园", "包括甲山园（", "南临甲山园，"):
    ...     print(repr(beginning(before, Reading([zone], {}))))
    '甲山园'
    '甲山园'
    ''
    """
    part = re.split(r"[；;。\n]", before)[-1]
    bare = re.sub(rf"^{MARKS}(?:其中|[“\"]?{COUNT}.{{1,2}}[”\"]?(?:即|为|是|[：:]))?", "", part)
    names = [one.name for one in reading.subjects]
    inside = max((name for name in names if re.search(rf"{re.escape(name)}[（(]$", part)), key=len, default="")
    begins = max((name for name in names if bare.startswith(name)), key=len, default="")
    others = [name for name in names if name in bare and name not in begins and begins not in name]
    return inside or ("" if others else begins)


def _is_bare(name: str, words: Words) -> bool:
    """Whether a name is only a word for zones with words that name none, or no name: 重点园区, 推进工业园区."""
    if re.match(word_tables.one_of(word_tables.of(words, "not_zones")), name):
        return True
    return bool(re.search(rf"{word_tables.one_of(word_tables.of(words, 'zones'))}$", name)) or bool(
        re.fullmatch(rf"(?:{BARE}|{COUNT}+).", name)
    )


def _is_line(text: str, words: Words) -> bool:
    """Whether a paragraph is nothing but a zone's name, as a title is."""
    return bool(ending(re.sub(rf"^{MARKS}", "", text.strip()), words))


def _class(row: pd.Series, words: Words, *, first_sentence: bool = False) -> Span | None:
    """The kind of zone that a heading is about: 四大“产业集聚区”, 省级经济开发区(2个)."""
    text = re.split("[。：]", row["text"])[0] if first_sentence else row["text"]
    quoted = re.search(rf"{COUNT}[大个]?[“\"](?P<kind>[^”\"]{{2,12}})[”\"]", text)
    counted = re.search(rf"(?P<kind>[^\s、.．）)“”，]{{2,14}})[（(]{COUNT}+个[）)]", text)
    plain = re.search(rf"{COUNT}[大个](?P<kind>[^\s，。：、“”]{{2,10}})[。：]?$", text)
    for match in (quoted, counted, plain):
        if match is not None:
            kind = match["kind"]
            known = re.search(rf"{word_tables.one_of([*word_tables.of(words, 'zones'), '平台', '区', '园'])}$", kind)
            if known:
                return Span(kind, *match.span("kind"))
    return None


def _counted(text: str, kind: Span) -> int:
    """How many a heading says there are of a kind; very many where it does not say."""
    near = text[max(0, kind.start - 4) : kind.start] + text[kind.end : kind.end + 6]
    match = re.search(rf"(?P<count>{COUNT})(?:[大个]|[“\"])", near)
    return int({"双": "2"}.get(match["count"]) or number(match["count"]) or 99) if match else 99


def _lead(
    row: pd.Series,
    following: list[pd.Series],
    words: Words,
    *,
    is_heading: bool,
    kind: tuple[str, tuple[str, int, int]],
) -> Subject | None:
    """The zone whose name a paragraph begins with."""
    text = row["text"]
    match = re.match(
        rf"{MARKS}{NOTE}(?P<name>[^。：:；;，,！？\n\t]{{2,{LONGEST_NAME + 14}}}?)(?P<end>[。：:\n]|——|，(?=规划|总|可|位于|面积)|$)",
        text,
    )
    area = word_tables.one_of([row["word"] for row in words["areas"]])
    inline = re.match(
        rf"{MARKS}{NOTE}(?P<name>[^。：:；;，,！？、\n]{{2,{LONGEST_NAME}}}?)(?:[的现共]*){area}[^，。]{{0,4}}[0-9０-９]",
        text,
    )
    for found in (match, inline):
        if found is None:
            continue
        raw = found["name"].rstrip()
        name = re.sub(rf"{ALIAS}$", "", raw).strip('“”" 　')
        verbs = word_tables.one_of(word_tables.of(words, "not_zones", why="verb"))
        name = re.sub(rf"^{verbs}(?=[\u4e00-\u9fff]{{4}})", "", name)  # 做强甲山高新区
        word = ending(name, words)
        alone = word_tables.one_of(word_tables.of(words, "lone_zones"))
        if not word and re.fullmatch(rf"[\u4e00-\u9fff]{{1,6}}{alone}", name) and not _is_bare(name, words):
            shown = _speaks_of_zone(text[found.end() :], words) or _labels_follow(following, words)
            word = name[-1] if shown else ""  # 城关园 is one only by what is said of it
        if not word or re.match(rf"{COUNT}[大个]", name) or name.count("“") != name.count("”"):
            continue
        start = found.start("name") + raw.find(name)
        own = (
            kind
            if kind[0]
            else (
                word,
                (
                    row["clause"],
                    start + len(re.sub(r"[（(][^）)]*[）)]$", "", name)) - len(word),
                    start + len(re.sub(r"[（(][^）)]*[）)]$", "", name)),
                ),
            )
        )
        rest = text[found.end() :]
        certain = _speaks_of_zone(rest, words) or _labels_follow(following, words) or (found is inline)
        if is_heading and not certain:
            certain = any(_speaks_of_zone(one["text"], words) for one in following[:2])
        return Subject(
            name,
            own[0],
            row["clause"],
            start,
            start + len(name),
            own[1],
            "",
            "label",
            certain,
            "" if certain else "zone",
        )
    return None


def _speaks_of_zone(text: str, words: Words) -> bool:
    if re.match(rf"\s*(?:在?[^。，]{{2,30}}基础上|{FORMED})", text):
        return True
    area = word_tables.one_of([row["word"] for row in words["areas"]])
    land = r"(?:平方公里|平方千米|公顷|亩|km2|km²|k㎡|平方米)"
    if re.search(rf"{area}[^。；，,]{{0,8}}[0-9０-９][0-9０-９.,．]*\s*万?{land}", text):
        return True
    return any(
        re.search(rf"(?:^|[。；，,])[“\"]?{row['word']}[：:为]", text)
        for row in words["labels"]
        if row["role"] != "area"
    )


def _labels_follow(following: list[pd.Series], words: Words) -> bool:
    """Whether the next paragraphs, up to another heading, are labels that only zones have."""
    for row in following[:3]:
        if row["kind"] == "heading":
            return False
        if _label(row["text"], words):
            return True
    return False


def _label(text: str, words: Words) -> str:
    match = re.match(rf"{MARKS}(?P<label>{word_tables.one_of(word_tables.of(words, 'labels'))})(?:[：:]|为|是)", text)
    return match["label"] if match else ""


def _inside(row: pd.Series, words: Words) -> Iterator[Subject]:
    """Zones that a paragraph lists: an axis and two bands, parts with areas of their own."""
    text = row["text"]
    structure = word_tables.one_of(word_tables.of(words, "structure"))
    term = rf"[“\"]?(?P<count>{COUNT})(?P<what>{structure})[”\"]?"
    for match in re.finditer(
        rf"(?:^|[。；;，,\n：:—●])\s*(?:{MARKS})?{term}(?:[：:]|[。，]?(?:即|是指|指|分别是|分别为|包括|为)[：:]?|——|(?<=”)。)(?P<list>[^。；;\n]+)",
        text,
    ):
        yield from _listed(row, match, words)
    for match in re.finditer(
        rf"(?:形成|构建|打造|构筑|布局)(?:以|由)?(?P<list>[^，。；]{{4,80}}?)(?:等|组成的|构成的)?[“\"](?P<count>{COUNT})(?P<what>{structure})[”\"]",
        text,
    ):
        yield from _listed(row, match, words)
    for match in re.finditer(
        rf"[“\"](?P<terms>(?:{COUNT}{structure}){{2,5}})[”\"][^，。：“]{{0,16}}[，,：:]?(?:即|包括|为)?[：:]?(?P<list>[^。；;\n“]+)",
        text,
    ):
        yield from _several(row, match, structure, words)
    area = word_tables.one_of([one["word"] for one in words["areas"]])
    for match in re.finditer(
        rf"(?<=[。；;，,：:])(?P<name>{SIDES}[区片])(?:为|是)[^，。；]{{2,20}}[，,](?:{area})", text
    ):
        yield Subject(
            match["name"],
            "区",
            row["clause"],
            *match.span("name"),
            (row["clause"], match.end("name") - 1, match.end("name")),
            "",
            "pattern",
            True,
            "",
        )


def _several(row: pd.Series, match: re.Match[str], structure: str, words: Words) -> Iterator[Subject]:
    """The names that a structure of several terms lists, where they are as many as its numerals say: “一区四园”."""
    listed = items(match["list"], match.start("list"), "、和与及，,")
    kinds: list[tuple[str, int, int]] = []
    for term in re.finditer(rf"(?P<count>{COUNT})(?P<what>{structure})", match["terms"]):
        count = {"双": "2"}.get(term["count"], number(term["count"]) or "0")
        at = match.start("terms") + term.start("what")
        kinds += [(term["what"], at, at + len(term["what"]))] * int(count)
    ends = [
        bool(ending(part.text, words)) or part.text.endswith(kind[0]) for part, kind in zip(listed, kinds, strict=False)
    ]
    if len(listed) != len(kinds) or not all(ends):
        return
    for part, (what, start, end) in zip(listed, kinds, strict=True):
        kind = word_tables.meaning(words, "structure", what, "kind")
        place = (row["clause"], start, end)
        yield Subject(part.text, kind, row["clause"], part.start, part.end, place, "", "label", True, "")


def _listed(row: pd.Series, match: re.Match[str], words: Words) -> Iterator[Subject]:
    what = match["what"]
    wanted = {"双": "2", "多": ""}.get(match["count"], number(match["count"]) or "")
    listed = [
        part
        for span in items(match["list"], match.start("list"), "、和与及")
        if (part := _of_list(span, what, words)).text
    ]
    named = [part for part in listed if ending(part.text, words) or part.text.endswith(what)]
    first = listed[:1] if wanted == "1" else listed
    if wanted == "1":
        named = [part for part in first if part in named]
        listed = first
    certain = bool(wanted) and str(len(listed)) == wanted and len(named) == len(listed)
    kind = word_tables.meaning(words, "structure", what, "kind")
    for part in named:
        yield Subject(
            part.text,
            kind,
            row["clause"],
            part.start,
            part.end,
            (row["clause"], *match.span("what")),
            "",
            "label",
            certain,
            "" if certain else "zone",
        )


def _of_list(span: Span, what: str, words: Words) -> Span:
    """A name of a list, without what is said of it: 滨江发展带，沿江布局; 沿国道的产业轴."""
    text = re.split(r"[，,（(]", span.text)[0]
    lead = re.match(
        r"(?:以|即|沿[^，、]{1,12}(?:形成|打造|布局)(?:的)?|依托[^，、]{1,12}(?:形成|打造)(?:的)?)?[“\"]?", text
    )
    start = lead.end() if lead else 0
    name = text[start:].rstrip('”"')
    return Span(name, span.start + start, span.start + start + len(name)) if len(name) > 1 else Span("", 0, 0)
