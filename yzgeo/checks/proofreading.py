"""Suspected misprints in the words of a plan: a list of its own beside the findings, counted nowhere.

Only the surer kinds are told, each with the reading suspected and what speaks for it:

- a character that breaks a word which the plan has elsewhere whole (工而业区: 工业区)
- a character that is missing between words which the plan has elsewhere with it (制造高质量发展: 制造业高质量发展)
- a cell whose last word lacks a character that the other cells end with (插座目: 项目)
- a word of which only the first character stands between two others (智能物设施: 智能物流)
- the name of a statistic cut short before its value (数字经济增总量突破2200亿元: 增加值总量)
- an adverb before a noun in a clause without a verb (全面制造业治理现代化)
- a share that goes beyond the whole (覆盖率突破100%, 突破全覆盖)
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
STANDING = SMALL | set(
    "一二三四五六七八九十百千万亿两正中制会上下内外前后间里处时年月日新大小多高好快更最较越再又还已能可要使让由给全部不无有做作"
    "性化型式率度力量者员业器品件级类版线点面区园城市县镇乡村省国家人带群链网站馆院校厂店所局"
)
"""Characters that are words by themselves or end others (审批制, 建设中), numerals among them."""
OFTEN = 3
"""So often a term stands in the plan to be one of its own."""
COHERENT = 5
"""So often two characters stand side by side to belong to one word."""
SHARE = 0.8
"""From this share on a character stands in one word almost always."""
OWN = 0.25
"""From this share on a character that begins a word is no ending of others (化 in 智能化, 成 in 打造成)."""
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
STATISTICS = (
    "增加值总量", "增加值", "总产值", "生产总值", "营业收入", "销售收入", "固定资产投资", "进出口总额", "销售总额",
    "税收收入", "利润总额", "利税总额", "从业人员",
)  # fmt: skip
"""Names of statistics that a character or two may be lost from."""
WHOLE = {
    "产值",
    "总值",
    "总量",
    "生产值",
    "营收",
    "收入",
    "投资",
    "资产投资",
    "总额",
    "增值",
    "总收入",
    "进出口额",
    "销售额",
    "销售收",
    "增加",
    "利税额",
    "利润额",
    "税收入",
    "从业人",
    "固定资产",
    "进出口",
    "进口总额",
    "增加总量",
    "增加量",
}
"""What is left of them and says something, or is said in short."""
NUMBER_BEHIND = r"(?=(?:比重|年均增速|规模)?(?:达到?|突破|超过|为|完成|实现|占|约|增至|升至)[^，。；、]{0,12}?[0-9])"
ADVERBS = "全面|大力|积极|着力|切实|进一步|不断|扎实|稳步|努力"
NOUNS = "(?:先进|传统|高端|现代|重点)?(?:制造业|服务业|农业|工业|产业|企业|园区|开发区|项目|基础设施)"
VERBLESS = re.compile(rf"^(?P<adverb>{ADVERBS})(?P<noun>{NOUNS})(?P<rest>[\u4e00-\u9fff]{{2,20}})$")
VERB = re.compile(
    "推进|推动|促进|实现|提升|提高|加快|加强|增强|完成|完善|建设|打造|构建|形成|发展|开展|深化|优化|强化|扩大|实施|落实"
    "|培育|引进|支持|鼓励|引导|推广|应用|改造|转型|升级|集聚|服务|投入|参与|进入|走向|迈|达|入|上|做|向|为|有|是|把|将|让|使|对|与"
)
"""Where one of these stands, a clause may have its verb."""
SHARE_OF_WHOLE = (
    "覆盖率|数控化率|普及率|入园率|达标率|合格率|处置率|处理率|利用率|占比|比重|贫困率|绿化率|城镇化率|就业率|入学率"
)
BEYOND = re.compile(
    rf"(?:{SHARE_OF_WHOLE})[^，。；、]{{0,6}}?(?P<beyond>突破|超过|高于|大于|冲破)(?P<whole>100[%％]|百分之百|百分之一百)"
    "|(?P<past>突破|超过|高于|冲破)(?P<all>全覆盖|全达标|全覆盖率)"
)
"""What is covered in whole can be covered no further. Capacity is used by more than 100 % at times, so its rate is not meant."""
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
        _first_alone(runs, counts),
        _statistics(cells),
        _verbless(cells),
        _beyond(cells),
        _units(cells),
        _confused(cells),
        _marks(cells),
    )
    found = {(one.clause, one.suspected, one.printed): one for kind in kinds for one in kind}
    order = {clause: number for number, clause in enumerate(plan.clauses["clause"])}
    return sorted(found.values(), key=lambda one: order[one.clause])


def with_sic(quoting: Text, found: Iterable[Misprint]) -> Text:
    """A message with `SIC` behind each suspected misprint that it quotes, with the words around it.

    >>> one = Misprint(clause="一", printed="平塘工而业区", suspected="工业区", reason=Text("断开", "broken"))
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


