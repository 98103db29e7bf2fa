"""Import a parcel ledger into a plan folder: of one file or several, with its own shapes or those of other files."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

import geopandas as gpd
import pandas as pd

from yzgeo.core import labels
from yzgeo.core.errors import Advice, InputError, Parameter, all_of
from yzgeo.core.formula_injection import escape_formula
from yzgeo.core.i18n import LANGS, Lang, Text, plain
from yzgeo.ledger import area_comparison, joining, ledger, other_columns, stacking, ticked_statuses
from yzgeo.ledger.joining import Joined, Part
from yzgeo.ledger.vocabulary import HEADERS
from yzgeo.plan.import_facts import Steps
from yzgeo.plan.import_files import ImportRequest, PreparedImport, doubts_of_place, heading
from yzgeo.plan.model import Plan
from yzgeo.plan.transaction import valid_file
from yzgeo.readers import column_matching, reading
from yzgeo.readers.reading import Reading
from yzgeo.readers.source import GEOMETRY, WHOLE_ROW

PLAN_LEDGER = Text("规划已有的台账", "the plan's ledger")


class LedgerRequest(NamedTuple):
    """A ledger to import.

    - `files`: the files that make it, in their order; `layers` of them that are read, or `all_layers`
    - `pairs`: our column and the file's; where there are several files, each takes the first that it has
    - `crs`, `datum`, `statuses`: as for every import
    - `shapes`: files of the parcels' shapes, joined by number; `shapes_layer` of them; `unite` several of one number
    - `add`: keep the plan's ledger; `same`: what a number means that is there already
    """

    files: tuple[Path, ...]
    pairs: tuple[tuple[str, str], ...] = ()
    crs: str | None = None
    datum: str | None = None
    layers: tuple[str, ...] = ()
    all_layers: bool = False
    statuses: Mapping[str, str] = MappingProxyType({})
    shapes: tuple[Path, ...] = ()
    shapes_layer: str | None = None
    unite: bool = False
    add: bool = False
    same: stacking.Same | None = None

    def of_files(self) -> ImportRequest:
        """The request as `import_files.apply` logs it."""
        first, *others = dict.fromkeys((*self.files, *self.shapes))
        return ImportRequest(first, dict(self.pairs), self.crs, self.datum, others=tuple(others))


class PreparedLedger(NamedTuple):
    """A prepared import, and what of ledger and shapes did not find its other half (`joining.UNMATCHED_COLUMNS`)."""

    prepared: PreparedImport
    unmatched: pd.DataFrame


class _Translated(NamedTuple):
    """A part with the columns of a ledger, the columns that these were read from, and its registered and drawn areas."""

    part: Part
    frame: gpd.GeoDataFrame
    log: pd.DataFrame
    names: dict[str, str]
    areas: pd.DataFrame


def prepare(plan: Plan, request: LedgerRequest, *, steps: dict[str, Steps] | None = None) -> PreparedLedger:
    """The parcel ledger of the plan; `steps` is filled on the way, by file, layer or sheet: those of the ledger, then of shapes.

    Raises
    ------
    InputError
        When a file cannot be read or placed, names no parcels, holds a value that cannot be understood, or a number
        stands in two of them.
    """
    _refuse_repeated_files(request)
    near = plan.district.geometry
    parts = _parts(request, request.files, near)
    steps = {} if steps is None else steps
    steps |= {part.label: {"mapping": part.mapping, "source": part.source} for part in parts}
    joined = None
    if request.shapes:
        joined = _join(request, parts, near, steps)
        parts = joined.parts
    of_place = [doubts_of_place(plan, request.datum, part.source.frame) for part in parts]
    for part, doubts in zip(parts, of_place, strict=True):
        steps[part.label] |= {"mapping": part.mapping, "source": part.source, "doubts": doubts}
    if joined is None:
        _refuse_unknown_columns(request, parts)
    else:
        steps[parts[0].label] |= {"doubts": [*of_place[0], *joining.remarks(joined)]}
    translated = _all_translated(request, parts, steps)
    if joined is not None:
        translated = [_with_others(one, others, joined) for one, others in zip(translated, joined.others, strict=True)]
    old = ledger.stored(valid_file(plan.folder, ledger.LEDGER_FILE)) if request.add else ledger.empty()
    before = [(PLAN_LEDGER, old)] if len(old) else []
    stacked = stacking.stack([*before, *((plain(one.part.label), one.frame) for one in translated)], request.same)
    logs = [
        joining.labelled(one.part.label, more)
        for one, more in zip(translated, stacked.changes[len(before) :], strict=True)
        if more
    ]
    log = pd.concat([*(one.log for one in translated), *logs], ignore_index=True)
    stream = io.BytesIO()
    stacked.frame.to_parquet(stream)
    preview = {lang: _preview(plan, request, translated, joined, stacked, len(old), lang) for lang in LANGS}
    doubts = [*(joining.remarks(joined) if joined is not None else [])]
    for one, its_place, changes in zip(translated, of_place, stacked.changes[len(before) :], strict=True):
        gone = [change.row for change in changes if change.field == WHOLE_ROW]
        read = one.part.source._replace(frame=one.frame.drop(index=gone), log=one.log)
        areas_differ = area_comparison.doubt(one.areas)
        doubts += [
            _named(one, text, len(translated))
            for text in (
                *ledger.remarks(read),
                *its_place,
                *([areas_differ] if areas_differ else []),
            )
        ]
    content = stream.getvalue()
    prepared = PreparedImport({ledger.LEDGER_FILE: content}, log, preview, doubts, _based_on(plan, request))
    unmatched = joined.unmatched if joined is not None else pd.DataFrame(columns=joining.UNMATCHED_COLUMNS)
    return PreparedLedger(prepared, unmatched)


def unmatched_csv(unmatched: pd.DataFrame, lang: Lang) -> bytes:
    """All that found no other half, as a table for spreadsheets."""
    sides = {joining.LEDGER: Text("台账", "ledger"), joining.SHAPES: Text("图形", "shapes")}
    head = {
        "side": Text("哪一边", "side"),
        "file": Text("文件", "file"),
        "row": Text("行", "row"),
        "number": Text("编号", "number"),
        "why": Text("原因", "why"),
    }
    table = unmatched.assign(
        side=unmatched["side"].map(lambda side: sides[side].of(lang)),
        why=unmatched["why"].map(lambda why: why.of(lang)),
    )
    table = table.rename(columns={name: text.of(lang) for name, text in head.items()})
    text = io.StringIO(newline="")
    table.map(escape_formula).to_csv(text, index=False, lineterminator="\r\n")
    return text.getvalue().encode("utf-8-sig")


def _refuse_repeated_files(request: LedgerRequest) -> None:
    for files in (request.files, request.shapes):
        seen: set[Path] = set()
        for file in files:
            if file.resolve() in seen:
                raise InputError(
                    Text("这个文件给了两次", "is given twice"), Text("只给一次", "give it once"), file=str(file)
                )
            seen.add(file.resolve())


def _labels(files: Sequence[Path]) -> dict[Path, str]:
    """What each file is called in the log: its name, with its folder or its whole path where others have the same."""
    called: dict[Path, str] = {}
    for file in files:
        names = (file.name, f"{file.parent.name}/{file.name}")
        others = [(other.name, f"{other.parent.name}/{other.name}") for other in files if other != file]
        called[file] = next(
            (name for name, *theirs in zip(names, *others, strict=True) if name not in theirs), str(file)
        )
    return called


def _parts(request: LedgerRequest, files: Sequence[Path], near: gpd.GeoSeries) -> list[Part]:
    """The layers of the files that are to be read, with the mapping that holds for each."""
    several = len(files) > 1 or bool(request.shapes)
    label_of = _labels((*request.files, *(file for file in request.shapes if file not in request.files)))
    layers = {file: _layers_of(request, file, several=len(files) > 1) for file in files}
    named = [layer for of_file in layers.values() for layer in of_file if layer is not None]
    lost = [layer for layer in request.layers if layer not in named]
    if lost:
        raise InputError(
            Text(f"各文件都没有图层“{lost[0]}”", f"no file has a layer '{lost[0]}'"),
            Text("核对图层或工作表的名称", "check the names of layers or sheets"),
            file=str(files[0]), parameter=Parameter("layer"),
        )  # fmt: skip
    several = several or sum(map(len, layers.values())) > 1
    parts = []
    for file, of_file in layers.items():
        for layer in of_file:
            label = label_of[file] if len(of_file) == 1 else f"{label_of[file]}:{layer}"
            source = _read(file, label, layer, request, near)
            theirs = [str(name) for name in source.frame.columns]
            pairs = [pair for ours, named in request.pairs for pair in source.by_column({ours: named}).items()]
            mapping = column_matching.of_file(pairs, theirs) if several else dict(pairs)
            source = ticked_statuses.combine(file, source, mapping, request.statuses)
            parts.append(Part(label, file, source, mapping))
    return parts


def _layers_of(request: LedgerRequest, file: Path, *, several: bool) -> list[str | None]:
    if request.all_layers:
        return list(reading.layers(file)) or [None]
    if several and request.layers:
        there = reading.layers(file)
        return [layer for layer in request.layers if layer in there] or [None]
    return list(request.layers) or [None]


def _read(file: Path, label: str, layer: str | None, request: LedgerRequest, near: gpd.GeoSeries) -> Reading:
    try:
        source = reading.read(file, request.crs, request.datum, layer, near)
    except InputError as error:
        raise _of_part(error, file, label) from error
    return source._replace(log=source.log.assign(file=label))


def _of_part(refusal: InputError, file: Path, label: str) -> InputError:
    """A refusal with the label of the part for its file, in all that it tells; the path stays where the label is its name."""
    every = [refusal.at(), *refusal.others]
    return all_of([one.at(file=label) if label != file.name and one.file == str(file) else one for one in every])


def _refuse_unknown_columns(request: LedgerRequest, parts: Sequence[Part]) -> None:
    """Refuse a mapping to a column that none of the files has."""
    used = {
        (ours, name)
        for part in parts
        for ours, named in part.mapping.items()
        for name in (named, part.source.aliases.get(named))
    }
    columns = {ours for part in parts for ours in part.mapping}
    for ours, theirs in request.pairs:
        alternatives = [pair for pair in request.pairs if pair[0] == ours]
        if (ours, theirs) not in used and (ours not in columns or len(alternatives) == 1):
            column_matching.match(parts[0].file, list(parts[0].source.frame.columns), {ours: theirs}, HEADERS)


def _shapes(request: LedgerRequest, parts: Sequence[Part], near: gpd.GeoSeries) -> list[Part]:
    """The files of shapes; a pair of the mapping is theirs where no part of the ledger has its column."""
    label_of = _labels((*request.files, *(file for file in request.shapes if file not in request.files)))
    taken = {ours for part in parts for ours in part.mapping}
    shapes = []
    for file in request.shapes:
        label = label_of[file] if file not in request.files else f"{label_of[file]}:{request.shapes_layer or ''}"
        try:
            source = _read(file, label, request.shapes_layer, request, near)
        except InputError as error:
            asked = error.parameter
            if asked is None or asked.name != "layer":
                raise
            raise error.at(parameter=asked._replace(name="shapes_layer")) from error
        theirs = [str(name) for name in source.frame.columns]
        pairs = [pair for ours, named in request.pairs for pair in source.by_column({ours: named}).items()]
        of_file = column_matching.of_file(pairs, theirs)
        mapping = {ours: named for ours, named in of_file.items() if ours in joining.NUMBERED_BY or ours not in taken}
        shapes.append(Part(label, file, source, mapping))
    _refuse_unknown_columns(request, [*parts, *shapes])
    return shapes


def _join(request: LedgerRequest, parts: Sequence[Part], near: gpd.GeoSeries, steps: dict[str, Steps]) -> Joined:
    """The parts of the ledger with the shapes of their numbers; `steps` also get those of the files of shapes."""
    shapes = _shapes(request, parts, near)
    steps |= {part.label: {"mapping": part.mapping, "source": part.source} for part in shapes}
    joined = joining.join(parts, shapes, unite=request.unite, same=request.same)
    for part in shapes:
        steps[part.label] |= {"names": {**part.mapping, joined.number: joined.columns[part.label]}}
    return joined


def _all_translated(request: LedgerRequest, parts: Sequence[Part], steps: dict[str, Steps]) -> list[_Translated]:
    """All parts with the columns of a ledger; what is wrong in any of them is told in one refusal."""
    translated, refusals = [], []
    for part in parts:
        try:
            translated.append(_translate(request, part, steps[part.label]))
        except InputError as refusal:
            refusals.append(refusal)
    if refusals:
        if request.all_layers:
            refusals = [_unless_no_ledger(each, translated) for each in refusals]
        raise all_of(refusals)
    return translated


def _unless_no_ledger(refusal: InputError, translated: Sequence[_Translated]) -> InputError:
    """The refusal of a layer without parcel numbers, which may be a cover or notes; the layers that are ledgers are named."""
    layers = [layer for one in translated if (layer := one.part.label.partition(f"{one.part.file.name}:")[2])]
    if refusal.parameter != ledger.MAPPED_ID or not layers:
        return refusal
    return InputError(
        refusal.problem,
        Text(
            f"{refusal.remedy.zh}；不是台账的，不要全部读入，逐一指明 {'、'.join(layers)}",
            f"{refusal.remedy.en}; or, if it is no ledger, do not read all, but name {', '.join(layers)} each",
        ),
        file=refusal.file, row=refusal.row, column=refusal.column,
        parameter=refusal.parameter._replace(other="layer"),
    )  # fmt: skip


def _translate(request: LedgerRequest, part: Part, steps: Steps) -> _Translated:
    """A part with the columns of a ledger, `steps` filled on the way; refusals name its layer, where there are several."""
    try:
        names = ledger.match_columns(part.file, part.source.frame, part.mapping)
        steps |= {"names": names, "words": ledger.status_words(part.source.frame, names, request.statuses)}
        translated = ledger.translate(part.file, part.source, part.mapping, request.statuses)
        areas = area_comparison.ratios(translated.frame)
        steps |= {"translated": translated, "areas": areas}
        area_comparison.refuse_other_unit(part.file, areas, names.get("area_mu"), part.mapping)
    except InputError as error:
        raise _of_part(error, part.file, part.label) from error
    return _Translated(part, translated.frame, translated.log.assign(file=part.label), names, areas)


def _with_others(one: _Translated, others: gpd.GeoDataFrame, joined: Joined) -> _Translated:
    """A part of the ledger with the further columns of its shapes; one that only repeats the ledger's is not kept twice."""
    own = one.part.source.frame
    repeated = [
        name
        for name in others.columns.drop(others.geometry.name)
        if name in own and (others[name].isna() | (others[name].astype("str") == own[name].astype("str"))).all()
    ]
    others = others.drop(columns=repeated)
    kept, changes = other_columns.others(others, (), one.frame.columns)
    frame = gpd.GeoDataFrame(
        {**{name: one.frame[name] for name in one.frame if name != GEOMETRY}, **{name: kept[name] for name in kept}},
        geometry=one.frame.geometry,
    )
    return one._replace(frame=frame, log=pd.concat([one.log, joining.labelled(one.part.label, changes)]))


