"""The command `read`: a plan's own document to a draft of its folder."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from yzgeo.cli.options import lang_option, say
from yzgeo.core.errors import InputError, Parameter
from yzgeo.core.i18n import Lang, Text

if TYPE_CHECKING:
    from yzgeo.documents.folder import Files
    from yzgeo.documents.model import Model
    from yzgeo.documents.places import Placed
    from yzgeo.documents.reading import Reading
    from yzgeo.documents.words import Words


@click.command("read")
@click.argument("documents", nargs=-1, type=click.Path(path_type=Path), metavar="DOCUMENT…")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    metavar="PLANDIR",
    help="Plan folder to write, a new or empty one. 写出的规划文件夹。",
)
@click.option(
    "--district",
    metavar="CODE|NAME",
    help="County or city of the plan: its outline and known towns. 规划所在的县区或市。",
)
@click.option(
    "--words",
    "word_folder",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="Tables of words of one's own, beside those of yzgeo. 自备词表的文件夹。",
)
@click.option(
    "--apply",
    "answers",
    type=click.Path(path_type=Path),
    metavar="QUESTIONS.CSV",
    help="Take the answers to the questions of a draft. 取回问题的答案。",
)
@click.option(
    "--into",
    type=click.Path(path_type=Path),
    metavar="PLANDIR",
    help="The drafted plan folder that the answers go into. 答案写入的规划文件夹。",
)
@click.option(
    "--model",
    "model_address",
    metavar="URL",
    help="Server of a model of your own, which proposes questions; none is asked without. 本单位模型的地址，只提问题。",
)
@click.option("--model-name", metavar="NAME", default="default", help="The model's name there. 模型在该处的名称。")
@lang_option
def command(
    documents: tuple[Path, ...],
    output: Path | None,
    district: str | None,
    word_folder: Path | None,
    answers: Path | None,
    into: Path | None,
    model_address: str | None,
    model_name: str,
    lang: Lang,
) -> None:
    """Draft a plan folder from the plan's own document, every value with its quote.

    Reads .docx, .html, .pdf with a text layer, .txt and .xlsx, several files as one document. What is sure goes into
    the tables, the rest into questions.csv, which is answered in a spreadsheet or on review.html and taken in with --apply.

    由规划文本（.docx、.html、有文字层的 .pdf、.txt、.xlsx，可几个文件）起草规划文件夹，每个值都有原文引文。
    确定的写入各表；其余写入 questions.csv，在电子表格或 review.html 中作答，再用 --apply 取回。

    \b
    Example:
      yzgeo read 规划.docx 附表.xlsx -o my-plan --district 330212
      yzgeo read --apply questions.csv --into my-plan
    """
    from yzgeo.documents import words as word_tables
    from yzgeo.documents.model import model_at

    if answers is not None or into is not None:
        if answers is None or into is None or documents or output is not None:
            raise InputError(
                Text(
                    "取回答案只需问题文件与规划文件夹",
                    "answers take a file of questions and a plan folder, nothing else",
                ),
                Text(
                    "写成 yzgeo read --apply questions.csv --into 文件夹",
                    "write: yzgeo read --apply questions.csv --into DIR",
                ),
            )
        _apply(answers, into, word_tables.load(word_folder), lang)
        return
    if not documents:
        raise InputError(
            Text("没有给出文件", "no document is given"), Text("写上规划文本的文件名", "name the plan's document")
        )
    if output is None:
        raise InputError(
            Text("没有给出要写的文件夹", "no folder to write is given"),
            Text("写上一个新的文件夹", "name a new folder"),
            parameter=Parameter("output"),
        )
    model = None if model_address is None else model_at(model_address, model_name)
    _read(documents, output, district, word_tables.load(word_folder), model, lang)


def _read(
    documents: tuple[Path, ...], output: Path, district: str | None, words: Words, model: Model | None, lang: Lang
) -> None:
    import pandas as pd

    from yzgeo.core.output_guard import refuse_unprintable
    from yzgeo.documents import document, folder, questions, reading
    from yzgeo.documents import model as models
    from yzgeo.documents.clauses import clauses, of_blocks, of_clauses
    from yzgeo.plan.template import refuse_taken
    from yzgeo.publish.review.data import Document
    from yzgeo.publish.review.render import of_reading

    for file in documents:
        refuse_unprintable(file)
    refuse_taken(output)
    say(Text(f"读 {'、'.join(map(str, documents))}", f"reading {', '.join(map(str, documents))}").of(lang))
    read = document.read(documents)
    for remark in read.remarks:
        say(remark.of(lang))
    rows = clauses(read.blocks)
    whole = of_blocks(read.blocks) == of_clauses(rows)
    say(
        Text(
            f"条文 {len(rows)} 条，{of_clauses(rows).characters:,} 字",
            f"{len(rows)} clauses, {of_clauses(rows).characters:,} characters",
        ).of(lang)
    )
    if not whole:
        say(
            Text("注意：条文与文件的字数对不上", "warning: the clauses do not hold the document's words exactly").of(
                lang
            )
        )

    def propose(clauses: pd.DataFrame, known: pd.DataFrame) -> pd.DataFrame:
        assert model is not None  # noqa: S101
        say(Text(f"问 {model.address} 的模型", f"asking the model at {model.address}").of(lang))
        return models.propose(clauses, known, words, model, lambda told: say(told.of(lang)))

    found = reading.read(rows, words, propose=None if model is None else propose)
    asked = questions.ask(found.asked, found.taken, found.clauses, words)
    files = folder.content(found, asked, words, [file.name for file in documents])
    apply_command = f"yzgeo read --apply questions.csv --into {output}"
    said = Document(files.title or documents[0].stem, tuple(file.name for file in documents), whole, apply_command)
    placed = _placed(found, files, district)
    page = of_reading(found, asked, said, lang, placed.questions)
    extra = {folder.REVIEW: page.encode("utf-8")}
    if placed.rows:
        extra["zone_places.csv"] = folder.table_bytes("zone_places", placed.rows)
    if placed.questions:
        listed = pd.concat([questions.frame(asked), pd.DataFrame(placed.questions)], ignore_index=True)
        extra[folder.QUESTIONS] = questions.csv_bytes(listed)
    folder.write(output, files, district, extra)
    left, open_ones = len(found.unread), len(asked) + len(placed.questions)
    say(
        Text(
            f"已写 {output}：{_counts(files.files, 'zh')}；问题 {open_ones} 个（questions.csv）；"
            f"没有去处的数 {left} 个（unread.csv）",
            f"wrote {output}: {_counts(files.files, 'en')}; {open_ones} questions (questions.csv); "
            f"{left} numbers that went nowhere (unread.csv)",
        ).of(lang)
    )
    say(
        Text(
            f"接下来：在浏览器中打开 {output / folder.REVIEW} 作答并保存 questions.csv（也可在电子表格里答），再运行 {apply_command}",
            f"next: open {output / folder.REVIEW} in a browser, answer and save questions.csv "
            f"(or answer it in a spreadsheet), then run: {apply_command}",
        ).of(lang)
    )


def _placed(found: Reading, files: Files, district: str | None) -> Placed:
    """The places of the zones, where the district's known places are at hand."""
    import csv
    import io

    from yzgeo.documents import places
    from yzgeo.plan import counties, known_towns

    if district is None:
        return places.Placed([], [])
    known = known_towns.inside(counties.find(district).outline)
    text = files.files.get("zones.csv", b"").decode("utf-8-sig")
    return places.of_zones(found.taken, csv.DictReader(io.StringIO(text, newline="")), known)


