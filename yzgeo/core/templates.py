"""The templates of pages: one environment for all of them."""

from __future__ import annotations

import functools

import jinja2


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
