"""Let the examples of docstrings be examples for the site: the house writes them without a heading."""

from __future__ import annotations

import re
from typing import Any

import griffe

SECTION = re.compile(r"^(Parameters|Returns|Yields|Raises)\n-+$", re.MULTILINE)
EXAMPLE = re.compile(r"^( *)>>> .*\n?(?:^\1(?!\s*$).*\n?)*", re.MULTILINE)


def with_examples(text: str) -> str:
    r"""A docstring whose examples are blocks of code.

    >>> print(with_examples("One more.\\n\\n>>> 1 + 1\\n2"))
    One more.
    <BLANKLINE>
    ```pycon
    >>> 1 + 1
    2
    ```
    """
    section = SECTION.search(text)
    plain, structured = (text[: section.start()], text[section.start() :]) if section else (text, "")
    fenced = EXAMPLE.sub(lambda match: f"{match[1]}```pycon\n{match[0].rstrip()}\n{match[1]}```\n", plain)
    # Below a list of parameters or errors, an example is a section as they are.
    listed = re.sub(r"(?m)^(?=>>> )", "Examples\n--------\n", structured, count=1)
    return fenced.rstrip() + "\n\n" + listed if section else fenced.rstrip()


class Examples(griffe.Extension):
    """Applies it to what griffe reads; the form of a class is griffe's."""

    def on_object(self, *, obj: griffe.Object, **_: Any) -> None:
        """Every module, class, function and attribute passes here once."""
        if obj.docstring:
            obj.docstring.value = with_examples(obj.docstring.value)
