"""Elements that folium writes as they are: text that is no template, and a script that runs last."""

from __future__ import annotations

from typing import Any


def verbatim(text: str) -> Any:
    """An element whose text folium does not run as a template.

    >>> print(verbatim("{{ 7*7 }}").render())
    {{ 7*7 }}
    """
    import branca.element

    element: Any = branca.element.Element("{{ this.text }}")
    element.text = text
    return element


def last_script(script: str) -> Any:
    """An element of a map whose script runs after folium has created the map and its layers.

    >>> print(last_script("start();").script)
    start();
    """
    import branca.element
    import jinja2

    element: Any = branca.element.MacroElement()  # type: ignore[no-untyped-call]
    # folium runs what the macro gives as a template once more
    raw = "{{ '{% raw %}' }}{{ this.script }}{{ '{% endraw %}' }}"
    element._template = jinja2.Template(f"{{% macro script(this, kwargs) %}}{raw}{{% endmacro %}}")
    element.script = script
    return element
