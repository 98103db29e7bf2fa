"""The particulars of a plan, which its `datapackage.json` holds: title, authority, date of issue, period, district."""

from __future__ import annotations

import datetime
import re
import unicodedata
from pathlib import Path
from typing import Any

from yzgeo.core.errors import InputError, Parameter
from yzgeo.core.i18n import Text, plain
from yzgeo.plan import tables

SHEET_TEXTS = ("sheet_number", "review_number", "drawn_by")
"""What the title block of a printed map states: 图号, 审图号, 编制单位."""
OPTIONAL_TEXTS = (
    *("authority", "authority_en", "issued", "district", "district_en", "district_code", "text_sha256"),
    *SHEET_TEXTS,
)
"""Particulars that a plan need not have."""
YEARS = range(datetime.MINYEAR, datetime.MAXYEAR + 1)
ISO_DAY = re.compile(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?")
PRINTED_DAY = re.compile(r"([12][0-9]{3})年(?:([0-9]{1,2})月(?:([0-9]{1,2})日)?)?")
DAY = Text(
    "写成 2026-01-05 这样的日期；只知年月写 2026-01，只知年份写 2026",
    "write a date like 2026-01-05; 2026-01 or 2026 where only month or year is known",
)


def of_package(package: tables.Descriptor) -> dict[str, Any]:
    """Title, authority, date, period and district of a plan, its sources and licences, in one object."""
    plan = package.get("plan")
    described = {key: package.get(key) for key in ("name", "title", "title_en", "version", "sources", "licenses")}
    return {**described, **(plan if isinstance(plan, dict) else {})}


def flaws(folder: Path, package: tables.Descriptor) -> list[InputError]:
    """What is wrong with the particulars of a folder, all of it."""
    plan = package.get("plan")
    particulars: dict[str, Any] = plan if isinstance(plan, dict) else {}
    checks = {key: _is_text(package.get(key)) for key in ("name", "title")}
    checks["title_en"] = _is_text(package.get("title_en", "-"))
    checks["version"] = isinstance(package.get("version", ""), str | int | float)
    checks |= {f"plan.{key}": isinstance(particulars.get(key, ""), str | None) for key in OPTIONAL_TEXTS}
    checks["plan.period"] = "period" not in particulars or _is_period(particulars["period"])
    checks["plan.stated_in"] = _is_texts(particulars.get("stated_in", {}))
    for key in ("licenses", "sources"):
        entries = package.get(key) or []
        checks[key] = isinstance(entries, list) and all(map(_is_texts, entries))
    file = str(folder / "datapackage.json")
    found = [
        InputError(
            Text(f"{key} 缺失或写法不对", f"{key} is missing or not as it should be"),
            Text(
                "对照内置规划填写：名称、机关、日期、行政区为文字，期限为 [2021, 2025] 这样的两个年份（先早后晚），来源与许可为对象的列表；"
                "不知道的可删去",
                "write as the built-in plan does: title, authority, date and district as text, the period as two years, "
                "like [2021, 2025], the earlier first, sources and licenses as lists of objects of text; "
                "what is not known can be left out",
            ),
            file=file,
            column=key,
        )
        for key, usable in checks.items()
        if not usable
    ]
    day = particulars.get("issued")
    if isinstance(day, str) and day.strip() and not _is_day(day.strip()):
        found.append(
            InputError(Text(f"“{day}”不是日期", f"'{day}' is not a date"), DAY, file=file, column="plan.issued")
        )
    return found


def issued(text: str) -> str:
    """A day of issue, or its month or year where no more is known, as ISO 8601 has it.

    Raises
    ------
    InputError
        When the text is none of these.

    >>> print(issued("2026年1月5日"), issued("2026-01"), issued(" ２０２６ "))
    2026-01-05 2026-01 2026
    """
    plain_text = "".join(unicodedata.normalize("NFKC", text).split())
    printed = PRINTED_DAY.fullmatch(plain_text)
    day = "-".join(part.zfill(2) for part in printed.groups() if part) if printed else plain_text
    if not _is_day(day):
        raise InputError(
            Text(f"“{text}”不是日期", f"'{text}' is not a date"),
            DAY,
            parameter=Parameter("issued", plain("2026-01-05")),
        )
    return day


def _is_day(text: str) -> bool:
    if not ISO_DAY.fullmatch(text):
        return False
    try:
        datetime.date.fromisoformat(text + "-01-01"[len(text) - 4 :])
    except ValueError:
        return False
    return True


def _is_text(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _is_texts(value: object) -> bool:
    """Whether it is an object whose values are text, or missing."""
    return isinstance(value, dict) and all(isinstance(text, str | None) for text in value.values())


def _is_period(value: object) -> bool:
    return (
        isinstance(value, list)
        and len(value) == 2
        and all(type(year) is int and year in YEARS for year in value)
        and value[0] <= value[1]
    )
