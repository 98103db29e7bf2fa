"""What a number of running text is of: the words before it, behind it, or before the number before."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yzgeo.core.unit_grammar import is_count
from yzgeo.core.unit_words import CURRENCIES
from yzgeo.documents import words as word_tables
from yzgeo.documents.numbers import Quantity
from yzgeo.documents.passages import MARKS, Span
from yzgeo.documents.statement import Statement
from yzgeo.documents.words import Words

HARD = "，；。：\n,;:？！?!"
CLOSING = {")": "(", "）": "（"}
FIRM = ("力争", "争取", "争创", "确保")
GENERIC = r"(?:同比|分别|年均|累计|平均|增长|增速|下降|提高|增加|减少|占比|比重|总量|总数|规模|数量|其中|共|约|和|及|达到|的)*"
YEARS = r"(?:[一二两三四五六七八九十0-9０-９]{1,2}年(?:来|间|内|中)?)?"
"""So many years, before what changed in them."""
RELATIVE = (
    rf"(?:分别)?{YEARS}"
    r"(?:同比|较上年|比上年|较[^，]{0,8}|比[^，]{0,8})?(?:年均|累计)?(?:增长|增速|增幅|下降|提高|减少|降低|增加|净增)"
)
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
TAILS = r"为(?:重点|龙头|支撑|主体|核心|补充|主导|基础|引领).*$|^以上.*$|(?<=.{2})(?<![高初集])中$|大关$|台阶$|目标$|的?(?:规模|水平)$|的$"
YEAR = r"[12][0-9]{3}"
ONCE_MORE = rf"(?:力争)?[到至]?{YEAR}年[末底]?(?:力争|预计|将)?(?:达到|达|增至|增加到|提高到|提升到|实现)?"
"""Words before a number that is of what the last one was of, in another year."""
RISE = (
    r"(?:提高|提升|增加|增长|上升|扩大|发展|下降|降低|减少|缩减|降|升|增"
    r"|整合|精简|归并|压减|压缩|削减|调整|上调|下调|调减|调增|缩短|拓展)(?:[到至]|为)"
)
SHORTEST = 3
"""A name of so few characters (产值, 增加值) leaves open whose it is."""
CHANGE = "累计新增|新增|增加|减少|净增"
STANDING = "原则上|每[个家亩年]|各[个地镇]|一般不"
"""Words of a rule that holds always, and is of no year."""
PER = "单位|万元|亩均|人均|地均|每"
CHANGES = "降低|下降|减少|提高|增长|降幅|增幅"
ACCRUED = "累计"
FEW = 10
"""So many things at least have a rate of growth."""
LONGEST_BARE = 6
"""Characters of a name that may leave out what it is per."""
DEED = (
    "(?:累计|已|共|全部|陆续|新)*"
    "(?:建成|建设|完成|开工|投产|竣工|实施|引进|培育|新建|改造|签约|落户|滞后|超额|整合|保留|腾退|盘活|新增)+"
)
"""A name that only says what is done, and not of what there is so much."""
ITEMS = {"项目", "指标", "任务", "工程", "专利", "标准", "成果", "措施", "平台"}
EMPTY_NOUNS = {"大关", "台阶", "目标", "规模", "水平", "级", "以", "的", "了", "个", "左右"}


def names(
    clause: str,
    text: str,
    sentence: Span,
    series: list[Quantity],
    done: list[Statement],
    following: dict[int, int],
    words: Words,
) -> Iterator[Statement]:
    """The statements of numbers that stand together, each with its name; without a time.

    `done` are the statements of the sentence before them, `following` says of each number where the next one begins.
    """
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
            of_what = before.text.endswith("的") and bool(behind.text)  # 规划确定的18项主要指标
            counted = is_count(one.unit) or one.unit in {"亩", "公顷", "人", "万人", "平方公里", "万平方米"}
            if (
                (behind.text and counted and (not name.text or _is_verb(before.text)))
                or (behind.text and counted and not verb and one.before == () and not _is_noun(name.text))
                or (of_what and is_count(one.unit))
            ):
                name = behind
            if re.fullmatch(RELATIVE, name.text) or re.match(r"占", name.text):
                of = done[-1].of or done[-1].name.text if done else ""
                doubts += [] if of and "name" not in done[-1].doubts and _may_grow(done[-1].quantity) else ["name"]
            if not name.text and behind.text:
                name = behind
        if name.start >= one.last:
            change = _change(text[begin : one.first], done)
        if re.fullmatch(LEADS, name.text) or (name.start >= one.last and name.text.endswith("级")):
            doubts.append("name")
        if name.text in generic and not of:
            of = _lead_of(text)
            doubts += ["name"] if of or len(name.text) <= SHORTEST + 1 else []
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
        if not of and re.search(rf"(?<![比较与于]){YEAR}年", name.text):
            doubts.append("name")
        if re.fullmatch(DEED, name.text) or (one.unit == "项" and len(name.text) < SHORTEST and name.text not in ITEMS):
            doubts.append("name")
        if _lacks_amount(one, f"{of}{name.text}", words) or _left_out(name.text, one, done):
            doubts.append("name")
        if before.text.endswith(ACCRUED) and ACCRUED not in one.before:  # 投资累计达到1500亿元
            one = one._replace(before=(ACCRUED, *one.before), first=before.end - len(ACCRUED))  # noqa: PLW2901
        near = next((word for word in FIRM if before.text.endswith(word)), "")
        yield Statement(clause, one, name, of, change, None, None, near, verb, sentence, ("", ""), tuple(doubts))


def _lead_of(text: str) -> str:
    """The few words that a paragraph begins with, as a heading of it: （二）新材料."""
    match = re.match(rf"{MARKS}(?P<lead>[^。：:，,]{{2,16}})[。：:]", text)
    lead = match["lead"] if match else ""
    return "" if re.match(rf"[近中远]期|展望|规划期|{DATED[:-2]}", lead) else lead


def _lacks_amount(one: Quantity, name: str, words: Words) -> bool:
    """Whether a sum of money has a name that no sum has: 其中新材料250亿元 leaves out of what."""
    is_money = one.unit.endswith("元") or one.unit[-2:] in CURRENCIES
    return is_money and not re.search(word_tables.one_of(word_tables.of(words, "money")), name)


def _may_grow(one: Quantity) -> bool:
    """Whether a rate may be of what is counted: not of 1个 or 3个."""
    return not is_count(one.unit) or float(one.value) >= FEW


def _left_out(name: str, one: Quantity, done: list[Statement]) -> bool:
    """Whether a fall or rise may be of what is said per unit just before: 单位增加值能耗降低15%，用水量降低18%."""
    if not done or one.unit != done[-1].quantity.unit or not (change := re.search(CHANGES, name)):
        return False
    return bool(re.search(PER, done[-1].name.text) and not re.search(PER, name)) and change.start() <= LONGEST_BARE


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
        if len(alike) == count and len({one.name.text for one in alike}) == count:
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
    stripped = re.sub(r"(?:[、，,\s　:：]|分别|共|的|力争|争取|争创|确保|预计|计划|仅|只|仅有|只有)+$", "", stripped)
    stripped = re.sub(
        r"(?:(?<=[\u4e00-\u9fff]{2})[一二两三四五六七八九十]{1,2}年)?(?:累计)?$|(?<=.{2})(?<![高初集])中$", "", stripped
    )
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
