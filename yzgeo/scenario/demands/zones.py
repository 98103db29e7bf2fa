"""Land to be recovered in each zone: at least, at most, or a share of all."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from yzgeo.core.i18n import Text, bilingual
from yzgeo.core.units import amount
from yzgeo.plan.inner_zones import zones_in
from yzgeo.scenario.question import Average, Demand, Question

ORDER = 4


def demands(asked: Question) -> Iterator[Demand]:
    """A demand for each figure of each zone; land of the zones in a zone counts as its own."""
    held = zones_in(asked.plan)
    titles = asked.plan.zones.set_index("zone_id")
    for zone_id, figures in asked.settings.by_zone.items():
        at = [asked.candidates.zone_ids.index(inner) for inner in held.get(zone_id, [zone_id])]
        mu = asked.land[:, at].sum(axis=1)[asked.choices["unit"].to_numpy()]
        zh, en = bilingual(titles.loc[zone_id, "name"], titles.loc[zone_id].get("name_en"))
        if "least_mu" in figures or "most_mu" in figures:
            low, high = figures.get("least_mu", -np.inf), figures.get("most_mu", np.inf)
            words_zh, words_en = [], []
            if np.isfinite(low):
                words_zh.append(f"不少于 {amount(low, '亩').zh}")
                words_en.append(f"at least {amount(low, '亩').en}")
            if np.isfinite(high):
                words_zh.append(f"不超过 {amount(high, '亩').zh}")
                words_en.append(f"at most {amount(high, '亩').en}")
            yield Demand(
                f"zone:{zone_id}",
                Text(f"{zh}盘活{'、'.join(words_zh)}", f"{' and '.join(words_en)} recovered in {en}"),
                "亩",
                asked.over_choices(mu),
                np.array([low]),
                np.array([high]),
            )
        if "least_share" in figures:
            share = figures["least_share"]
            yield Demand(
                f"zone-share:{zone_id}",
                Text(f"{zh}不少于所选土地的 {100 * share:g}%", f"at least {100 * share:g}% of the chosen land in {en}"),
                "",
                asked.over_choices(mu - share * asked.by_unit("mu")),
                np.array([0.0]),
                np.array([np.inf]),
                average=Average(share, "%", asked.over_choices(asked.by_unit("mu"))),
            )
