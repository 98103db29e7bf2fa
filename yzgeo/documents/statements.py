"""Figures of running text: which number, of what, of when; the ground on which targets and base figures are drafted."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import NamedTuple

import pandas as pd

from yzgeo.core.unit_grammar import is_count
from yzgeo.core.unit_words import CURRENCIES
from yzgeo.documents import subjects
from yzgeo.documents import words as word_tables
from yzgeo.documents.candidate import Candidate
from yzgeo.documents.numbers import Quantity, Time, quantities, times
from yzgeo.documents.passages import MARKS, Span, prose, sentences
from yzgeo.documents.period import Period
from yzgeo.documents.words import Words

HARD = "，；。：\n,;:？！?!"
CLOSING = {")": "(", "）": "（"}
FIRM = ("力争", "争取", "争创", "确保")
GENERIC = r"(?:同比|分别|年均|累计|平均|增长|增速|下降|提高|增加|减少|占比|比重|总量|总数|规模|数量|其中|共|约|和|及|达到|的)*"
RELATIVE = r"(?:分别)?(?:同比|较上年|比上年|较[^，]{0,8}|比[^，]{0,8})?(?:年均|累计)?(?:增长|增速|增幅|下降|提高|减少|降低|增加|净增)"
LEADS = (
    r"截[至止到]|其中|并且|并|且|同时|以及|及|和|与|预计|确保|力争|争取|争创|使得?|届时|基本|要|将|全面|共|再|全部(?=完成)|"
    r"全[区市县省镇](?=[^域])|我[区市县省]|本[区市县省]|实现|完成|达到|达成|推进|带动|以|形成以|形成|打造|建设|创建|引进和培育|引进|培育|"
    r"拥有|实施|开展|深化|累计(?:拥有|培育|实施|完成|引进)|总计"
)
LEAD = (
    r"(?:[、，,\s　:：—]+|[（(][0-9０-９一二三四五六七八九十]{1,3}[)）]|[①-⑳]"
    r"|(?:到|至)?“?[一二三四五六七八九十]+五”?(?:时?期?末|以来|时期|期间)"
    rf"|第[一二三四五六七八九十百0-9０-９]+[编章节条款]|规划(?=[到至])"
    rf"|(?:到|至|在)?[12１２][0-9０-９]{{3}}(?:[-—～至][12][0-9]{{3}})?年(?:[末底])?(?:之?前)?|{LEADS})"
)
"""What the words before a number may begin with that is no part of its name."""
DATED = r"(?:[到至在]?[“\"‘]?(?:[一二三四五六七八九十]+五[”\"’]?(?:时?期?末|以来|时期|期间)|[12][0-9]{3}年[末底]?))+$"
"""A time that a name ends in, which is no part of it."""
TAILS = r"为(?:重点|龙头|支撑|主体|核心|补充|主导|基础|引领).*$|^以上.*$|大关$|目标$|的?(?:规模|水平)$|的$"
YEAR = r"[12][0-9]{3}"
ONCE_MORE = rf"(?:力争)?[到至]?{YEAR}年[末底]?(?:力争|预计|将)?(?:达到|达|增至|增加到|提高到|提升到|实现)?"
"""Words before a number that is of what the last one was of, in another year."""
RISE = r"(?:提高|提升|增加|增长|上升|扩大|发展|下降|降低|减少|缩减|降|升|增)[到至]"
SHORTEST = 3
"""A name of so few characters (产值, 增加值) leaves open whose it is."""
CHANGE = "累计新增|新增|增加|减少|净增"
LISTED = (
    r"[\s　]*(?:[（(][0-9０-９一二三四五六七八九十]{1,3}[)）]|[①-⑳]|——|[●•·◆■]|[0-9０-９]{1,2}[.．、)）](?![0-9０-９]))"
)
"""A paragraph of a list."""
AIMED = "达|突破|超过|提高|提升|增[至加]|升至|控制"
"""Verbs of what is to be reached, where the year alone does not tell."""
WIDER = "(?<![占居列])(?:全[区市县省国镇]|我[区市县省]|本[区市县省])"
STANDING = "原则上|每[个家亩年]|各[个地镇]|一般不"
"""Words of a rule that holds always, and is of no year."""
EMPTY_NOUNS = {"大关", "目标", "规模", "水平", "级", "以", "的", "了", "个", "左右"}


class Statement(NamedTuple):
    """A number that running text states.

    - `clause`, `quantity`: where, and what (positions are of the clause's text)
    - `name`: what it is a number of, as the text has it
    - `change`: 新增, 增加 and the like before a number whose name stands behind it; blank else
    - `of`: the name that a relative one (同比增长, 占比) belongs to, else blank
    - `time`: when; None where the text does not say
    - `phase`: near or far term, as the text has it
    - `firm`: 力争 and the like, said of the whole sentence
    - `verb`: the verb before the number
    - `sentence`: the words around it
    - `time_said`: the clause that says when, and the sentence that does
    - `doubts`: why it is not sure, as keys of `questions`
    """

    clause: str
    quantity: Quantity
    name: Span
    of: str
    change: str
    time: Time | None
    phase: Span | None
    firm: str
    verb: str
    sentence: Span
    time_said: tuple[str, str]
    doubts: tuple[str, ...]


class Said(NamedTuple):
    """A time that holds for what follows: how many sentences ago it was said, its clause and sentence."""

    ago: int
    time: Time
    clause: str
    quote: str


def statements(clauses: pd.DataFrame, words: Words) -> list[Statement]:
    """All numbers with units of the running text, in their order; headings state none."""
    found: list[Statement] = []
    of_province = clauses["text"].str.contains("[我本]省").any()
    opened: Said | None = None  # the time over a list: 到2025年：
    above: list[tuple[str, str, Said]] = []  # heading and text of paragraphs that say by when, and the time
    for clause in prose(clauses):
        if clause["kind"] == "heading":
            continue
        text, heading = clause["text"], str(clause["heading"] or "")
        term = re.match(rf"{MARKS}[“\"‘](?P<term>[^”\"’]{{1,12}})[”\"’]", text)
        defined = [said for path, earlier, said in above if term and path == heading and term["term"] in earlier]
        if opened is not None and not re.match(LISTED, text):
            opened = None
        defined += [opened] if opened is not None else []
        found += in_text(clause["clause"], text, words, tuple(defined[-1:]), of_province=of_province)
        whole = Span(text, 0, len(text))
        until = [one for one in times(text, words) if one.until and _is_setting(text, whole, one)]
        if until:
            quote = _around(text, until[0])
            above.append((heading, text, Said(1, until[0], clause["clause"], quote)))
            opened = above[-1][2] if text.rstrip().endswith(("：", ":")) else None
    return found


def _around(text: str, time: Time) -> str:
    return next((one.text.strip() for one in sentences(text) if one.start <= time.start < one.end), text)


def in_text(
    clause: str, text: str, words: Words, known: tuple[Said, ...] = (), *, of_province: bool = False
) -> Iterator[Statement]:
    """The statements of one text; `known` is a time that holds for it from an earlier one.

    In a plan `of_province` the figures of the whole province are its own.

    >>> tables = word_tables.load()
    >>> for said in in_text("一", "到2025年，绿色工厂达到100家，高新企业冲破千家，同比增长5%。", tables):
    ...     print(said.name.text, said.quantity.value, said.quantity.unit, said.time and said.time.year, said.of, said.doubts)
    绿色工厂 100 家 2025  ()
    高新企业 1000 家 2025  ()
    同比增长 5 % 2025 高新企业 ()
    """
    all_quantities = quantities(text, words)
    starts = [one.start for one in all_quantities]
    earlier: list[Said] = list(known)
    for sentence in sentences(text):
        inside = all_quantities[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]
        named = [
            Time(one.year_from, one.year, one.until, one.start + sentence.start, one.end + sentence.start)
            for one in times(sentence.text, words)
        ]
        yield from _sentence(clause, text, sentence, inside, named, earlier, words, of_province)
        setting = [one for one in named if not _is_base(text, one) and _is_setting(text, sentence, one)]
        if setting or not known:
            earlier = [one._replace(ago=one.ago + 1) for one in earlier if one not in known]
        again = {(one.year_from, one.year) for one in setting}
        earlier = [one for one in earlier if (one.time.year_from, one.time.year) not in again]  # a time is held once
        earlier += [Said(1, one, clause, sentence.text.strip()) for one in setting]


def _sentence(
    clause: str,
    text: str,
    sentence: Span,
    inside: list[Quantity],
    named: list[Time],
    earlier: list[Said],
    words: Words,
    of_province: bool,
) -> Iterator[Statement]:
    own = [one for one in named if not _is_base(text, one)]
    setting = [one for one in own if _is_setting(text, sentence, one)]
    firm = next((word for word in FIRM if re.match(rf"[^，]{{0,12}}{word}", sentence.text)), "")
    done: list[Statement] = []
    following = {one.start: other.first for one, other in pairwise(inside)}
    for series in _series(text, inside):
        stated = [one for one in _without_sizes(text, series) if not _restates(text, one, inside)]
        if not stated:
            continue
        for named_one in _named(clause, text, sentence, stated, done, following, words):
            statement = _of_phase(text, named_one, sentence, done, words)
            said, doubt = _time(text, statement, own, setting, earlier)
            phase = _phase(text, statement, words)
            doubts = [*statement.doubts, *([doubt] if doubt and phase is None else [])]
            doubts += _whose_territory(text, sentence, statement.quantity, done, words, of_province)
            doubts += ["comparison"] if _compares(text[sentence.start : statement.quantity.start], words) else []
            if {"rule", "rise"} & set(doubts):
                said = None
            finished = statement._replace(
                time=None if said is None else said.time,
                time_said=("", "") if said is None else (said.clause, said.quote),
                phase=phase,
                firm=firm or statement.firm,
                doubts=tuple(dict.fromkeys(doubts)),
            )
            done.append(finished)
            yield finished


def _whose_territory(
    text: str, sentence: Span, one: Quantity, done: list[Statement], words: Words, of_province: bool
) -> tuple[str, ...]:
    """A doubt where the number is another territory's: 全省 before it, or before the last one and none since."""
    part = re.split("[，,；;]", text[sentence.start : one.first])[-1]
    other, own = (word_tables.one_of(word_tables.of(words, "territories", whose=whose)) for whose in ("other", "own"))
    begins = re.sub(rf"^(?:{LEAD})+(?={other})", "", part)
    if of_province and re.match(r"全省|[\u4e00-\u9fff]{2,3}省", begins):
        return ()
    if re.match(other, begins) or re.match(r"[\u4e00-\u9fff]{2,3}省(?!级)", begins):
        return ("scope",)
    carried = done and "scope" in done[-1].doubts and not re.search(own, part)
    return ("scope",) if carried else ()


def _compares(before: str, words: Words) -> bool:
    """Whether a number only tells the distance to another one: 高于全市5个百分点, 高于2025年0.8个百分点."""
    return bool(
        re.search(
            rf"{word_tables.one_of(word_tables.of(words, 'comparisons'))}"
            rf"(?:[全本我][国省市县区]|{YEAR}年|[上去]年|同期|规划期?|平均|预期)[^，；。]{{0,10}}$",
            before,
        )
    )


def _series(text: str, inside: list[Quantity]) -> Iterator[list[Quantity]]:
    """Numbers that follow each other with nothing but 、 or 和 between them, else each alone."""
    series: list[Quantity] = []
    for one in inside:
        if series and not re.fullmatch(r"[、和及与以]{1,2}", text[series[-1].last : one.first].strip()):
            yield series
            series = []
        series.append(one)
    if series:
        yield series


def _without_sizes(text: str, series: list[Quantity]) -> list[Quantity]:
    """Without numbers that only describe what is counted: 500万元以上工业项目1572个."""
    found = []
    for one in series:
        rest = text[one.last :]
        size = re.match(r"(?:的)?[^，；。、：\n（(]{0,16}", rest)
        follows = size[0] if size else ""
        is_money = one.unit.endswith("元") or one.unit[-2:] in CURRENCIES
        counted = re.match(r"[^，；。：\n]{0,30}?[0-9０-９]+\s*[-—～]?[0-9０-９]*\s*(?:余|多)?[家个项户人座条]", rest)
        if is_money and (re.match(r"的?(?:[^，；。]{0,6})?(?:企业|项目|园区|开发区|集群|产业链)", follows) or counted):
            continue
        found.append(one)
    return found


def _restates(text: str, one: Quantity, inside: list[Quantity]) -> bool:
    """Whether a number only says the one before it in another unit: 8500亩（约5.67平方公里）."""
    before = next((other for other in reversed(inside) if other.last <= one.first), None)
    return (
        before is not None
        and text[before.last : one.first] in {"（", "("}
        and text[one.last : one.last + 1] in {"）", ")"}
    )


def _named(
    clause: str,
    text: str,
    sentence: Span,
    series: list[Quantity],
    done: list[Statement],
    following: dict[int, int],
    words: Words,
) -> Iterator[Statement]:
    first = series[0]
    begin = _begin(text, sentence.start, first.first, done)
    before = Span(text[begin : first.first], begin, first.first)
    verb, before = _without_verb(before, words)
    generic = set(word_tables.of(words, "generic_names"))
    risen = _from_to(text, begin, first, done)
    if risen is not None and len(series) == 1:
        known, of, known_doubts = risen
        yield Statement(clause, first, known, of, "", None, None, "", verb, sentence, ("", ""), known_doubts)
        return
    split = _distributed(before, len(series), text, done)
    for position, one in enumerate(series):
        doubts: list[str] = []
        of = change = ""
        behind = _behind(text, one, following.get(one.start, len(text)))
        if split is not None:
            name, of = split[position]
            if name is None:
                name, doubts = before, ["distributed"]
        elif position:
            name = behind if behind.text else before
            doubts = [] if behind.text else ["several"]
        else:
            name = _cleaned(before)
            counted = is_count(one.unit) or one.unit in {"亩", "公顷", "人", "万人", "平方公里", "万平方米"}
            if (behind.text and counted and (not name.text or _is_verb(before.text))) or (
                behind.text and counted and not verb and one.before == () and not _is_noun(name.text)
            ):
                name = behind
            if re.fullmatch(RELATIVE, name.text) or re.match(r"占", name.text):
                of = done[-1].of or done[-1].name.text if done else ""
                doubts += [] if of else ["name"]
            if not name.text and behind.text:
                name = behind
        if name.start >= one.last:
            change = _change(text[begin : one.first], done)
        if re.fullmatch(LEADS, name.text) or (name.start >= one.last and name.text.endswith("级")):
            doubts.append("name")
        if name.text in generic and not of:
            of = _lead_of(text)
            doubts += ["name"] if of or len(name.text) <= SHORTEST + 1 else []
        if of and done and "name" in done[-1].doubts and of.endswith(done[-1].name.text):
            doubts.append("name")
        if split is None and re.search("分别(?!为)", name.text):
            doubts.append("distributed")
        if re.search(STANDING, text[begin : one.first]):
            doubts.append("rule")
        if not re.search(r"[\u4e00-\u9fffA-Za-z]{2}", name.text) or (re.fullmatch(GENERIC, name.text) and not of):
            doubts.append("name")
        if len(name.text) <= SHORTEST and not of and not is_count(one.unit):
            of = _whose(text, sentence, begin, one, done)
            doubts += [] if of else ["name"]
        if re.match(r"[超过]{0,2}[0-9０-９]", name.text) and not re.search(r"[企项园平产]", name.text):
            doubts.append("name")
        if len(name.text) > 40 or re.search(r"[。；？]", name.text):
            doubts.append("name")
        if _in_brackets(text, sentence.start, one.start) and re.search(
            r"[+＋]", text[max(0, one.start - 2) : one.last + 30]
        ):
            doubts.append("brackets")
        near = next((word for word in FIRM if before.text.endswith(word)), "")
        yield Statement(clause, one, name, of, change, None, None, near, verb, sentence, ("", ""), tuple(doubts))


def _lead_of(text: str) -> str:
    """The few words that a paragraph begins with, as a heading of it: （二）新材料."""
    match = re.match(rf"{MARKS}(?P<lead>[^。：:，,]{{2,16}})[。：:]", text)
    return match["lead"] if match else ""


def _whose(text: str, sentence: Span, begin: int, one: Quantity, done: list[Statement]) -> str:
    """Whose output or revenue a short name tells: that of the firms counted just before, or of the part's subject."""
    if (
        done
        and done[-1].quantity.unit == "家"
        and re.match(r"[，,]?(?:共)?(?:完成|实现)", text[done[-1].quantity.last : one.first])
    ):
        return done[-1].name.text
    part = re.split("[；;]", text[sentence.start : begin])[-1]
    subject = re.match(r"(?P<name>[\u4e00-\u9fff]{2,20}业)(?:为|是|居|位列)[^，]{2,16}，", part)
    return subject["name"] if subject else ""


def _change(before: str, done: list[Statement]) -> str:
    """新增 or another word before a number that says that only what is new is counted; it is said once for a list."""
    match = re.search(CHANGE, before)
    if match:
        return match[0]
    listed = done and done[-1].name.start >= done[-1].quantity.last and not before.strip("、和及以 ")
    return done[-1].change if listed else ""


def _begin(text: str, lowest: int, end: int, done: list[Statement]) -> int:
    """Where the words before a number begin: behind the last mark that parts, or the last number."""
    last = lowest
    if done:
        previous = done[-1]
        last = max(previous.quantity.last, previous.name.end)
        if previous.name.start >= previous.quantity.last:  # a list whose names stand behind their numbers
            last = max(last, text.rfind("、", last, end) + 1)
    depth = 0
    for position in range(end - 1, max(lowest, last) - 1, -1):
        character = text[position]
        if character in CLOSING:
            depth += 1
        elif character in CLOSING.values():
            if not depth:
                return position + 1
            depth -= 1
        elif not depth and character in HARD:
            return position + 1
    return max(lowest, last)


def _without_verb(before: Span, words: Words) -> tuple[str, Span]:
    verbs = [row["word"] for row in words["verbs"] if row["role"] in {"reach", "fall", "limit", "keep", "be"}]
    pattern = re.compile(rf"(?P<verb>{word_tables.one_of(verbs)})(?:了|到|至)?[\s:：]*$")
    text, said = before.text, ""
    while match := pattern.search(text):
        said = said or match["verb"]
        text = text[: match.start()]
    return said, Span(text, before.start, before.start + len(text))


def _from_to(text: str, begin: int, one: Quantity, done: list[Statement]) -> tuple[Span, str, tuple[str, ...]] | None:
    """What rose or fell: the name before 由2020年的, which the number behind 提高到2025年的 has as well."""
    before = text[begin : one.first]
    start = re.search(rf"[由从](?P<year>{YEAR}年[末底]?)?的?$", before)
    if start:
        name = _cleaned(Span(before[: start.start()], begin, begin + start.start()))
        relative = bool(re.match(r"占", name.text) or re.fullmatch(RELATIVE, name.text))
        of = (done[-1].of or done[-1].name.text) if relative and done else ""
        doubts = () if start["year"] else ("time",)
        return name, of, doubts if len(name.text) > 1 and (of or not relative) else (*doubts, "name")
    if done and done[-1].quantity.unit == one.unit and re.fullmatch(ONCE_MORE, before):
        return done[-1].name, done[-1].of, tuple(doubt for doubt in done[-1].doubts if doubt == "name")
    end = re.fullmatch(rf"[，,]?{RISE}(?P<year>{YEAR}年[末底]?)?的?", before)
    if end and done and re.search(rf"[由从](?:{YEAR}年[末底]?)?的?$", text[: done[-1].quantity.first]):
        return done[-1].name, done[-1].of, () if end["year"] else ("rise",)
    return None


def _distributed(before: Span, count: int, text: str, done: list[Statement]) -> list[tuple[Span | None, str]] | None:
    """Names of numbers that stand together: 甲、乙分别为1家、2家, and 分别增长5%和6% of what was named before."""
    said = "分别" in text[before.start : before.end + 6]
    if count == 1:
        return None
    head = re.sub(r"分别$", "", before.text)
    risen = re.search(rf"分别(?P<change>{RELATIVE})$", before.text)
    if risen is not None and risen.start():
        named = _cleaned(Span(before.text[: risen.start()], before.start, 0))
        parts = re.findall(r"[^、和与及]+", named.text)
        change = Span(risen["change"], before.start + risen.start("change"), before.start + risen.end())
        return [(change, part) for part in parts] if len(parts) == count else [(None, "")] * count
    if said and re.fullmatch(rf"[、，]?(?:分别)?{RELATIVE}", before.text):
        alike = done[-count:]
        if len(alike) == count:
            return [(before, one.name.text) for one in alike]
        return [(None, "")] * count
    named = _cleaned(Span(head, before.start, 0))
    names = list(re.finditer(r"[^、和与及]+", named.text))
    offset = named.start
    if said and len(names) == count:
        return [(Span(name[0], offset + name.start(), offset + name.end()), "") for name in names]
    return [(None, "")] * count if said else None


def _cleaned(before: Span) -> Span:
    """The words before a number without times, connecting words and verbs at their beginning."""
    start, words = before.start, before.text
    lead = re.compile(LEAD)
    while words and (match := lead.match(words)) and match.end():
        if len(words) - match.end() < 2 and match[0][0] not in "、，, 　:：—":
            break
        words, start = words[match.end() :], start + match.end()
    stripped = words if re.fullmatch(rf"{YEAR}年[末底]?", words) else re.sub(DATED, "", words)
    stripped = re.sub(r"(?:[、，,\s　:：]|分别|累计|共|的|力争|争取|争创|确保|预计|计划)+$", "", stripped)
    return Span(stripped, start, start + len(stripped))


def _behind(text: str, one: Quantity, until: int) -> Span:
    """The words behind a number, up to the next mark that parts or the next number."""
    match = re.match(
        r"(?:的)?([^，；。、：\n,;:（(]*(?:[（(][^）)]*[）)][^，；。、：\n,;:（(]*)?)", text[one.last : until]
    )
    words = match[1] if match else ""
    rest = re.sub(TAILS, "", words).rstrip(" 　和及与")
    if rest in EMPTY_NOUNS or not re.match(r"[“\"‘\u4e00-\u9fffA-Za-z]|[0-9]+[百千万亿]+级", rest):
        return Span("", one.last, one.last)
    start = one.last + (match.start(1) if match else 0)
    return Span(rest, start, start + len(rest))


def _is_verb(text: str) -> bool:
    """Whether the words before a number end in a verb, so that what is counted stands behind it."""
    return bool(re.search(rf"(?:{LEADS}|{CHANGE}|有|了|每个?[^，]{{0,8}}|原则上.*)$", text.strip("、， ")))


def _is_noun(text: str) -> bool:
    return len(text) >= 3


def _in_brackets(text: str, lowest: int, position: int) -> bool:
    part = text[lowest:position]
    return part.count("（") + part.count("(") > part.count("）") + part.count(")")


def _is_base(text: str, time: Time) -> bool:
    """Whether a time is what another one is compared with: 比2020年; 由2020年的18 says when the 18 were."""
    before = text[max(0, time.start - 3) : time.start]
    if before.endswith(("由", "从")):
        return not re.match(r"的?[约近]?[0-9０-９]", text[time.end :])
    return bool(re.search(r"(?:比|较|与|以|[高低快慢优好多少大小]于|[高超低]出|超过)$", before))


def _is_setting(text: str, sentence: Span, time: Time) -> bool:
    """Whether a time stands for what follows, at the beginning of a sentence or between commas: not 2020年全国示范项目."""
    before = text[sentence.start : time.start].strip("“ 　")
    return not re.sub(rf"^(?:{'|'.join(FIRM)}|——|其中|预计|计划|截[至止到]|[近中远]期|{MARKS})*", "", before) or (
        before[-1:] in "，,；;（(" or text[time.end : time.end + 1] in "，,"
    )


def _time(
    text: str, statement: Statement, own: list[Time], setting: list[Time], earlier: list[Said]
) -> tuple[Said | None, str]:
    """When a number is of, and what is doubtful about it."""
    start = statement.quantity.start
    lowest = statement.sentence.start
    begin = max(lowest, *(text.rfind(mark, lowest, start) + 1 for mark in HARD))
    preceding = [one for one in own if one.end <= start and (one in setting or one.start >= begin)]
    if preceding:
        nearest = preceding[-1]
        beside = {one.year for one in preceding if nearest.start - one.end <= 2}
        said = Said(0, nearest, statement.clause, statement.sentence.text.strip())
        return said, "several_times" if len(beside) > 1 else ""
    if any(one.start > start for one in setting):
        return None, "time"
    if not earlier:
        return None, "time"
    years = {(one.time.year_from, one.time.year) for one in earlier}
    return earlier[-1], "" if len(years) == 1 or earlier[-1].ago == 1 else "time"


def _of_phase(text: str, said: Statement, sentence: Span, done: list[Statement], words: Words) -> Statement:
    """A number of the near or far term, with the name that stands before the terms: 人口规模：近期12万人，远期20万人."""
    phase = word_tables.one_of(word_tables.of(words, "phases"))
    match = re.fullmatch(rf"(?P<name>[^，；。]*?){phase}(?:[（(][^）)]*[）)])?", said.name.text)
    if match is None:
        return said
    name = Span(match["name"], said.name.start, said.name.start + len(match["name"]))
    if not name.text:
        head = re.match(
            rf"\s*(?:{MARKS})(?P<name>[^，；。：:]{{2,16}})[：:]", text[sentence.start : said.quantity.start]
        )
        if done and done[-1].phase is not None:
            name = done[-1].name
        elif head and not re.match(phase, head["name"]):
            name = Span(head["name"], sentence.start + head.start("name"), sentence.start + head.end("name"))
    doubts = tuple(doubt for doubt in said.doubts if doubt != "name")
    doubts = doubts if len(name.text) > 1 else (*doubts, "name")
    return said._replace(name=name, doubts=doubts)


def _phase(text: str, statement: Statement, words: Words) -> Span | None:
    lowest = statement.sentence.start
    begin = max(lowest, *(text.rfind(mark, lowest, statement.quantity.first) + 1 for mark in HARD))
    part = text[max(begin, statement.sentence.start) : statement.quantity.first]
    match = re.search(word_tables.one_of(word_tables.of(words, "phases")), part)
    if match is None:
        return None
    start = max(begin, statement.sentence.start) + match.start()
    return Span(match[0], start, start + len(match[0]))


def is_target(said: Statement, heading: str, period: Period | None) -> bool:
    """Whether a statement is of what is to be reached: by its year, its words, or the heading over it.

    >>> statement = next(in_text("一", "到2025年，绿色工厂达到100家。", word_tables.load()))
    >>> print(is_target(statement, "", None))
    True
    """
    if said.phase is not None:
        return True
    if said.time is None:
        return bool(said.firm)
    if period is not None and said.time.year and int(said.time.year) < int(period.first):
        return False
    if said.time.until or said.firm:
        return True
    if period is not None and said.time.year:
        inside = int(period.first) < int(said.time.year) < int(period.last)
        return bool(re.match(AIMED, said.verb)) if inside else int(said.time.year) >= int(period.last)
    return bool(re.search(r"目标|指标", heading))


def in_zone(said: Statement, text: str, zones: Mapping[str, str], words: Words) -> tuple[str, Statement]:
    """The zone that a statement is of: that of its clause, blank for the district, which its own words may name.

    Where words before it name the district it may be of either, which is doubtful.
    """
    zone = zones.get(said.clause, "")
    before = text[: said.quantity.first]
    if zone and re.search(WIDER, re.split("[，,；;。]", before)[-1]):
        return "", said
    if zone and subjects.other_zone(before, zone, words):
        return "", said._replace(doubts=(*said.doubts, "scope"))
    if zone and re.search(WIDER, before):
        return "", said._replace(doubts=(*said.doubts, "scope"))
    return zone, said


class Cell(NamedTuple):
    """A cell of a statement: column, value, the clause and characters that say it, and the words around."""

    column: str
    value: str
    clause: str
    start: int
    end: int
    quote: str


def cells(said: Statement) -> Iterator[Cell]:
    """The cells that a statement gives, whichever table it goes to."""
    one, quote = said.quantity, said.sentence.text.strip()

    def cell(column: str, value: str, start: int, end: int) -> Cell:
        return Cell(column, value, said.clause, start, end, quote)

    yield cell("value", one.value, one.start, one.end)
    if one.upper:
        yield cell("value_to", one.upper, one.start, one.end)
    yield cell("unit", one.unit, one.start, one.end)
    firm = said.firm if said.firm and said.firm not in one.before else ""
    qualifiers = [*filter(None, [firm]), *one.before, *one.behind]
    if qualifiers:
        yield cell("qualifier", "、".join(qualifiers), said.sentence.start if firm else one.first, one.last)
    if said.time is not None:
        clause, around = said.time_said
        for column, value in (("year", said.time.year), ("year_from", said.time.year_from)):
            if value:
                yield Cell(column, value, clause, said.time.start, said.time.end, around)
    if said.phase is not None:
        yield cell("phase", said.phase.text, said.phase.start, said.phase.end)
    yield cell("noun", said.name.text, said.name.start, said.name.end)


def candidate(
    table: str, kind: str, said: Statement, column: str, value: str, start: int, end: int, code: str = ""
) -> Candidate:
    """A cell of the row of `table` that a statement makes; its first doubt, else `code`, says how it was had."""
    return Candidate(
        table,
        f"{said.clause}@{said.quantity.start}",
        column,
        value,
        kind,
        said.clause,
        start,
        end,
        said.sentence.text.strip(),
        "prose",
        "likely" if said.doubts else "sure",
        said.doubts[0] if said.doubts else code,
    )


def candidates_beside(table: str, kind: str, said: Statement, zone: str) -> Iterator[Candidate]:
    """What stands beside the amount of a statement: the zone, whose the figure is, and that it is a change."""
    if zone:
        yield candidate(table, kind, said, "scope", f"zone:{zone}", said.quantity.start, said.quantity.end, "code")
    if said.of:
        yield candidate(table, kind, said, "of", said.of, said.name.start, said.name.end, "code")
    if said.change:
        yield candidate(table, kind, said, "change", said.change, said.sentence.start, said.quantity.start, "code")
