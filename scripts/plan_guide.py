"""Write the tables of columns in docs/plan-folder.md and docs/plan-folder.zh.md from the schema; `--check` compares.

The text of the guide is written by hand. What stands between the two marks is made here: a table for each file of a
plan folder, from `yzgeo/plan/schema.json`, with a filled row of the built-in plan as the example.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Literal

from yzgeo.core.csv_rows import csv_rows
from yzgeo.core.text_encoding import decode
from yzgeo.plan import tables

DOCS = Path(__file__).parents[1] / "docs"
PAGES: dict[Literal["zh", "en"], Path] = {"zh": DOCS / "plan-folder.zh.md", "en": DOCS / "plan-folder.md"}
BEGIN, END = "<!-- tables: written by scripts/plan_guide.py, do not edit -->", "<!-- end of tables -->"
EXAMPLE_PLAN = "yinzhou"
LONGEST = 30
"""Characters of an example that are shown."""
WORDS = {
    "zh": {
        "head": "| 列 | 名称 | 怎样填 | 示例 | 显示在哪里 |",
        "shows": "**填了之后显示在**：{}。",
        "row": "示例：内置规划 {plan} 的 `{key}` 一行。",
        "made": "内置规划的这张表没有行；示例是虚拟的。",
        "only": "只能填",
        "known": "常用",
        "between": "、",
        "stop": "；",
        "key": "须是 `{}` 中的 `{}`",
    },
    "en": {
        "head": "| column | title | what to enter | example | where it appears |",
        "shows": "**Appears as**: {}.",
        "row": "Example: the row `{key}` of the built-in plan {plan}.",
        "made": "No built-in plan has a row in this table; the example is made up.",
        "only": "one of",
        "known": "common",
        "between": ", ",
        "stop": "; ",
        "key": "a `{1}` of `{0}`",
    },
}


def main() -> None:
    """Write the tables into both pages, or with `--check` exit with 1 when they are not what the schema says."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="compare only")
    check = parser.parse_args().check
    for lang, page in PAGES.items():
        text = page.read_text("utf-8")
        wanted = renewed(text, lang)
        if not check:
            page.write_text(wanted, "utf-8")
        elif text != wanted:
            sys.exit(f"{page} is stale: run python scripts/plan_guide.py")


def renewed(text: str, lang: Literal["zh", "en"]) -> str:
    """The page with its tables as the schema has them today."""
    before, _, rest = text.partition(BEGIN)
    _, _, after = rest.partition(END)
    return "\n\n".join([before + BEGIN, *_sections(lang), END + after])


def _sections(lang: Literal["zh", "en"]) -> Iterator[str]:
    words = WORDS[lang]
    for table in tables.schema()["tables"]:
        row = fullest_row(table["name"])
        fields = table["schema"]["fields"]
        keys = {key["fields"][0]: key["reference"] for key in table["schema"].get("foreignKeys", [])}
        key_columns = table["schema"].get("primaryKey") or [fields[0]["name"]]
        named = words["between"].join(row[column] for column in key_columns) if row else ""
        example = words["row"].format(plan=EXAMPLE_PLAN, key=named) if row else words["made"]
        lines = [
            f"### `{table['name']}.csv` {_in(table, 'title', lang)}",
            "",
            f"{_sentence(_in(table, 'description', lang), lang)} {words['shows'].format(_in(table, 'shows', lang))} {example}",
            "",
            words["head"],
            "|---|---|---|---|---|",
        ]
        for field in fields:
            value = row[field["name"]] if row else field.get("example", "")
            lines.append(
                f"| `{field['name']}`{'*' if field.get('constraints', {}).get('required') else ''} "
                f"| {_in(field, 'title', lang)} | {_filling(field, keys.get(field['name']), table['name'], lang)} "
                f"| {_cell(_short(value))} | {_cell(_in(field, 'shows', lang)) or '—'} |"
            )
        yield "\n".join(lines)


def fullest_row(table: str) -> dict[str, str]:
    """The first of the rows of the built-in plan with the most cells filled; nothing where the table is empty.

    >>> print(fullest_row("zones")["zone_id"], fullest_row("tolerances"))
    mingzhou {}
    """
    header, *rows = [row.cells for row in csv_rows(decode(tables.built_in() / EXAMPLE_PLAN / f"{table}.csv"))]
    filled = max(rows, key=lambda cells: sum(map(bool, cells)), default=[])
    return dict(zip(header, filled, strict=True)) if filled else {}


def _filling(field: Mapping[str, Any], key: Mapping[str, Any] | None, table: str, lang: Literal["zh", "en"]) -> str:
    """What is to be entered in a column: its description, the words it may hold, the table it points at."""
    words = WORDS[lang]
    parts = [_in(field, "description", lang)]
    if key and (field["name"] != "source" or not parts[0]):
        parts.append(words["key"].format(f"{key['resource'] or table}.csv", key["fields"][0]))
    for kind, listed in (("only", field.get("constraints", {}).get("enum")), ("known", field.get("known"))):
        if listed and not all(word in parts[0] for word in listed):
            parts.append(f"{words[kind]} {words['between'].join(f'`{word}`' for word in listed)}")
    return _cell(words["stop"].join(part for part in parts if part)) or "—"


def _in(described: Mapping[str, Any], key: str, lang: Literal["zh", "en"]) -> str:
    return str(described.get(key if lang == "zh" else f"{key}_en", ""))


def _sentence(text: str, lang: Literal["zh", "en"]) -> str:
    return f"{text[:1].upper()}{text[1:]}{'。' if lang == 'zh' else '.'}"


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= LONGEST else f"{line[:LONGEST]}…"


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("*", "\\*")


if __name__ == "__main__":
    main()
