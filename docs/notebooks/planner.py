"""The notebook of a planner. `python scripts/notebooks.py` makes planner.ipynb and planner.zh.ipynb of it."""

# %% [markdown] lang="zh"
# # 规划师：规划说了什么
#
# 读一部规划，看片区、地图与目标，比较片区，每个数字查到原文。
# 把 `"yinzhou"` 换成自己的规划文件夹，其余不改。
#
# English: [planner.ipynb](planner.ipynb)

# %% [markdown] lang="en"
# # For a planner: what the plan says
#
# Read a plan, look at its zones, its map and its targets, compare the zones, and find the words behind each figure.
# Put your own plan folder in the place of `"yinzhou"`; the rest stays as it is.
#
# 中文：[planner.zh.ipynb](planner.zh.ipynb)

# %% lang="zh"
lang = "zh"

# %% lang="en"
lang = "en"

# %% [markdown] lang="zh"
# ## 规划
#
# 规划文件夹里每张表都是 `plan` 的一个属性：`plan.zones`、`plan.projects`、`plan.targets` ……

# %% [markdown] lang="en"
# ## The plan
#
# Each table of the plan folder is an attribute of `plan`: `plan.zones`, `plan.projects`, `plan.targets`, …

# %%
import yzgeo

plan = yzgeo.load("yinzhou")
plan

# %% [markdown] lang="zh"
# ## 地图
#
# 鼠标停在图上可见名称；右上角开关图层。没有测绘依据的范围用虚线，是示意范围；位置不明的项目不画，在表中。

# %% [markdown] lang="en"
# ## The map
#
# Names show on hovering; layers are switched at the upper right. Dashed outlines are schematic: nobody surveyed them.
# Projects whose place is not known are not drawn; they are in the table.

# %%
yzgeo.map(plan, lang)

# %%
drawn = plan.projects.geometry.notna().sum()
print(f"{len(plan.projects)} = {drawn} + {len(plan.projects) - drawn}")

# %% [markdown] lang="zh"
# 上面一行：全部项目 = 画在图上的 + 位置不明的。
#
# ## 片区比较
#
# `zones.frame` 是片区图层：规划文本中的面积与产业，加上落在其中的项目。项目与投资只计位置已知的；投资额未载为“—”，不是 0。

# %% [markdown] lang="en"
# The line above: all projects are those on the map and those whose place is not known.
#
# ## The zones beside each other
#
# `zones.frame` is the layer of zones: area and industries as the plan has them, and the projects located in each.
# Only projects with a known place count; money that the plan does not state is “—”, not 0.

# %%
from yzgeo.core.labels import column
from yzgeo.layers import zones


def heading(name):
    return column(name.removesuffix("_en"), lang)


name = "name" if lang == "zh" else "name_en"
frame = zones.frame(plan)
measures = ["usable_area_km2", "project_count", "investment_100m_yuan"]
chosen = frame[[name, *measures]].rename(columns=heading)
bars = chosen.style.hide(axis="index").format(precision=2, na_rep="—").set_uuid("zones")
bars.bar(subset=[heading(one) for one in measures], color="rgba(90, 130, 200, 0.4)", vmin=0)

# %% [markdown] lang="zh"
# 面积合计与规划正文一致吗？投资按每平方公里算又如何？

# %% [markdown] lang="en"
# Does the area add up to what the text says? And what is the investment per square kilometre?

# %%
print(f"{frame['usable_area_km2'].sum():.2f} km²")
density = frame["investment_100m_yuan"] / frame["usable_area_km2"]
density.set_axis(frame[name]).round(2).sort_values(ascending=False).rename("100 m yuan / km²").to_frame()

# %% [markdown] lang="zh"
# ## 目标
#
# 有基数也有目标值的几项，旁边是全市的目标和条文。实绩填进 `actuals.csv`，进度便会算出；没有填，就是“—”。

# %% [markdown] lang="en"
# ## The targets
#
# Those that have a base and a target, beside them the city's target and the clause. What was reached goes into
# `actuals.csv`, and progress is computed of it; where nothing is filled in, it is “—”.

# %%
import pandas as pd

from yzgeo.core.units import unit_in_words
from yzgeo.stats.collect import collect

statistics = collect(plan)
targets = pd.DataFrame(statistics["targets"]).dropna(subset=["base", "target"])
targets["unit"] = [unit_in_words(unit).of(lang) for unit in targets["unit"]]
targets["source"] = [plan.place(source).of(lang) for source in targets["source"]]
figures = ["base", "target", "city_target", "actual"]
chosen = targets[[name, *figures, "unit", "source"]].rename(columns=heading)
chosen.style.hide(axis="index").format("{:g}", [heading(one) for one in figures], na_rep="—").set_uuid("targets")

# %% [markdown] lang="zh"
# 统计本身也可以直接看：各主题的表在 `statistics["zones"]`、`statistics["projects"]` ……

# %% [markdown] lang="en"
# The statistics show themselves too; the table of each subject is `statistics["zones"]`, `statistics["projects"]`, …

# %%
statistics

# %% [markdown] lang="zh"
# ## 每个数字的原文
#
# 盘活低效工业用地的目标是多少亩，在哪一条？命令行：`yzgeo cite target low-efficiency-land`。

# %% [markdown] lang="en"
# ## The words behind a figure
#
# How many mu of low-efficiency land are to be recovered, and where does the plan say so? On the command line:
# `yzgeo cite target low-efficiency-land --lang en`. The plan's own words are quoted in Chinese, as they are.

# %%
from yzgeo.facts.cite import cite

print(cite(plan, "target", "low-efficiency-land", lang))

# %% [markdown] lang="zh"
# ## 规划自己有没有矛盾
#
# 每条发现都有条文和建议。这里按规则计数，再看主导产业一条；全部规则见 [rules.zh.md](../rules.zh.md)。

# %% [markdown] lang="en"
# ## Does the plan contradict itself?
#
# Each finding has its clause and a remedy. Here they are counted by rule, then those on leading industries are shown;
# all rules are in [rules.md](../rules.md).

# %%
from yzgeo.checks.finding import Findings

findings = yzgeo.check(plan)
pd.Series([one.rule for one in findings if one.severity != "info"]).value_counts(sort=False).to_frame("n")

# %%
Findings(one for one in findings if one.rule == "leading-industries")

# %% [markdown] lang="zh"
# 成套成果（网页、报告、工作簿、QGIS 工程）：`yzgeo build`。下一本：[gis.zh.ipynb](gis.zh.ipynb)。

# %% [markdown] lang="en"
# The whole hand-over (page, report, workbook, QGIS project): `yzgeo build`. The next notebook: [gis.ipynb](gis.ipynb).
