"""An algorithm of QGIS that runs the command, made of a module of `algorithms/`."""

from __future__ import annotations

import re
import tempfile
from pathlib import Path
from types import ModuleType
from typing import Any

from qgis.core import (
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
)
from qgis.PyQt.QtGui import QIcon

from . import command_line, inputs, loading, settings
from .findings import styling
from .languages import language
from .run import Run

BETWEEN_CHINESE = re.compile(r"(?<=[^\x00-\x7f])\n|\n(?=[^\x00-\x7f])")
"""Ends of lines for which no blank stands."""


class CommandAlgorithm(QgsProcessingAlgorithm):
    """An algorithm named after its module."""

    def __init__(self, name: str, module: ModuleType) -> None:
        super().__init__()
        self._name = name
        self._module = module
        self._files: dict[str, inputs.LayerFile] = {}
        self._command: list[str] = []
        self._refusal = ""
        self._result: Any = None

    def createInstance(self) -> CommandAlgorithm:  # noqa: N802  (a method of QGIS, as those below)
        """Another one, for a run."""
        return CommandAlgorithm(self._name, self._module)

    def name(self) -> str:
        """The id, after `yzgeo:`."""
        return self._name

    def displayName(self) -> str:  # noqa: N802
        """The title in the toolbox."""
        return str(self._module.TITLE)

    def group(self) -> str:
        """The group in the toolbox."""
        return str(self._module.GROUP)

    def groupId(self) -> str:  # noqa: N802
        """The group, in every language."""
        return str(self._module.GROUP.en.lower().replace(" ", "-"))

    def shortHelpString(self) -> str:  # noqa: N802
        """The help beside the parameters: texts of this plugin alone, in HTML, in which QGIS takes an end of line for one."""
        return BETWEEN_CHINESE.sub("", str(self._module.HELP)).replace("\n", " ")

    def tags(self) -> list[str]:
        """What else the search of the toolbox finds it by: its title in both languages."""
        return [self._module.TITLE.zh, self._module.TITLE.en]

    def icon(self) -> QIcon:
        """The icon in the toolbox."""
        return QIcon(str(Path(__file__).with_name("icon.svg")))

    def initAlgorithm(self, configuration: Any = None) -> None:  # noqa: N802
        """Define parameters and outputs."""
        for definition in self._module.parameters():
            self.addParameter(definition)
        for output in getattr(self._module, "OUTPUTS", list)():
            self.addOutput(output)

    def canExecute(self) -> tuple[bool, str]:  # noqa: N802
        """Whether the command is there; QGIS shows the reason in place of the dialog."""
        try:
            settings.command()
        except command_line.CommandError as error:
            return False, error.text.of(language())
        return True, ""

    def checkParameterValues(self, parameters: dict[str, Any], context: QgsProcessingContext) -> tuple[bool, str]:  # noqa: N802
        """Refuse values that exclude each other, before the run."""
        refusal = getattr(self._module, "refusal", None)
        reason = refusal(parameters) if refusal else None
        if reason is not None:
            return False, str(reason)
        accepted: tuple[bool, str] = super().checkParameterValues(parameters, context)
        return accepted

    def prepareAlgorithm(  # noqa: N802
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> bool:
        """Read in the main thread what belongs to it: the setting, and which layers are files as they stand."""
        try:
            self._command = settings.command()
        except command_line.CommandError as error:  # scripts are told the words of what fails in the run alone
            self._refusal = error.text.of(language())
        self._files = {
            definition.name(): file
            for definition in self.parameterDefinitions()
            if definition.type() == "source"
            and (file := inputs.own_file(self, definition.name(), parameters, context)) is not None
        }
        return True

    def processAlgorithm(  # noqa: N802
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Run the command; its refusal is the exception's message."""
        if self._refusal:
            raise QgsProcessingException(self._refusal)
        with tempfile.TemporaryDirectory(prefix="yzgeo-") as folder:
            run = Run(self, parameters, context, feedback, Path(folder), self._files, self._command)
            try:
                self._result = self._module.process(run)
            except command_line.CommandError as error:
                raise QgsProcessingException(error.text.of(run.lang)) from error
            except command_line.Cancelled:
                return {}
        outputs: dict[str, Any] = self._result.outputs
        return outputs

    def postProcessAlgorithm(  # noqa: N802
        self, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """In the main thread again: say how layers are to look, and show findings in the panel."""
        if self._result is not None:
            loading.with_own_look(self._result.dressed, context)
        if self._result is not None and self._result.findings is not None:
            styling.on_loading(self._result.outputs, context)
            self.provider().findings_written.emit(self._result.findings, self._result.heading)
        return {}
