"""Whether names mean one industry: words that they share and that few other industries have."""

from __future__ import annotations

from collections import Counter

from yzgeo.checks.name_matching import longest_shared

COMMON = {
    "产业",
    "制造",
    "技术",
    "高端",
    "现代",
    "智能",
    "新型",
    "装备",
    "设备",
    "服务",
    "加工",
    "工业",
    "科技",
    "研发",
    "创新",
    "先进",
    "生产",
    "业务",
}
"""Words that the names of many industries have."""


def common_pairs(groups: dict[str, set[str]]) -> set[str]:
    """Pairs of characters that the names of three industries or more have, and such as any industry may have.

    >>> named = {"a": {"海洋食品"}, "b": {"海洋药物"}, "c": {"海洋服务业"}}
    >>> print("海洋" in common_pairs(named), "食品" in common_pairs(named))
    True False
    """
    counts = Counter(
        pair for group in groups.values() for pair in {name[i : i + 2] for name in group for i in range(len(name) - 1)}
    )
    return {pair for pair, count in counts.items() if count > 2} | COMMON


def shared_word(text: str, names: set[str], common: set[str]) -> str:
    """The longest run of a text and some names that is not common to many industries; empty where there is none.

    >>> print(shared_word("大健康", {"医疗健康", "生物医药"}, set()))
    健康
    """
    runs = [longest_shared(text, name) for name in sorted(names)]
    own = [run for run in runs if len(run) > 1 and any(run[i : i + 2] not in common for i in range(len(run) - 1))]
    return max(own, key=len, default="")