def _based_on(plan: Plan, request: LedgerRequest) -> Mapping[str, str]:
    """The ledger that this one adds to, by its hash: another import in between is not to be lost."""
    if not request.add:
        return {}
    file = valid_file(plan.folder, ledger.LEDGER_FILE)
    return {ledger.LEDGER_FILE: hashlib.sha256(file.read_bytes()).hexdigest() if file.is_file() else ""}


def _named(one: _Translated, text: Text, parts: int) -> Text:
    """A doubt, with the part that it is of where there are several."""
    if parts == 1:
        return text
    zh, en = f"{one.part.label}：{text.zh}", f"{one.part.label}: {text.en}"
    return Advice(zh, en, text.parameter) if isinstance(text, Advice) else Text(zh, en)


def _preview(
    plan: Plan,
    request: LedgerRequest,
    translated: Sequence[_Translated],
    joined: Joined | None,
    stacked: stacking.Stacked,
    old: int,
    lang: Lang,
) -> list[str]:
    lines: list[str] = []
    for one in translated:
        kept = [name for name in one.frame.columns if name not in (*ledger.COLUMNS, GEOMETRY)]
        lines += [*heading(one.part.label, one.part.source, lang), *_columns(one.names, kept, lang)]
    if joined is not None:
        lines.append(_joined(joined, sum(len(one.frame) for one in translated), lang))
    if request.add:
        lines.append(_added(request, old, stacked, sum(len(one.frame) for one in translated), lang))
    elif stacked.repeated:
        lines.append(
            Text(
                f"{stacked.repeated} 个编号在几个文件中都有，{'取后者' if request.same == 'replace' else '取先者'}",
                f"{stacked.repeated} numbers stand in several files: the "
                f"{'later' if request.same == 'replace' else 'earlier'} one is taken",
            ).of(lang)
        )
    return [*lines, *_counts(stacked.frame, lang)]


