"""The notebook of a pipeline. `python scripts/notebooks.py` makes pipeline.ipynb and pipeline.zh.ipynb of it."""

# %% [markdown] lang="zh"
# # 流水线：让机器检查规划
#
# 检查、按退出码放行、写成 JSON 与 JUnit、豁免有理由的发现、比较两版规划。用的是规划的一份副本，原件不动。
#
# English: [pipeline.ipynb](pipeline.ipynb)

# %% [markdown] lang="en"
# # In a pipeline: a plan checked by a machine
#
# Check, go by the exit code, write JSON and JUnit, excuse findings with a reason, compare two versions. All of it on a copy
# of the plan; the original stays as it is.
#
# 中文：[pipeline.zh.ipynb](pipeline.zh.ipynb)

# %% lang="zh"
lang = "zh"

# %% lang="en"
lang = "en"

# %% [markdown] lang="zh"
# ## 退出码
#
# 0 合规，1 有发现，2 无法检查（标准错误上有一条说明，不留半成品）。这里从 Python 调用命令，与流水线里写的相同。

# %% [markdown] lang="en"
# ## Exit codes
#
# 0 is sound, 1 has findings, 2 could not be checked (one message on standard error, nothing half-written). Here Python
# calls the command, just as a pipeline would.

# %%
import subprocess
import sys


def yzgeo_command(*words):
    command = [sys.executable, "-m", "yzgeo", *words, "--lang", lang]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    print("yzgeo", *words, "→", done.returncode)
    return done


yzgeo_command("new", "my-plan", "--like", "yinzhou")
yzgeo_command("check", "--plan", "my-plan", "--select", "leading-industries")
print(yzgeo_command("check", "--plan", "no-such-plan").stderr.splitlines()[0])

# %% [markdown] lang="zh"
# ## 在 Python 里
#
# `yzgeo.check(plan)` 给出全部发现；`run` 还给出每条规则的状态：通过、有发现、没能检查。没能检查的不算通过。

# %% [markdown] lang="en"
# ## In Python
#
# `yzgeo.check(plan)` gives all findings; `run` gives the state of each rule too: passed, found, not checked. What could not
# be checked has not passed.

# %%
import pandas as pd

import yzgeo
from yzgeo.checks.run import run

plan = yzgeo.load("my-plan")
outcome = run(plan)
pd.Series([state.status for state in outcome.rules]).value_counts().to_frame("rules")

# %%
findings = pd.DataFrame([finding.record(lang) for finding in outcome.findings])
findings.groupby(["severity", "rule"]).size().to_frame("findings").loc["warning"]

# %% [markdown] lang="zh"
# ## 写成文件
#
# 命令行是 `yzgeo check -o findings.json`，扩展名决定格式；JUnit 用 `--format junit`，另有 SARIF、GeoJSON、GitHub 注释。

# %% [markdown] lang="en"
# ## As files
#
# On the command line: `yzgeo check -o findings.json`, the ending names the format; JUnit is `--format junit`, and there are
# SARIF, GeoJSON and annotations for GitHub.

# %%
import json
from pathlib import Path

from yzgeo.checks.formats import json as as_json
from yzgeo.checks.formats import junit

Path("findings.json").write_text(as_json.render(plan, outcome, lang), "utf-8")
Path("findings.xml").write_text(junit.render(plan, outcome, lang), "utf-8")
content = json.loads(Path("findings.json").read_text("utf-8"))
{name: len(rows) for name, rows in content.items()}

# %%
print(json.dumps(content["findings"][0], ensure_ascii=False, indent=1))

# %%
from xml.etree import ElementTree

suite = ElementTree.parse("findings.xml").getroot()[0]
print({name: value for name, value in suite.attrib.items() if name != "name"})
print(*[case.get("name") for case in suite if case.find("failure") is not None], sep="\n")

# %% [markdown] lang="zh"
# ## 豁免要有理由
#
# 不打算改的，在 `suppressions.csv` 写一行：规则、对象、理由、谁定的。处处注明，不再计入。

# %% [markdown] lang="en"
# ## Excused with a reason
#
# What is not to be changed becomes a row of `suppressions.csv`: rule, subject, reason, and who decided. It is told
# everywhere and counted nowhere.

# %%
file = Path("my-plan/suppressions.csv")
rows = pd.read_csv(file, dtype=str)
for subject in ("zone:mingzhou", "zone:yinzhou"):
    excuse = {"rule": "leading-industries", "subject": subject, "reason": "an exception for core zones", "by": "Office"}
    rows.loc[len(rows)] = excuse
rows.to_csv(file, index=False)
excused = run(yzgeo.load("my-plan"), select=["leading-industries"])
[(len(excused.findings), len(excused.suppressed)), *(one.reason for one in excused.suppressed)]

# %% [markdown] lang="zh"
# ## 填错与改正
#
# 把龙溪的面积写成文字：读取就拒绝，说出文件、行、列和改法，不会带着错数往下走。

# %% [markdown] lang="en"
# ## A slip, and a correction
#
# With words for the area of Longxi the plan is refused, with file, row, column and remedy; nothing goes on with half a
# plan.

# %%
from yzgeo.core.errors import InputError

zones = Path("my-plan/zones.csv")
original = zones.read_text("utf-8")
zones.write_text(original.replace(",7.08,", ",about seven,"), "utf-8")
try:
    yzgeo.load("my-plan")
except InputError as refusal:
    print(refusal.message(lang))
finally:
    zones.write_text(original, "utf-8")

# %% [markdown] lang="zh"
# 2020 年亩均增加值，正文一处是 168.8，表1 是 163。若核实后正文是对的，改表中的基数：这条发现便消失，`diff` 说明改了什么。

# %% [markdown] lang="en"
# The value added per mu in 2020 is 168.8 in one place of the text and 163 in Table 1. Say the text proves right: with the
# base in the table corrected, the finding is gone, and `diff` tells what was changed.

# %%
targets = Path("my-plan/targets.csv")
targets.write_text(targets.read_text("utf-8").replace(",2020,163,", ",2020,168.8,"), "utf-8")
corrected = yzgeo.load("my-plan")
left = run(corrected, select=["conflicting-figures"]).findings
print("before", [finding.subject for finding in outcome.findings if finding.rule == "conflicting-figures"])
print("after ", [finding.subject for finding in left])

# %%
from yzgeo.diff.compare import compare
from yzgeo.diff.formats import text

print(text.render(plan, corrected, compare(plan, corrected), lang))
