"""Raised digits, so that 10⁴ is not read as 104, nor the mark of a note as a figure."""

from __future__ import annotations

RAISED = str.maketrans("0123456789+-()", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾")


def raised(text: str) -> str:
    """A text as it looks raised: its digits and signs as raised characters.

    >>> raised("2"), raised("注1")
    ('²', '注¹')
    """
    return text.translate(RAISED)
