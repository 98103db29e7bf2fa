"""A scenario on one page: what comes out, its map, each demand, what was assumed, and the chosen parcels below."""

from __future__ import annotations

from markupsafe import Markup

from yzgeo.core import labels
from yzgeo.core.i18n import Lang, Text
from yzgeo.core.templates import environment, policy
from yzgeo.plan.model import Plan
from yzgeo.publish.scenario import maps, tables
from yzgeo.publish.scenario.figures import Figures, name_of
from yzgeo.stats import recovery

PACKAGE = "yzgeo.publish.scenario"
FIGURES = {"mu", "cost_10k_yuan", "tax_lost_10k_yuan", "stability", "parcels"}


def render(plan: Plan, one: Figures, lang: Lang) -> str:
    """The page; it has no script and makes no request."""
    loader = environment(PACKAGE)
    style = Markup(loader.get_template("scenario.css").render())  # noqa: S704  (our own style sheet)
    large = {title.of(lang) for title in tables.SUMS.values()}  # these stand above the others already
    own = {table.name: table for table in tables.tables(plan, one, lang)}
    return loader.get_template("scenario.html").render(
        lang=lang,
        say=lambda zh, en: Text(zh, en).of(lang),
        title=name_of(one).of(lang),
        plan=plan.title(lang),
        verdict=Text(**one["verdict"]).of(lang),
        warning=recovery.warning(plan).of(lang),
        totals=one["totals"],
        summary=[row for row in own["summary"].rows[2:] if row["item"] not in large],
        demands=tables.demand_bars(own["demands"].rows),
        conflict=own["conflict"].rows,
        by_year=own["by_year"].rows,
        by_zone=own["by_zone"].rows,
        chosen=own["chosen"].rows,
        assumptions=own["assumptions"].rows,
        looks=maps.year_looks(one),
        left_out=maps.LEFT_OUT,
        column=lambda name: labels.column(name, lang),
        cell=tables.cell,
        is_figure=lambda name: name in FIGURES,
        map=Markup(maps.draw(plan, one, lang)),  # noqa: S704  (made of numbers and escaped names)
        style=style,
        policy=policy(str(style)),
    )
