"""A model of the office's own proposes; only what the document says becomes a question, and nothing is ever sure."""

from __future__ import annotations

import http.server
import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from click.testing import CliRunner

from yzgeo.cli.main import cli
from yzgeo.core.errors import InputError
from yzgeo.core.i18n import Text
from yzgeo.documents import model, questions, reading, words
from yzgeo.documents.block import Block
from yzgeo.documents.clauses import clauses

TEXT = "甲县全域实现通水通电的行政村覆盖率九成以上；新增书屋计17座，均对外开放。"
WORDS = words.load()


@contextmanager
def answering(content: Callable[[str], bytes]) -> Iterator[tuple[str, list[str]]]:
    """A server of a model, and the paths that it was asked for."""
    asked: list[str] = []

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            asked.append(self.path)
            said = json.loads(self.rfile.read(int(self.headers["Content-Length"])))["messages"][1]["content"]
            body = content(said)
            if body.startswith(b"http:"):
                self.send_response(302)
                self.send_header("Location", body.decode())
                self.end_headers()
                return
            self.send_response(200)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=lambda: server.serve_forever(0.01), daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/v1", asked
    finally:
        server.shutdown()
        server.server_close()


def rows(*listed: dict[str, object]) -> bytes:
    content = "好的：```json\n" + json.dumps({"rows": listed}, ensure_ascii=False) + "\n```"
    return json.dumps({"choices": [{"message": {"content": content}}]}).encode()


def row(clause: str, **more: object) -> dict[str, object]:
    said = {"kind": "figure", "name": "书屋", "value": "17", "unit": "座", "year": "", "quote": "新增书屋计17座"}
    return {"clause": clause, **said, **more}


def read_with(address: str, text: str = TEXT) -> tuple[reading.Reading, list[str]]:
    told: list[Text] = []
    whole = clauses([Block("paragraph", text)])
    read = reading.read(
        whole,
        WORDS,
        propose=lambda usable, known: model.propose(usable, known, WORDS, model.model_at(address, "m"), told.append),
    )
    return read, [one.en for one in told]


def test_what_the_document_says_becomes_a_question() -> None:
    (clause,) = clauses([Block("paragraph", TEXT)])["clause"]
    share = {"name": "行政村覆盖率", "value": "九", "unit": "成", "quote": "行政村覆盖率九成以上"}
    with answering(lambda _: rows(row(clause, **share))) as (address, asked):
        read, told = read_with(address)
    assert asked == ["/v1/chat/completions"]
    proposed = read.asked[read.asked["why"] == "model"]
    assert dict(zip(proposed["column"], proposed["value"], strict=True)) == {
        "value": "9",
        "unit": "成",
        "noun": "行政村覆盖率",
    }
    assert set(proposed["certainty"]) == {"guess"}
    assert "9" not in set(read.taken["value"])
    assert told == ["proposals of the model: kept as questions 1; dropped, as the text does not say them, 0"]
    (question,) = [
        one for one in questions.ask(read.asked, read.taken, read.clauses, WORDS) if "model" in one.row["why_en"]
    ]
    assert "行政村覆盖率 9成" in question.options[0].value


def test_what_the_grammar_has_the_model_adds_nothing_to() -> None:
    (clause,) = clauses([Block("paragraph", TEXT)])["clause"]
    with answering(lambda _: rows(row(clause))) as (address, _):
        read, _ = read_with(address)
    assert "17" in set(read.asked["value"])
    assert (read.asked["why"] != "model").all()


@pytest.mark.parametrize(
    "invented",
    [
        {"value": "18"},
        {"value": "7"},
        {"unit": "万座"},
        {"name": "图书馆"},
        {"year": "2030"},
        {"quote": "新增书屋18座"},
        {"clause": "第九章"},
        {"kind": "zones"},
        {"value": ["17"]},
        {"value": True},
    ],
)
def test_what_it_invents_is_dropped(invented: dict[str, object]) -> None:
    (clause,) = clauses([Block("paragraph", TEXT)])["clause"]
    with answering(lambda _: rows({**row(clause), **invented})) as (address, _):
        read, told = read_with(address)
    assert (read.asked["why"] != "model").all()
    assert told[-1].endswith("does not say them, 1")


@pytest.mark.parametrize(
    "body",
    [
        *(b"", b"<html>", b"[]", b'{"choices": []}', b'{"choices": [{"message": {"content": "{}"}}]}'),
        *(b'{"choices": [{"message": {"content": "no"}}]}', b"[" * 100_000, b"\xff\xfe"),
    ],
)
def test_garbage_is_told_and_the_work_goes_on(body: bytes) -> None:
    with answering(lambda _: body) as (address, _):
        read, told = read_with(address, "甲县工业产值2020年达到50亿元。")
    assert "50" in set(read.taken["value"])
    assert told[0].startswith("the model gave no usable answer")


def test_no_redirection_is_followed() -> None:
    with answering(lambda _: rows()) as (other, asked), answering(lambda _: f"{other}/x".encode()) as (address, _):
        _, told = read_with(address)
    assert asked == []
    assert told[0].startswith("the model gave no usable answer")


def test_a_server_that_is_not_there_is_asked_no_more_than_twice() -> None:
    text = "\n".join(f"第{place}条 新增书屋{place}座。" + "甲" * 2500 for place in range(1, 9))
    told: list[Text] = []
    whole = clauses([Block("paragraph", line) for line in text.splitlines()])
    found = model.propose(
        whole, reading.read(whole, WORDS).asked, WORDS, model.model_at("http://127.0.0.1:9", "m"), told.append
    )
    assert found.empty
    assert [one.en.startswith("the model gave") for one in told].count(True) == model.MOST_FAILURES


@pytest.mark.parametrize(
    "address", ["file:///etc/passwd", "ftp://a/b", "127.0.0.1:8000", "http://", "http://a:b/", "http://a b/"]
)
def test_only_addresses_of_the_web_are_asked(address: str) -> None:
    with pytest.raises(InputError):
        model.model_at(address, "m")


@pytest.mark.slow
def test_the_command_asks_only_the_address_that_was_typed(tmp_path: Path) -> None:
    document = tmp_path / "plan.txt"
    document.write_text(f"甲县规划\n\n{TEXT}\n", encoding="utf-8")
    with answering(lambda said: rows(row(said[1 : said.index("]")]))) as (address, asked):
        given = ["read", str(document), "-o", str(tmp_path / "plan"), "--model", address, "--lang", "en"]
        result = CliRunner().invoke(cli, given)
    assert result.exit_code == 0, result.output
    assert set(asked) == {"/v1/chat/completions"}
    assert f"asking the model at {address}" in result.output
    assert CliRunner().invoke(cli, [*given[:-4], "--model", "file:///x"]).exit_code == 2
