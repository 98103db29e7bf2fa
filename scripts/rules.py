"""Write docs/rules.md, the page of rules, from the docstrings of the rules; `--check` only compares."""

from __future__ import annotations

import argparse
import doctest
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

from yzgeo.checks.example_plan import PARCELS, TABLES
from yzgeo.checks.run import PACKAGE
from yzgeo.core import plugins
from yzgeo.ledger.ledger import LEDGER_FILE
from yzgeo.plan.load import load

PAGE = Path(__file__).parents[1] / "docs" / "rules.md"
FOUND, NOT_FOUND = "Found,", "Not found,"
HEAD = """# Rules 规则

Made by `scripts/rules.py` from the rules' own docstrings, whose examples the tests run: do not edit.
本页由规则自带说明生成，示例均经测试运行，请勿手改。

Each rule is one file in `yzgeo/checks/rules/`. `yzgeo check` runs them all, `--select RULE` one; a plan folder can excuse
findings (`suppressions.csv`) and set tolerances of its own (`tolerances.csv`), each with its reason. The examples
change a row or two of the [example plan](#the-example-plan-示例规划).
每条规则是 `yzgeo/checks/rules/` 下的一个文件。`yzgeo check` 全部运行，`--select 规则名` 只运行一条；规划文件夹可在
`suppressions.csv` 中豁免某些结果，在 `tolerances.csv` 中自定容差，均须写明理由。示例在[示例规划](#the-example-plan-示例规划)上改动一两行：
Found 之下为查出，Not found 之下为不报。
"""


def main() -> None:
    """Write the page, or with `--check` exit with 1 when it is not what the rules say."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="compare only")
    wanted = page()
    if not parser.parse_args().check:
        PAGE.write_text(wanted, "utf-8")
    elif PAGE.read_text("utf-8") != wanted:
        sys.exit(f"{PAGE} is stale: run python scripts/rules.py")


def page() -> str:
    """The page of rules as Markdown."""
    plan = load("yinzhou")
    rules = plugins.discover(PACKAGE)
    contents = "".join(f"| [`{name}`](#{name}) | {rule.TITLE.zh} | {rule.TITLE.en} |\n" for name, rule in rules.items())
    parts = [f"{HEAD}\n| rule | 规则 | |\n|---|---|---|\n{contents}"]
    for name, rule in rules.items():
        facts = [f"条文 clause (鄞州): {rule.clause(plan)}"]
        if hasattr(rule, "TOLERANCE"):
            facts.append(f"容差 tolerance: {rule.TOLERANCE.described('zh')} · {rule.TOLERANCE.described('en')}")
        listed = "\n".join(f"- {fact}" for fact in facts)
        parts.append(f"## {name}\n\n**{rule.TITLE.zh} · {rule.TITLE.en}**\n\n{listed}\n\n{_manual(rule)}")
    tables = "\n\n".join(f"`{name}.csv`\n\n```\n{_unindented(text)}\n```" for name, text in TABLES.items())
    ledger = f"`{LEDGER_FILE}`, a parcel ledger with its shapes as WKT\n\n```\n{_unindented(PARCELS)}\n```"
    parts.append(
        f"## The example plan 示例规划\n\nTwo zones without a flaw, with official outlines.\n\n{tables}\n\n{ledger}\n"
    )
    return "\n".join(parts)


def examples(rule: ModuleType) -> Iterator[tuple[bool, str]]:
    """Of each example in a rule's manual: whether it stands under what is found, and what it prints."""
    found = None
    for part in doctest.DocTestParser().parse(rule.__doc__ or ""):
        if isinstance(part, doctest.Example):
            if part.want:
                if found is None:
                    raise ValueError(f"{rule.__name__}: an example stands under neither '{FOUND}' nor '{NOT_FOUND}'")
                yield found, part.want
        else:
            for line in part.splitlines():
                found = False if line.startswith(NOT_FOUND) else True if line.startswith(FOUND) else found


def _manual(rule: ModuleType) -> str:
    """The docstring as Markdown: paragraphs as they are, examples as code."""
    blocks = []
    for block in (rule.__doc__ or "").strip().split("\n\n"):
        blocks.append(f"```python\n{_unindented(block)}\n```" if block.lstrip().startswith(">>>") else block)
    return "\n\n".join(blocks) + "\n"


def _unindented(text: str) -> str:
    return "\n".join(line.strip() for line in text.strip().splitlines())


if __name__ == "__main__":
    main()
