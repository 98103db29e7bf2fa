"""The page on which a draft is checked, as one file."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from yzgeo.core.i18n import Lang, Text
from yzgeo.documents import proof, questions
from yzgeo.documents.questions import Option, Question
from yzgeo.documents.reading import Reading
from yzgeo.publish.offline.script_page import script_page
from yzgeo.publish.review.data import GIVEN, Document, review_data

STYLES = ("review.css", "document.css", "rows.css", "question.css", "narrow.css")


def render(
    document: Document,
    clauses: pd.DataFrame,
    candidates: pd.DataFrame,
    questions: pd.DataFrame,
    unread: pd.DataFrame,
    lang: Lang = "zh",
) -> str:
    """The page as text: it makes no request, and every word of the document is in it as data only.

    Takes what `review_data` takes.

    >>> import html
    >>> import pandas as pd
    >>> clauses = pd.DataFrame([{"clause": "一", "kind": "paragraph", "text": "面积16平方公里。"}])
    >>> page = render(Document("某规划", ("规划.docx",)), clauses, pd.DataFrame(), pd.DataFrame(), pd.DataFrame(), "en")
    >>> print(page.splitlines()[1], "connect-src 'none'" in html.unescape(page))
    <html lang="en"> True
    """
    title = f"{Text('核对草稿', 'Draft review').of(lang)} · {document.title}"
    data = review_data(document, clauses, candidates, questions, unread, lang)
    return script_page("review", data, title, lang, STYLES)


def of_reading(
    reading: Reading,
    asked: list[Question],
    document: Document,
    lang: Lang = "zh",
    more: Iterable[dict[str, str]] = (),
) -> str:
    """The page of a reading with its questions, and `more` rows of questions; see `render`."""
    cells = pd.concat([reading.taken.assign(taken=True), reading.asked.assign(taken=False)], ignore_index=True)
    given = [[(_given(option), option.english) for option in question.options if option.value] for question in asked]
    table = questions.frame(asked).assign(**{GIVEN: pd.Series(given, dtype="object")})
    table = pd.concat([table, pd.DataFrame(list(more), columns=table.columns)], ignore_index=True)
    return render(document, reading.clauses, cells, table, reading.unread, lang)


def _given(option: Option) -> list[dict[str, str]]:
    """The cells that an option gives, without those that are made of names and places."""
    names = ("table", "column", "value")
    return [{name: str(cell[name]) for name in names} for cell in option.cells if cell["column"] not in proof.MADE]
