"""Text in QGIS where QGIS would evaluate it: labels of a layout, its legend, and abstracts shown as HTML.

QGIS runs what stands between `[%` and `%]` as an expression, which reads the environment and files, and puts a date in
the place of `$CURRENT_DATE` (https://docs.qgis.org/3.22/en/docs/user_manual/print_composer/composer_items/composer_label.html).
It has no sign that escapes them; but what an expression gives is not evaluated again.
"""

from __future__ import annotations

import html
import re

EVALUATED = {"[%": "[% '[%' %]", "$CURRENT_DATE": "[% '$CURRENT' || '_DATE' %]"}
"""What begins an evaluation, and the expression that gives it as text."""
BEGINNING = re.compile("|".join(map(re.escape, EVALUATED)))


def label(text: str) -> str:
    """Text for a label of a layout or a legend, where it is shown as it stands.

    >>> print(label("[% env('HOME') %]"))
    [% '[%' %] env('HOME') %]
    """
    return BEGINNING.sub(lambda match: EVALUATED[match[0]], text)


def title(text: str) -> str:
    """Text for a title that QGIS takes over into a legend and other programs show as it stands.

    >>> print(title("[% env('HOME') %]"))
    [ % env('HOME') %]
    """
    return text.replace("[%", "[ %")


def abstract(text: str) -> str:
    """Text for an abstract, which QGIS shows as HTML in the properties and the tip of a layer.

    >>> print(abstract("<img src=x>"))
    &lt;img src=x&gt;
    """
    return html.escape(text, quote=False)


def escaped(expression: str) -> str:
    """An expression whose text is HTML that shows it as it stands.

    >>> print(escaped('"name"'))
    replace(replace(replace("name", '&', '&amp;'), '<', '&lt;'), '>', '&gt;')
    """
    return f"""replace(replace(replace({expression}, '&', '&amp;'), '<', '&lt;'), '>', '&gt;')"""


def map_tip(column: str) -> str:
    """The tip of a feature: its name, escaped, where QGIS by itself would show the name as HTML.

    >>> print(map_tip("name"))
    [% replace(replace(replace("name", '&', '&amp;'), '<', '&lt;'), '>', '&gt;') %]
    """
    return f"""[% {escaped(f'"{column}"')} %]"""


def literal(value: str) -> str:
    r"""A text as a literal of an expression: quotes are doubled, as in SQL, and backslashes.

    >>> print(literal("O'Neill\\"))
    'O''Neill\\'
    """
    doubled = value.replace("\\", "\\\\").replace("'", "''")
    return f"'{doubled}'"
