"""Definitions of parameters that several algorithms have, with their help."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterDateTime,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterMatrix,
    QgsProcessingParameterString,
    QgsProcessingParameterVectorDestination,
)

from .languages import LANGUAGES, Text, language

PLANS = Text("规划", "Plan")
"""The groups of the toolbox."""
LAND = Text("地块与地类", "Parcels and land use")
IMPORTS = Text("导入规划文件夹", "Import into a plan folder")
DATUMS = ("gcj02", "bd09")
POLYGONS = QgsProcessing.TypeVectorPolygon
WITH_SHAPES = QgsProcessing.TypeVectorAnyGeometry
WITH_ROWS = QgsProcessing.TypeVector
"""Layers with or without shapes."""


def explained(definition: Any, told: Text, option: str = "", *, advanced: bool = False) -> Any:
    """A parameter with its help, which names the option of the command, since messages of the command do."""
    named = f"（{option}）" if language() == "zh" else f" ({option})"
    definition.setHelp(f"{told}{named if option else ''}")
    if advanced:
        definition.setFlags(definition.flags() | QgsProcessingParameterDefinition.FlagAdvanced)
    return definition


def plan() -> Any:
    """A plan that is read."""
    return explained(
        QgsProcessingParameterFile(
            "PLAN", str(Text("规划文件夹", "Plan folder")), QgsProcessingParameterFile.Folder, optional=True
        ),
        Text(
            "规划文件夹，或内置规划的名称（yinzhou、xiangcheng、liupanshui）；空白则用内置的 yinzhou",
            "A plan folder, or the name of a built-in plan (yinzhou, xiangcheng, liupanshui); empty: the built-in yinzhou",
        ),
        "--plan",
    )


def plan_to_change() -> Any:
    """A plan folder that is changed."""
    return explained(
        QgsProcessingParameterFile("PLAN", str(Text("规划文件夹", "Plan folder")), QgsProcessingParameterFile.Folder),
        Text(
            "要导入到的规划文件夹；原文件保留为备份",
            "The plan folder to change; the old files are kept beside the new ones",
        ),
        "--into",
    )


def layer(
    name: str, title: Text, kinds: Any, told: Text, option: str = "", *, optional: bool = False, advanced: bool = False
) -> Any:
    """A layer of the project, or one of a file."""
    definition = QgsProcessingParameterFeatureSource(name, str(title), [kinds], optional=optional)
    return explained(definition, told, option, advanced=advanced)


def field(name: str, title: Text, parent: str, told: Text, option: str) -> Any:
    """A column of a layer; it may be left empty."""
    return explained(
        QgsProcessingParameterField(name, str(title), parentLayerParameterName=parent, optional=True), told, option
    )


def text(name: str, title: Text, told: Text, option: str, *, advanced: bool = True) -> Any:
    """A text; it may be left empty."""
    return explained(QgsProcessingParameterString(name, str(title), optional=True), told, option, advanced=advanced)


def flag(name: str, title: Text, told: Text, option: str, *, advanced: bool = False) -> Any:
    """A box to tick, empty at first."""
    definition = QgsProcessingParameterBoolean(name, str(title), defaultValue=False)
    return explained(definition, told, option, advanced=advanced)


def choice(name: str, title: Text, options: Sequence[Text], told: Text, option: str, *, advanced: bool = True) -> Any:
    """One of several, or none."""
    definition = QgsProcessingParameterEnum(name, str(title), [str(one) for one in options], optional=True)
    return explained(definition, told, option, advanced=advanced)


def pairs(name: str, title: Text, heads: tuple[Text, Text], told: Text, option: str) -> Any:
    """A table of two columns; it may be left empty."""
    definition = QgsProcessingParameterMatrix(
        name, str(title), numberRows=1, headers=[str(head) for head in heads], defaultValue=[], optional=True
    )
    return explained(definition, told, option, advanced=True)


def columns(name: str = "MAP", option: str = "--map") -> Any:
    """Which column of a layer is which of ours."""
    return pairs(
        name,
        Text("列的对应", "Columns"),
        (Text("我方列", "ours"), Text("图层的列", "theirs")),
        Text(
            "自动认不出的列，如 parcel_id 对应 宗地代码",
            "Columns that are not found by their names, as parcel_id = 宗地代码",
        ),
        option,
    )


def statuses() -> Any:
    """Which word of a ledger is which status."""
    return pairs(
        "STATUS",
        Text("状态用语的对应", "Words of status"),
        (Text("台账用语", "word"), Text("状态", "status")),
        Text(
            "台账的状态用语对应 identified、under_way 或 recovered，如 已收储 对应 recovered",
            "What a word of the ledger means: identified, under_way or recovered, as 已收储 = recovered",
        ),
        "--status",
    )


def datum() -> Any:
    """The offset of web maps."""
    return choice(
        "DATUM",
        Text("互联网地图偏移", "Offset of web maps"),
        [Text("火星坐标 GCJ-02", "GCJ-02"), Text("百度坐标 BD-09", "BD-09")],
        Text("坐标有互联网地图偏移时选择", "Where the coordinates are shifted as on Chinese web maps"),
        "--datum",
    )


def ledger() -> list[Any]:
    """A ledger that is counted, and how it is read."""
    return [
        layer(
            "LEDGER",
            Text("地块台账", "Parcel ledger"),
            WITH_ROWS,
            Text(
                "要计入的地块台账，有无图形均可；空白则用规划自带的",
                "The ledger to count, with or without shapes; empty: the plan's own",
            ),
            "--parcels",
            optional=True,
        ),
        columns(),
        statuses(),
        datum(),
        explained(
            QgsProcessingParameterDateTime(
                "AS_OF", str(Text("统计截至日期", "Counted up to")), QgsProcessingParameterDateTime.Date, optional=True
            ),
            Text("台账计到这一天", "Day up to which the ledger counts"),
            "--as-of",
            advanced=True,
        ),
    ]


def rules() -> Any:
    """Rules of one's own."""
    return explained(
        QgsProcessingParameterFile(
            "RULES", str(Text("自备规则文件夹", "Rules of one's own")), QgsProcessingParameterFile.Folder, optional=True
        ),
        Text(
            "含 limits.csv 或 Python 规则的文件夹；其中的 Python 规则会被运行，只选可信的",
            "A folder with limits.csv or rules in Python; the latter are run: choose only what is trusted",
        ),
        "--rules",
        advanced=True,
    )


