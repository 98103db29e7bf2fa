"""A PostgreSQL server with PostGIS of one's own: in a folder, on a socket, gone at the end. For tests and benchmarks."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg

ORDINARY_USER = "postgres"
"""PostgreSQL refuses to run as root; its Debian package makes this user."""
DATABASE = "plan"


def programs() -> Path | None:
    """The folder of initdb and pg_ctl, which Debian keeps off the PATH; None where there is no PostGIS."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda folder: int(folder.parent.name), reverse=True)
    found += [Path(name).parent for name in (shutil.which("initdb"),) if name]
    extensions = [*Path("/usr/share/postgresql").glob("*/extension/postgis.control")]
    extensions += [*Path("/usr/share").glob("pgsql/extension/postgis.control")]
    return next((folder for folder in found if (folder / "initdb").exists()), None) if extensions else None


@contextmanager
def server(folder: Path) -> Iterator[str]:
    """Start a server in an empty folder; gives the address of its database."""
    binaries = programs()
    if binaries is None:
        raise FileNotFoundError("no PostGIS: run apt install postgresql postgresql-postgis")
    asuser: list[str] = []
    if os.geteuid() == 0:
        shutil.chown(folder, ORDINARY_USER)
        asuser = ["runuser", "-u", ORDINARY_USER, "--"]

    def run(program: str, *arguments: str) -> None:
        command = [*asuser, str(binaries / program), *arguments]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd=folder)

    data, user = str(folder / "data"), ORDINARY_USER
    run("initdb", "-D", data, "-A", "trust", "-U", user, "-E", "UTF8", "--locale", "C.UTF-8", "--no-sync")
    run(
        "pg_ctl",
        "-D",
        data,
        "-l",
        str(folder / "log"),
        "-w",
        "-o",
        f"-c listen_addresses='' -c fsync=off -k {folder}",
        "start",
    )
    try:
        address = f"postgresql://{user}@/{{}}?host={folder}"
        for database, statement in (("postgres", "CREATE DATABASE plan"), (DATABASE, "CREATE EXTENSION postgis")):
            with psycopg.connect(address.format(database), autocommit=True) as connection:
                connection.execute(statement)
        yield address.format(DATABASE)
    finally:
        run("pg_ctl", "-D", data, "-m", "immediate", "stop")
