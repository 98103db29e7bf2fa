"""A run of an algorithm: what its module is given, and what it returns."""

from __future__ import annotations

import os
import shlex
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from . import command_line
from .languages import LANGUAGES, language

if TYPE_CHECKING:
    from qgis.core import QgsProcessingAlgorithm, QgsProcessingContext, QgsProcessingFeedback

    from .findings.rows import Row
    from .inputs import LayerFile


@dataclass(frozen=True)
class Result:
    """Outputs by name.

    - `findings`, `heading`: of what has checked a plan its rows and what they are of, for the panel
    - `dressed`: addresses of layers whose files hold their style, bottom first
    """

    outputs: dict[str, Any]
    findings: Sequence[Row] | None = None
    heading: str = ""
    dressed: Sequence[str] = ()


@dataclass(frozen=True)
class Run:
    """One run of an algorithm.

    - `values`: by the names of the parameters, as QGIS has them
    - `folder`: for files that end with the run
    - `files`: of the layers that are given to the command as they stand
    - `command`: the words that begin a command line
    """

    algorithm: QgsProcessingAlgorithm
    values: dict[str, Any]
    context: QgsProcessingContext
    feedback: QgsProcessingFeedback
    folder: Path
    files: Mapping[str, LayerFile]
    command: Sequence[str]

    @property
    def lang(self) -> str:
        """The language of results and messages: the one chosen, else that of QGIS."""
        if self.values.get("LANGUAGE") is None:
            return language()
        return LANGUAGES[self.algorithm.parameterAsEnum(self.values, "LANGUAGE", self.context)]


def command(run: Run, *words: str | Path) -> str:
    """Run `yzgeo` with these words, and tell each line and its progress; returns its first message, which names the plan.

    Lines are told as plain text: they hold names of strangers.

    Raises
    ------
    CommandError, Cancelled
        As `command_line.run`.
    """
    line = [*run.command, *(str(word) for word in words), "--lang", run.lang]
    run.feedback.pushCommandInfo(subprocess.list2cmdline(line) if os.name == "nt" else shlex.join(line))

    messages: list[str] = []

    def tell(line: command_line.Line) -> None:
        if line.is_message:
            messages.append(line.text)
        done = command_line.share_done(line.text) if line.is_message else None
        if done is not None:
            run.feedback.setProgress(done)
        run.feedback.pushInfo(line.text)

    command_line.run(line, run.folder, os.environ, tell, run.feedback.isCanceled)
    return messages[0].partition(command_line.PREFIX)[2] if messages else ""