def _counts(files: dict[str, bytes], lang: Lang) -> str:
    """How many rows each table has."""
    import csv
    import io

    from yzgeo.plan import tables

    titles = {table["name"]: table["title" if lang == "zh" else "title_en"] for table in tables.schema()["tables"]}
    counted = []
    for name, title in titles.items():
        if f"{name}.csv" in files and name != "clauses":
            rows = sum(1 for _ in csv.reader(io.StringIO(files[f"{name}.csv"].decode("utf-8"), newline=""))) - 1
            counted.append(f"{title} {rows}")
    return ("，" if lang == "zh" else ", ").join(counted)


def _apply(answers: Path, into: Path, words: object, lang: Lang) -> None:
    from yzgeo.documents import folder, questions
    from yzgeo.plan.import_files import writable

    counts = folder.apply(writable(into), answers, words)  # type: ignore[arg-type]
    changes = questions.changes(answers)
    if changes:
        say(
            Text(
                "核对网页上对草稿的改动，已照写入：",
                "changes made to the draft on the page are written:",
            ).of(lang)
        )
        for change in changes:
            say(change.of(lang))
    if not counts:
        say(Text("各表未变", "no table changed").of(lang))
        return
    told = [f"{name}.csv {count}" for name, count in counts.items()]
    say(
        Text(
            f"已写入 {into}：{'，'.join(told)} 行（旧表在 previous/）",
            f"wrote into {into}: rows of {', '.join(told)} (the old tables are in previous/)",
        ).of(lang)
    )
