"""The panel of findings: a list to filter, the place of each on the map, the list as a table.

Everything shown is a stranger's text and shown as plain text: lists and fields of Qt would take some for HTML.
"""

from __future__ import annotations

import html
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsExpression,
    QgsFeatureRequest,
    QgsGeometry,
    QgsProject,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QAbstractTableModel, QModelIndex, QObject, QSortFilterProxyModel, Qt
from qgis.PyQt.QtGui import QColor
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDockWidget,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QSplitter,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from ..languages import Text, language
from . import tables
from .layers import CRS, geometry_of
from .rows import FINDINGS, HEADS, STATES, Row, summary
from .styling import COLOURS

WIDTHS = (90, 190, 210, 520, 180, 220, 160)
"""Of the columns, in pixels."""
FLASHES = 3
AROUND_A_POINT_M = 1500.0
MARGIN = 1.2
METRES_PER_DEGREE = 111_320.0
NOTHING_YET = Text(
    "还没有检查结果：在数据处理工具箱中运行“yzgeo → 检查规划”。",
    "Nothing checked yet: run “yzgeo → Check a plan” in the Processing toolbox.",
)
ALL_STATES = Text("全部级别", "All severities")
ONLY_FINDINGS = Text("全部发现", "All findings")
ALL_RULES = Text("全部规则", "All rules")
SEARCH = Text("在发现、对象、条文中查找", "Search findings, subjects, clauses")
ZOOM = Text("缩放到对象", "Zoom to subject")
EXPORT = Text("导出…", "Export…")
NO_PLACE = Text("这一条没有已知位置。", "This one has no known place.")
KINDS = Text("Excel 工作簿 (*.xlsx);;CSV (*.csv)", "Excel workbook (*.xlsx);;CSV (*.csv)")


