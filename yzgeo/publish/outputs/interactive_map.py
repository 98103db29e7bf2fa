"""The interactive map."""

from __future__ import annotations

from yzgeo.core.i18n import Text
from yzgeo.publish.context import Job
from yzgeo.publish.page import render

PURPOSES = {"index.html": Text("交互地图，双击打开", "the interactive map, double-click it")}


def files(job: Job) -> dict[str, bytes]:
    """`index.html`."""
    return {"index.html": render.render(job.plan, job.lang, job.outcome).encode("utf-8")}