def _joined(joined: Joined, rows: int, lang: Lang) -> str:
    columns = " = ".join(f"{label}·{column}" for label, column in joined.columns.items())
    return Text(
        f"按编号对应图形（{columns}）：{rows} 行中 {joined.matched} 行有图形",
        f"joined with shapes by number ({columns}): {joined.matched} of {rows} rows have a shape",
    ).of(lang)


def _added(request: LedgerRequest, old: int, stacked: stacking.Stacked, new: int, lang: Lang) -> str:
    same = {
        "replace": Text(f"，替换同号的 {stacked.repeated} 个编号", f", {stacked.repeated} numbers replaced"),
        "skip": Text(f"，略过已有的 {stacked.repeated} 个编号", f", {stacked.repeated} numbers there already skipped"),
        None: Text("", ""),
    }[request.same]
    return Text(
        f"并入已有台账：原有 {old} 行，读入 {new} 行{same.zh}，现共 {len(stacked.frame)} 行",
        f"added to the plan's ledger: {old} rows before, {new} read{same.en}, {len(stacked.frame)} now",
    ).of(lang)


def _columns(names: dict[str, str], kept: list[str], lang: Lang) -> list[str]:
    lines = [Text("列的对应：", "columns:").of(lang), *(f"  {ours} <- {theirs}" for ours, theirs in names.items())]
    missing = [ours for ours in ledger.COLUMNS if ours not in names]
    if missing:
        lines.append(Text(f"  没有的列：{'、'.join(missing)}", f"  not there: {', '.join(missing)}").of(lang))
    if kept:
        lines.append(
            Text(
                f"  原样保留的列：{'、'.join(kept)}（可指明与我方哪一列对应）",
                f"  kept as they are: {', '.join(kept)} (say which of our columns they are)",
            ).of(lang)
        )
    return lines


def _counts(frame: gpd.GeoDataFrame, lang: Lang) -> list[str]:
    counts = frame["status"].value_counts(sort=False)
    status_counts = [
        f"{labels.value(status, lang) if status in ledger.STATUSES else status} {count}"
        for status, count in counts.items()
    ]
    lines = (
        [Text(f"状态：{'，'.join(status_counts)}", f"status: {', '.join(status_counts)}").of(lang)]
        if status_counts
        else []
    )
    if not status_counts:
        lines.append(ledger.NO_STATUS.of(lang))
    without_geometry = int(frame.geometry.isna().sum())
    if without_geometry:
        lines.append(
            Text(
                f"{without_geometry} 个地块没有图形，只按登记面积统计，不分片区",
                f"{without_geometry} parcels have no geometry: counted by registered area, in no zone",
            ).of(lang)
        )
    return lines