class Rows(QAbstractTableModel):
    """The rows, as Qt shows them."""

    def __init__(self, rows: Sequence[Row], lang: str, parent: QObject) -> None:
        super().__init__(parent)
        self.rows = rows
        self._lang = lang
        self._cells = [row.cells(lang) for row in rows]

    def rowCount(self, parent: QModelIndex | None = None) -> int:  # noqa: N802  (a method of Qt, as those below)
        """How many rows there are."""
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def columnCount(self, parent: QModelIndex | None = None) -> int:  # noqa: N802
        """How many columns there are."""
        return len(HEADS)

    def headerData(self, section: int, orientation: Any, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: N802
        """The heads of the columns."""
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return list(HEADS.values())[section].of(self._lang)
        return None

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A cell: its text, its tip, the colour of its severity."""
        cell = self._cells[index.row()][index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return cell.replace("\n", " ")
        if role == Qt.ItemDataRole.ToolTipRole:  # which Qt takes for HTML where it looks like it
            return f"<p>{html.escape(cell)}</p>"
        if role == Qt.ItemDataRole.ForegroundRole and index.column() == 0:
            colour = COLOURS.get(self.rows[index.row()].state)
            return None if colour is None else QColor(colour)
        return None


class Filter(QSortFilterProxyModel):
    """The rows that are wanted: of some states, of a rule, with a text in them."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._states: Sequence[str] = ()
        self._rule = ""
        self._words = ""

    def want(self, states: Sequence[str], rule: str, words: str) -> None:
        """Show these alone; an empty value stands for all."""
        self._states, self._rule, self._words = states, rule, words.strip().lower()
        self.invalidateFilter()

    def filterAcceptsRow(self, source_row: int, source_parent: QModelIndex) -> bool:  # noqa: N802  (a method of Qt)
        """Whether a row is wanted."""
        row = self.sourceModel().rows[source_row]
        if (self._states and row.state not in self._states) or (self._rule and row.rule != self._rule):
            return False
        return not self._words or any(self._words in str(cell).lower() for cell in row[1:7])

    def lessThan(self, left: QModelIndex, right: QModelIndex) -> bool:  # noqa: N802  (a method of Qt)
        """By severity where that column sorts, else by text."""
        if left.column() == 0:
            order, rows = list(STATES), self.sourceModel().rows
            return order.index(rows[left.row()].state) < order.index(rows[right.row()].state)
        return bool(super().lessThan(left, right))


class FindingsPanel(QDockWidget):
    """The panel; `canvas` is the map that it moves."""

    def __init__(self, title: str, canvas: Any, parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self.setObjectName("yzgeo-findings")
        self._canvas = canvas
        self._lang = language()
        self.heading = QLabel(NOTHING_YET.of(self._lang))
        self.heading.setTextFormat(Qt.TextFormat.PlainText)
        self.heading.setWordWrap(True)
        self.states, self.rules, self.words = QComboBox(), QComboBox(), QLineEdit()
        self.words.setPlaceholderText(SEARCH.of(self._lang))
        self.words.setClearButtonEnabled(True)
        self.zoom_button = QPushButton(ZOOM.of(self._lang))
        self.export_button = QPushButton(EXPORT.of(self._lang))
        self.shown = Filter(self)
        self.list = QTableView()
        self.list.setModel(self.shown)
        self.list.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.list.setAlternatingRowColors(True)
        self.list.setWordWrap(False)
        self.list.verticalHeader().hide()
        self.details = QPlainTextEdit()
        self.details.setReadOnly(True)
        self._lay_out()
        self.states.currentIndexChanged.connect(self._filter)
        self.rules.currentIndexChanged.connect(self._filter)
        self.words.textChanged.connect(self._filter)
        self.list.doubleClicked.connect(lambda _index: self.zoom())
        self.list.selectionModel().currentRowChanged.connect(lambda _now, _before: self._tell())
        self.zoom_button.clicked.connect(lambda _checked: self.zoom())
        self.export_button.clicked.connect(lambda _checked: self._ask_and_export())
        self._fill([])
        self.shown.modelReset.connect(self._tell)

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        for widget, stretch in ((self.states, 0), (self.rules, 1), (self.words, 2), (self.zoom_button, 0)):
            line.addWidget(widget, stretch)
        line.addWidget(self.export_button)
        both = QSplitter(Qt.Orientation.Horizontal)
        both.addWidget(self.list)
        both.addWidget(self.details)
        both.setStretchFactor(0, 3)
        both.setStretchFactor(1, 1)
        column = QVBoxLayout()
        column.addWidget(self.heading)
        column.addLayout(line)
        column.addWidget(both, 1)
        whole = QWidget()
        whole.setLayout(column)
        self.setWidget(whole)

    def show_findings(self, rows: Sequence[Row], heading: str) -> None:
        """List what a check found, in the place of what was listed, and show the panel."""
        self._lang = language()
        self.heading.setText(f"{heading}\n{summary(rows, self._lang)}".strip())
        self._fill(rows)
        self.show()
        self.raise_()

    def _fill(self, rows: Sequence[Row]) -> None:
        before = self.shown.sourceModel()
        self.shown.setSourceModel(Rows(rows, self._lang, self))
        if before is not None:
            before.deleteLater()
        for column, width in enumerate(WIDTHS):
            self.list.setColumnWidth(column, width)
        for box, first in ((self.states, ALL_STATES), (self.rules, ALL_RULES)):
            box.blockSignals(True)
            box.clear()
            box.addItem(first.of(self._lang), "")
            box.blockSignals(False)
        there = {row.state for row in rows}
        self.states.addItem(ONLY_FINDINGS.of(self._lang), ",".join(FINDINGS))
        for state, title in STATES.items():
            if state in there:
                self.states.addItem(title.of(self._lang), state)
        for rule in sorted({row.rule for row in rows if row.rule}):
            self.rules.addItem(rule, rule)
        self.export_button.setEnabled(bool(rows))
        self._filter()

    def _filter(self) -> None:
        states = str(self.states.currentData() or "")
        self.shown.want(states.split(",") if states else (), str(self.rules.currentData() or ""), self.words.text())
        self._tell()

    def listed(self) -> list[Row]:
        """The rows that are shown, in their order."""
        rows = self.shown.sourceModel().rows
        places = (self.shown.mapToSource(self.shown.index(number, 0)).row() for number in range(self.shown.rowCount()))
        return [rows[place] for place in places]

    def current(self) -> Row | None:
        """The row that is chosen."""
        index = self.list.currentIndex()
        return self.shown.sourceModel().rows[self.shown.mapToSource(index).row()] if index.isValid() else None

    def _tell(self) -> None:
        row = self.current()
        self.zoom_button.setEnabled(row is not None)
        if row is None:
            self.details.setPlainText("")
            return
        told = zip((head.of(self._lang) for head in HEADS.values()), row.cells(self._lang))
        self.details.setPlainText("\n\n".join(f"{head}\n{cell}" for head, cell in told if cell))

    def zoom(self) -> bool:
        """Move the map to the subject of the row that is chosen; False where its place is not known."""
        row = self.current()
        if row is None:
            return False
        shape, crs = place_of(row)
        if shape.isNull() or shape.isEmpty():
            self.details.setPlainText(f"{NO_PLACE.of(self._lang)}\n\n{self.details.toPlainText()}")
            return False
        to_map = QgsCoordinateTransform(crs, self._canvas.mapSettings().destinationCrs(), QgsProject.instance())
        box = shape.boundingBox()
        least = AROUND_A_POINT_M / (METRES_PER_DEGREE if crs.isGeographic() else 1.0)
        if max(box.width(), box.height()) < least:
            box = box.buffered(least)
        box.scale(MARGIN)
        self._canvas.setExtent(to_map.transformBoundingBox(box))
        self._canvas.refresh()
        self._canvas.flashGeometries([shape], crs, flashes=FLASHES)
        return True

    def export(self, path: str) -> None:
        """Write the rows that are shown; the ending tells whether as a workbook or as CSV.

        Raises
        ------
        OSError
            When the file cannot be written.
        """
        heads = [head.of(self._lang) for head in HEADS.values()]
        tables.write(Path(path), heads, [row.cells(self._lang) for row in self.listed()])

    def _ask_and_export(self) -> None:
        path, kind = QFileDialog.getSaveFileName(self, EXPORT.of(self._lang), "findings.xlsx", KINDS.of(self._lang))
        if not path:
            return
        if not path.lower().endswith(tuple(tables.WRITERS)):
            path += ".csv" if "*.csv" in kind else ".xlsx"
        try:
            self.export(path)
        except OSError as error:
            told = Text(f"没有写成：{error}", f"Not written: {error}")
        else:
            told = Text(f"已写 {path}", f"Wrote {path}")
        self.details.setPlainText(told.of(self._lang))


def place_of(row: Row) -> tuple[QgsGeometry, QgsCoordinateReferenceSystem]:
    """The shape of a finding; where it has none, that of its subject in a layer of the project that has it by its id."""
    shape = geometry_of(row.geometry)
    if not shape.isNull():
        return shape, QgsCoordinateReferenceSystem(CRS)
    kind, colon, name = row.subject.partition(":")
    for layer in QgsProject.instance().mapLayers().values() if colon else ():
        if not isinstance(layer, QgsVectorLayer) or layer.fields().indexOf(f"{kind}_id") < 0:
            continue
        request = QgsFeatureRequest(QgsExpression(QgsExpression.createFieldEqualityExpression(f"{kind}_id", name)))
        shapes = [feature.geometry() for feature in layer.getFeatures(request) if feature.hasGeometry()]
        if shapes:
            return QgsGeometry.collectGeometry(shapes), layer.crs()
    return QgsGeometry(), QgsCoordinateReferenceSystem()