def zones() -> list[Any]:
    """Zones of a plan, or of a layer."""
    return [
        plan(),
        layer(
            "ZONES",
            Text("片区图层（代替规划的片区）", "Zones (in the place of the plan's)"),
            POLYGONS,
            Text("空白则用规划的片区", "Empty: the zones of the plan"),
            "--zones",
            optional=True,
        ),
        field(
            "ZONE_ID",
            Text("片区编号列", "Column that names the zones"),
            "ZONES",
            Text("空白则为 zone_id", "Empty: zone_id"),
            "--zone-id",
        ),
    ]


def in_language() -> Any:
    """The language of results and messages."""
    definition = QgsProcessingParameterEnum(
        "LANGUAGE",
        str(Text("结果与消息的语言", "Language of results and messages")),
        ["中文", "English"],
        defaultValue=LANGUAGES.index(language()),
    )
    return explained(definition, Text("默认同 QGIS", "As QGIS, unless chosen otherwise"), "--lang", advanced=True)


def written_layer(name: str, title: Text, told: Text, *, optional: bool = False, wanted: bool = True) -> Any:
    """A layer that the command writes."""
    definition = QgsProcessingParameterVectorDestination(name, str(title), optional=optional, createByDefault=wanted)
    definition.setSupportsNonFileBasedOutput(False)
    return explained(definition, told)


def written_file(name: str, title: Text, kinds: str, told: Text) -> Any:
    """A file that the command writes where it is asked for."""
    return explained(
        QgsProcessingParameterFileDestination(name, str(title), kinds, optional=True, createByDefault=False), told
    )
