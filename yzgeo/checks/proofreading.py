"""Suspected misprints in the words of a plan: a list of its own beside the findings, counted nowhere.

Only the surer kinds are told, each with the reading suspected and what speaks for it:

- a character that breaks a word which the plan has elsewhere whole (工而业区: 工业区)
- a character that is missing between words which the plan has elsewhere with it (制造高质量发展: 制造业高质量发展)
- a cell whose last word lacks a character that the other cells end with (插座目: 项目)
- a unit cut short behind a number (28000平: 平方米)
- words that are often written for others (零突破: 零的突破)
- marks and small words that stand twice, brackets without their other half

The plan's own words are the vocabulary. The words that may be broken are those of the phrases of pypinyin, which has
them for the reading of names already.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from yzgeo.checks.finding import Misprint
from yzgeo.checks.passages import CELL, lines, plain
from yzgeo.core.i18n import Text
from yzgeo.plan.cache import cached_per_plan
from yzgeo.plan.model import Plan

CHINESE = re.compile("[\u4e00-\u9fff]+")
SMALL = set("的了和与及等在以为是对从到向把被将其或也都而且并则所各每该个")
"""Small words that may stand between any two others."""
OFTEN = 3
"""So often a term stands in the plan to be one of its own."""
COHERENT = 5
"""So often two characters stand side by side to belong to one word."""
SHARE = 0.8
"""From this share on a character stands in one word almost always."""
AROUND = 5
LONGEST = 6
"""The longest run of characters that is counted."""
SHOWN = 5
UNIT = re.compile(r"[0-9](?P<unit>[万亿]?平(?:方(?![米公千厘分毫])|(?![方米原均台衡稳凉常安淡坦])))")
TWICE = re.compile(
    r"(?P<mark>[，。、；：])(?P=mark)|(?P<word>[的了和与及])(?P=word)(?![一-鿿]?[实确])|[，、；][。；，]"
)
CONFUSED = {
    re.compile("(?<=实现)零突破"): "零的突破",
    re.compile("截止(?=(?:到|至)?(?:目前|[0-9]{4}年|今年|去年|上年))"): "截至",
    re.compile("布署"): "部署",
    re.compile("按装(?=[在上下和及、设机管电调])"): "安装",
    re.compile("布暑"): "部署",
    re.compile("(?<=再接再)励"): "厉",
    re.compile("趋之若骛"): "趋之若鹜",
    re.compile("迫不急待"): "迫不及待",
    re.compile("一如继往"): "一如既往",
}
"""Words that are often written for others, of which one is meant: 实现零突破 says that nothing was reached."""
PAIRS = {"（": "）", "(": ")", "“": "”", "《": "》", "【": "】"}


SIC = Text("〔原文如此〕", " [sic]")
"""What stands behind a misprint of the plan wherever its words are quoted."""


class Run(NamedTuple):
    """An unbroken run of Chinese characters, and its clause."""

    clause: str
    text: str


@cached_per_plan
def misprints(plan: Plan) -> list[Misprint]:
    """Suspected misprints in the order of the clauses, each once.

    >>> from yzgeo.plan.load import load
    >>> found = misprints(load("yinzhou"))
    >>> print(next(one.suspected for one in found if "工而业区" in one.printed))
    工业区
    """
    cells = [(row.clause, cell.strip()) for row in lines(plan).itertuples() for cell in row.text.split(CELL)]
    runs = [Run(clause, run) for clause, cell in cells for run in CHINESE.findall(plain(cell))]
    counts = Counter(
        run.text[i : i + size]
        for run in runs
        for size in range(1, LONGEST + 1)
        for i in range(len(run.text) - size + 1)
    )
    kinds = (
        _broken(runs, counts),
        _missing(runs, counts),
        _ends(cells, counts),
        _units(cells),
        _confused(cells),
        _marks(cells),
    )
    found = {(one.clause, one.suspected, one.printed): one for kind in kinds for one in kind}
    order = {clause: number for number, clause in enumerate(plan.clauses["clause"])}
    return sorted(found.values(), key=lambda one: order[one.clause])


def with_sic(quoting: Text, found: Iterable[Misprint]) -> Text:
    """A message with `SIC` behind each suspected misprint that it quotes, with the words around it.

    >>> one = Misprint("一", "平塘工而业区", "工业区", Text("断开", "broken"))
    >>> print(with_sic(Text("内容述“平塘工而业区土地”。", "the text says “平塘工而业区土地”."), [one]).zh)
    内容述“平塘工而业区〔原文如此〕土地”。
    """
    zh, en = quoting
    for printed in dict.fromkeys(one.printed.strip("，。、；： ") for one in found):
        zh, en = zh.replace(printed, printed + SIC.zh), en.replace(printed, printed + SIC.en)
    return Text(zh, en)


def _broken(runs: list[Run], counts: Counter[str]) -> Iterator[Misprint]:
    """A single character within a word: neither pair that it makes stands elsewhere, the word does."""
    words = _words()
    for clause, text in runs:
        for at in range(1, len(text) - 1):
            before, extra, after = text[at - 1], text[at], text[at + 1]
            if counts[before + extra] > 1 or counts[extra + after] > 1 or counts[before + after] < COHERENT:
                continue
            around = ((left, right) for left in (3, 2, 1) for right in (3, 2, 1) if 2 < left + right < AROUND)
            whole = (text[max(0, at - left) : at] + text[at + 1 : at + 1 + right] for left, right in around)
            word = next((one for one in whole if one in words and counts[one] >= OFTEN), None)
            if word is not None:
                yield Misprint(
                    clause=clause,
                    printed=text[max(0, at - SHOWN) : at + SHOWN],
                    suspected=word,
                    reason=Text(
                        f"“{extra}”断开了“{word}”，后者另见 {counts[word]} 处",
                        f"{extra} breaks {word}, which stands {counts[word]} times elsewhere",
                    ),
                )


def _words() -> set[str]:
    """Words of three characters or four."""
    from pypinyin.phrases_dict import phrases_dict

    return {word for word in phrases_dict if len(word) in (3, 4)}


def _missing(runs: list[Run], counts: Counter[str]) -> Iterator[Misprint]:
    """Two runs of characters side by side once that stand elsewhere with one character between them."""
    between: dict[tuple[str, str], Counter[str]] = {}
    for term, count in counts.items():
        if len(term) == LONGEST and count >= OFTEN:
            for left in (2, 3):
                if term[left] not in SMALL:
                    between.setdefault((term[:left], term[left + 1 :]), Counter())[term[left]] += count
    for clause, text in runs:
        for at in range(2, len(text) - 1):
            if counts[text[at - 1 : at + 1]] > 1:
                continue
            for left in (2, 3):
                right = LONGEST - 1 - left
                one, other = text[max(0, at - left) : at], text[at : at + right]
                found = between.get((one, other))
                if found is None or counts[one + other] > 1:
                    continue
                character, count = found.most_common(1)[0]
                whole = one + character + other
                yield Misprint(
                    clause=clause,
                    printed=text[max(0, at - SHOWN) : at + SHOWN],
                    suspected=whole,
                    reason=Text(
                        f"或缺“{character}”：“{whole}”另见 {count} 处",
                        f"{character} may be missing: {whole} stands {count} times elsewhere",
                    ),
                )
                break


def _ends(cells: list[tuple[str, str]], counts: Counter[str]) -> Iterator[Misprint]:
    """Cells of tables that end with the last character of a word that other cells end with, and not with the word."""
    last_words = Counter(cell[-2:] for _, cell in cells if CHINESE.fullmatch(cell[-2:]) and len(cell) > 3)
    by_last: Counter[str] = Counter()
    for term, count in counts.items():
        if len(term) == 2:
            by_last[term[1]] += count
    for clause, cell in cells:
        end = cell[-2:]
        if len(cell) < 4 or not CHINESE.fullmatch(end) or counts[end] > 1:
            continue
        word, count = max(
            ((one, counts[one]) for one in last_words if one[1] == end[1] and one != end),
            key=lambda pair: pair[1],
            default=("", 0),
        )
        if count >= OFTEN and count >= SHARE * (by_last[end[1]] - counts[end]):
            yield Misprint(
                clause=clause,
                printed=cell[-2 * SHOWN :],
                suspected=word,
                reason=Text(
                    f"“{end[1]}”在他处几乎都作“{word}”，共 {count} 处",
                    f"elsewhere {end[1]} stands in {word} almost always, {count} times",
                ),
            )


def _units(cells: list[tuple[str, str]]) -> Iterator[Misprint]:
    """Areas whose unit is cut short."""
    for clause, cell in cells:
        for found in UNIT.finditer(cell):
            whole = f"{found['unit'].partition('平')[0]}平方米"
            yield Misprint(
                clause=clause,
                printed=cell[max(0, found.start() - SHOWN) : found.end() + 2],
                suspected=whole,
                reason=Text("数字之后的单位不全", "the unit behind a number is cut short"),
            )


def _confused(cells: list[tuple[str, str]]) -> Iterator[Misprint]:
    """Words that stand for others."""
    for clause, cell in cells:
        for pattern, meant in CONFUSED.items():
            for found in pattern.finditer(cell):
                yield Misprint(
                    clause=clause,
                    printed=cell[max(0, found.start() - SHOWN) : found.end() + SHOWN],
                    suspected=meant,
                    reason=Text("常见的误用", "a common mistake"),
                )


def _marks(cells: list[tuple[str, str]]) -> Iterator[Misprint]:
    """Marks and small words that stand twice, and brackets without their other half."""
    for clause, cell in cells:
        for found in TWICE.finditer(cell):
            yield Misprint(
                clause=clause,
                printed=cell[max(0, found.start() - SHOWN) : found.end() + SHOWN],
                suspected=found[0][-1],
                reason=Text("重复", "it stands twice"),
            )
        text = cell.translate(str.maketrans("()", "（）"))
        for opening, closing in PAIRS.items():
            if opening != "(" and text.count(opening) != text.count(closing):
                lacking = closing if text.count(opening) > text.count(closing) else opening
                shown = re.search(re.escape(opening if lacking == closing else closing), text)
                at = shown.start() if shown else 0
                yield Misprint(
                    clause=clause,
                    printed=cell[max(0, at - SHOWN) : at + 2 * SHOWN],
                    suspected=lacking,
                    reason=Text("括号或引号不成对", "brackets or quotation marks do not pair"),
                )
