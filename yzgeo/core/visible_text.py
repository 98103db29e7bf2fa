"""Text for terminals, logs and consoles of pipelines: what they would obey or hide is shown as text.

Names and cells come from strangers. A terminal obeys escape codes and carriage returns, and reorders or hides text by
Unicode's format characters (https://www.unicode.org/reports/tr36/); a pipeline takes lines that begin with `::`, or
hold `##[` or `##vso[`, for commands (https://docs.github.com/actions, "workflow commands").
"""

from __future__ import annotations

import re

CONTROL_PICTURES = 0x2400
"""Unicode's pictures of the control characters 0 to 31 stand from here on."""
DELETE, PICTURE_OF_DELETE = 0x7F, "\u2421"
OBEYED = (
    "\x00-\x09\x0b-\x1f\x7f-\x9f"  # control characters, but for the end of a line
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # direction of text
    "\u2028\u2029"  # ends of lines
    "\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u2060-\u2065\u206a-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb"
    "\ud800-\udfff\ufffe\uffff"  # halves of characters, and none at all
    "\U000e0000-\U000e0fff"  # tags, which repeat ASCII unseen
)
"""Characters that are obeyed or unseen, as a class of a regular expression. The joiners U+200C and U+200D are none:
scripts and emoji are written with them."""
CHARACTERS = re.compile(f"[{OBEYED}]")
COMMAND = re.compile(r"^(\s*):(?=:)|#(?=#(?:\[|vso\[))", re.MULTILINE | re.IGNORECASE)
"""The first character of a command to a pipeline."""
LINE_END = re.compile("\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")


def visible(text: str) -> str:
    r"""Lines of text with control and invisible characters shown; ends of lines stay.

    >>> print(visible("a\x1b[31mb\u202ec\n::error::d ##[group]e"))
    a␛[31mb\u202ec
    \u003a:error::d \u0023#[group]e
    """
    return _without_commands(CHARACTERS.sub(_shown, text))


def one_line(text: str) -> str:
    r"""The same for what is one line: a cell, a name, a message; ends of lines become blanks.

    >>> print(one_line("a\r\n::error::b"), one_line("::error::c"))
    a ::error::b \u003a:error::c
    """
    return _without_commands(CHARACTERS.sub(_shown, LINE_END.sub(" ", text)))


def in_json(text: str) -> str:
    r"""JSON with the same characters as escapes, which every reader of JSON takes for the characters themselves.

    In JSON they stand in strings only, but for the ends of lines between values.

    >>> print(in_json('{"name": "a\x9b\u202e##[error]"}'))
    {"name": "a\u009b\u202e\u0023#[error]"}
    """
    return _without_commands(CHARACTERS.sub(_json_escape, text))


def _without_commands(text: str) -> str:
    return COMMAND.sub(_escaped_command, text) if "::" in text or "##" in text else text


def _shown(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code < ord(" "):
        return chr(CONTROL_PICTURES + code)
    return PICTURE_OF_DELETE if code == DELETE else _escape(code)


def _escape(code: int) -> str:
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"


def _json_escape(match: re.Match[str]) -> str:
    pairs = match[0].encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{pairs[start : start + 4]}" for start in range(0, len(pairs), 4))


def _escaped_command(match: re.Match[str]) -> str:
    return f"{match[1] or ''}{_escape(ord(match[0][-1]))}"