def _first_alone(runs: list[Run], counts: Counter[str]) -> Iterator[Misprint]:
    """A word of two characters of which the second is missing between two others.

    Elsewhere the word before and the first character go on with the second, always; the whole word stands by itself
    somewhere (物流、仓储), so that its first character is no ending; what follows here is a word of the plan as well.
    """
    begin, end = {text[:2] for _, text in runs}, {text[-2:] for _, text in runs}
    followers: dict[str, Counter[str]] = {}
    for term, count in counts.items():
        if len(term) == 4:
            followers.setdefault(term[:3], Counter())[term[3]] += count
    for clause, text in runs:
        for at in range(2, len(text) - 2):
            start, following = text[at - 2 : at + 1], text[at + 1 : at + 3]
            ways = followers[start] - Counter([following[0]])
            if counts[text[at : at + 2]] > 1 or len(ways) != 1 or following[0] in SMALL or start[-1] in STANDING:
                continue
            second = next(iter(ways))
            word = start[-1] + second
            if (
                word not in begin
                or following not in begin | end
                or counts[following] < OFTEN
                or min(counts[word], counts[start[:2]]) < COHERENT
                or counts[word] < OWN * counts[start[-1]]
            ):
                continue
            yield Misprint(
                clause=clause,
                printed=text[max(0, at - SHOWN) : at + SHOWN],
                suspected=start + second,
                reason=Text(
                    f"或缺“{second}”：“{start + second}”另见 {ways[second]} 处，“{word}”共 {counts[word]} 处",
                    f"{second} may be missing: {start + second} stands {ways[second]} times elsewhere, "
                    f"{word} {counts[word]} times",
                ),
            )


def _cut_short() -> dict[str, str]:
    """Names of statistics without one character or two in a row, and the whole."""
    found: dict[str, str] = {}
    for whole in STATISTICS:
        for size in (1, 2):
            for at in range(1, len(whole) - size + 1):
                left = whole[:at] + whole[at + size :]
                if len(left) > 2 and left not in WHOLE and left not in STATISTICS:
                    found.setdefault(left, whole)
    return found


CUT_SHORT = _cut_short()
STATISTIC = re.compile(rf"(?P<name>{'|'.join(sorted(CUT_SHORT, key=len, reverse=True))}){NUMBER_BEHIND}")
BEFORE = re.compile("(?:[业济区县市省镇乡贸易务全的]|[^\u4e00-\u9fff]|^)$")
"""What a short name may follow: 海洋经济增总量, and not 新增总量, 经营收入 or 税利总额."""
LONG = 4
"""So long a name is no ending of another word."""


def _statistics(cells: list[tuple[str, str]]) -> Iterator[Misprint]:
    """Names of statistics that lack a character before their value."""
    for clause, cell in cells:
        for found in STATISTIC.finditer(cell):
            name, whole = found["name"], CUT_SHORT[found["name"]]
            if cell[: found.end()].endswith(whole) or (len(name) < LONG and not BEFORE.search(cell[: found.start()])):
                continue
            yield Misprint(
                clause=clause,
                printed=cell[max(0, found.start() - SHOWN) : found.end() + SHOWN],
                suspected=whole,
                reason=Text(f"指标名称不全：“{name}”", f"the name of a statistic is cut short: {name}"),
            )


def _verbless(cells: list[tuple[str, str]]) -> Iterator[Misprint]:
    """Adverbs before a noun in a clause of a sentence that has no verb."""
    for clause, cell in cells:
        if CELL in cell or not re.search("[，。；]", cell):
            continue
        for part in re.split("[，。；：]", cell):
            found = VERBLESS.match(part.strip())
            if found is None or VERB.search(found["rest"]):
                continue
            like = re.search(f"{found['adverb']}(?P<verb>实现|推进|推动|提升|促进|加强|提高|深化)", cell)
            verb = like["verb"] if like else "推进"
            yield Misprint(
                clause=clause,
                printed=part.strip(),
                suspected=f"{found['adverb']}{verb}{found['noun']}",
                reason=Text(f"“{found['adverb']}”之后缺动词", f"a verb is missing behind {found['adverb']}"),
            )


def _beyond(cells: list[tuple[str, str]]) -> Iterator[Misprint]:
    """Shares said to go beyond the whole."""
    for clause, cell in cells:
        for found in BEYOND.finditer(cell):
            verb, whole = found["beyond"] or found["past"], found["whole"] or found["all"]
            yield Misprint(
                clause=clause,
                printed=cell[max(0, found.start() - SHOWN) : found.end() + 1],
                suspected=f"{'达到' if found['whole'] else '实现'}{whole}",
                reason=Text(f"全部之上不能再“{verb}”", f"nothing can go beyond the whole ({verb})"),
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
