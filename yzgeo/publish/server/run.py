"""Start pygeoapi on a folder, in this process, behind the WSGI server waitress; one process, nothing left at the end."""

from __future__ import annotations

import importlib.util
import logging
import mimetypes
import os
import signal
import socket
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import FrameType
from typing import Any

from yzgeo.core.errors import InputError, Parameter
from yzgeo.core.i18n import Lang, Text
from yzgeo.publish.server.configuration import FOLDER, HOST, PORT, URL, WEB_ADDRESS
from yzgeo.publish.server.folder import CONFIGURATION, MEDIA_TYPES

NEEDED = ("pygeoapi", "waitress")
EVERYWHERE = ("0.0.0.0", "::", "")  # noqa: S104  (what is asked for, never bound unasked)
THREADS = 8


def run(
    folder: Path,
    say: Callable[[str], None],
    lang: Lang,
    host: str = HOST,
    port: int = PORT,
    url: str | None = None,
) -> None:
    """Serve until Ctrl-C or SIGTERM.

    Parameters
    ----------
    folder
        As `folder.write` made it.
    say
        Takes a line of progress.
    lang
        Language of the messages.
    host, port
        Where to listen; port 0 for any free one.
    url
        The address by which readers reach the server, where it is another than `http://host:port`.

    Raises
    ------
    InputError
        When the folder is none to serve, pygeoapi is not installed, the port is taken, or pygeoapi refuses.
    """
    configuration = folder / CONFIGURATION
    if not configuration.is_file():
        raise InputError(
            Text(f"其中没有 {CONFIGURATION}", f"holds no {CONFIGURATION}"),
            Text("先用 yzgeo serve new 写这个文件夹", "write the folder first, by yzgeo serve new"),
            file=str(folder),
        )
    missing = [name for name in NEEDED if importlib.util.find_spec(name) is None]
    if missing:
        raise InputError(
            Text(f"没有安装 {'、'.join(missing)}", f"{' and '.join(missing)} is not installed"),
            Text('执行 pip install "yzgeo[serve]"', 'run pip install "yzgeo[serve]"'),
        )
    address = _address(host, url)
    with _bound(host, port) as listening:
        reached = address or f"http://{_bracketed(host)}:{listening.getsockname()[1]}"
        with tempfile.TemporaryDirectory(prefix="yzgeo-serve-") as temporary:
            application = _application(configuration, Path(temporary) / "openapi.json", reached)
            _serve(application, listening, lambda: _ready(say, reached, host, lang))
    say(Text("已停止", "stopped").of(lang))


def _address(host: str, url: str | None) -> str | None:
    """The address given, without a slash at its end.

    Raises
    ------
    InputError
        When it is no address of the web, or none is given and the host names every network of the machine.
    """
    if url is not None and not WEB_ADDRESS.match(url):
        raise InputError(
            Text(f"“{url}”不是网址", f"'{url}' is no address of the web"),
            Text("写成 http://服务器:5000", "write http://SERVER:5000"),
            parameter=Parameter("url"),
        )
    if url is None and host in EVERYWHERE:
        raise InputError(
            Text(
                "监听全部网络时，不知道别人用什么网址访问",
                "when listening to every network, the address that readers use is not known",
            ),
            Text("给出网址", "give it"),
            parameter=Parameter("url", Text("http://服务器:5000", "http://SERVER:5000")),
        )
    return None if url is None else url.rstrip("/")


def _bracketed(host: str) -> str:
    return f"[{host}]" if ":" in host else host


@contextmanager
def _bound(host: str, port: int) -> Iterator[socket.socket]:
    """A socket at the place, not yet answering."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as bound:
        if os.name == "posix":  # elsewhere the option lets two programs share a port
            bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            bound.bind((host, port))
        except OSError as error:
            raise InputError(
                Text(f"不能监听 {host}:{port}：{error.strerror}", f"cannot listen at {host}:{port}: {error.strerror}"),
                Text("端口被占用时换一个端口", "choose another port where this one is taken"),
                parameter=Parameter("port", Text("5001", "5001")),
            ) from error
        yield bound


def _application(configuration: Path, document: Path, url: str) -> Any:
    """The WSGI application of pygeoapi, which reads its settings from the environment as it is imported.

    Raises
    ------
    InputError
        When pygeoapi cannot use the configuration, its files or its database.
    """
    os.environ[FOLDER] = str(configuration.resolve().parent)
    os.environ[URL] = url
    os.environ["PYGEOAPI_CONFIG"] = str(configuration)
    os.environ["PYGEOAPI_OPENAPI"] = str(document)
    for ending, media_type in MEDIA_TYPES.items():  # which Python does not know, and Flask asks it
        mimetypes.add_type(media_type, ending)
    logging.getLogger("pygeoapi").setLevel(logging.ERROR)  # until it has read its configuration
    try:
        from pygeoapi.openapi import generate_openapi_document

        with configuration.open(encoding="utf-8") as stream:
            document.write_text(generate_openapi_document(stream, "json"), "utf-8")
        from pygeoapi.flask_app import APP
    except Exception as error:  # of pygeoapi, its providers and drivers, which have no common one
        lines = str(error).splitlines() or [type(error).__name__]
        raise InputError(
            Text(f"pygeoapi 不能使用这份配置：{lines[0]}", f"pygeoapi cannot use this configuration: {lines[0]}"),
            Text(
                "核对其中的文件与数据库，或重新写这个文件夹",
                "check its files and database, or write the folder anew",
            ),
            file=str(configuration),
        ) from error
    return APP


def _serve(application: Any, listening: socket.socket, ready: Callable[[], None]) -> None:
    import waitress

    server = waitress.create_server(application, sockets=[listening], threads=THREADS, ident="")
    before = signal.signal(signal.SIGTERM, _stop)
    try:
        ready()
        with suppress(KeyboardInterrupt, SystemExit):
            server.run()
    finally:
        signal.signal(signal.SIGTERM, before)
        server.close()


def _stop(_number: int, _frame: FrameType | None) -> None:
    sys.exit(0)


def _ready(say: Callable[[str], None], url: str, host: str, lang: Lang) -> None:
    say(Text(f"服务已启动：{url}　按 Ctrl-C 停止", f"serving at {url}; Ctrl-C stops it").of(lang))
    if host not in {"127.0.0.1", "::1", "localhost"}:
        say(Text("网络上能访问本机的人都能读取", "whoever reaches this machine over the network can read it").of(lang))
