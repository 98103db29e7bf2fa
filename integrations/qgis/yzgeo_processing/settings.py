"""The setting that names the command, among the options of Processing."""

from __future__ import annotations

import os
from typing import Any

from . import command_line
from .languages import Text, language

GROUP = "yzgeo"
COMMAND = "YZGEO_COMMAND"
"""Name of the setting."""
TITLE = Text(
    "命令 yzgeo、装有它的 python 或其文件夹（空白则自动查找）",
    "Command yzgeo, a python that has it, or its folder (empty: searched for)",
)


def add(icon: Any) -> None:
    """Add the setting, and read what the user gave before."""
    from processing.core.ProcessingConfig import ProcessingConfig, Setting

    ProcessingConfig.settingIcons[GROUP] = icon
    ProcessingConfig.addSetting(
        Setting(GROUP, COMMAND, str(TITLE), "", valuetype=Setting.FILE, validator=refuse_unknown)
    )
    ProcessingConfig.readSettings()


def remove() -> None:
    """Take the setting out again; what the user gave is kept."""
    from processing.core.ProcessingConfig import ProcessingConfig

    ProcessingConfig.removeSetting(COMMAND)


def refuse_unknown(setting: Any) -> None:
    """Tell the options of Processing (by ValueError, as they want it) that a setting names no command."""
    try:
        if str(setting or "").strip():
            command_line.locate(str(setting), os.environ)
    except command_line.CommandError as error:
        raise ValueError(error.text.of(language())) from error


def command() -> list[str]:
    """The words that begin a command line.

    Raises
    ------
    CommandError
        When there is no such command.
    """
    from processing.core.ProcessingConfig import ProcessingConfig

    return command_line.locate(str(ProcessingConfig.getSetting(COMMAND) or ""), os.environ)
