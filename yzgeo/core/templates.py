"""The templates of pages: one environment for all of them, and the policy of a page of one style sheet and one script."""

from __future__ import annotations

import base64
import functools
import hashlib

import jinja2

POLICY = (
    "default-src 'none'; style-src '{style}'; script-src '{script}'; img-src data:; base-uri 'none'; form-action 'none'"
)
"""The policy allows only the style sheet and the script in the page, by their hashes."""


@functools.cache
def environment(package: str) -> jinja2.Environment:
    """The environment of the templates in the `assets` of a package; it escapes all data that they print.

    >>> print(environment("yzgeo.publish.report").from_string("{{ name }}").render(name="<b>"))
    &lt;b&gt;
    """
    return jinja2.Environment(
        loader=jinja2.PackageLoader(package, "assets"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.do"],
    )


def policy(style: str, script: str = "") -> str:
    """The content security policy of a page with one style sheet and one script."""
    return POLICY.format(style=_hash(style), script=_hash(script))


def _hash(text: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode('utf-8')).digest()).decode('ascii')}"
