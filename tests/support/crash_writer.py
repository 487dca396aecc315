"""Writes a session and dies in the middle of it; started by the tests of durability.

One process imports everything once and forks a writer for each death, which is far quicker.
Arguments: folder, and the deaths as ``statement:N``, ``set:N`` or ``part:X``. A writer that dies at
statement N kills itself when SQLite begins the Nth statement; one that dies at set N is killed
from outside as soon as that set is acknowledged, wherever it is by then; one that dies at part X
is ended by a timer after that part of the time that all sets take. Prints one line for each death:
the acknowledged blocks.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import sqlite3
import sys
import time
from dataclasses import replace
from pathlib import Path

from coach.domain.records import SessionLog
from coach.store.opening import open_store
from coach.store.schema import FILE_NAME
from coach.system.ids import new_id
from support import store_builders as build
from support.store_builders import SteadyClock, numbered_id

SETS = 12


def _die_at_statement(file: sqlite3.Connection, number: int) -> None:
    left = number

    def count(_statement: str) -> None:
        nonlocal left
        left -= 1
        if left < 0:
            os.kill(os.getpid(), signal.SIGKILL)

    file.set_trace_callback(count)


def write(
    folder: Path, ear: int, session: SessionLog, statement: int | None, after_s: float = 0.0
) -> None:
    """Write sets until the end comes; each is acknowledged by its block number."""
    store = open_store(folder, SteadyClock(), lambda: session.id)
    signal.setitimer(signal.ITIMER_REAL, after_s)  # nothing catches its signal: it ends the writer
    if statement is not None:
        borrowed = store._database._reader.raw_connection()
        driver = borrowed.driver_connection
        assert isinstance(driver, sqlite3.Connection)
        _die_at_statement(driver, statement)
        borrowed.close()
    store.begin_session(session)
    for block in range(SETS):
        entry = build.set_log(session, block)
        store.add_set(replace(entry, id=numbered_id(1000 * block + session.id.int % 1000)))
        os.write(ear, f"{block}\n".encode())
    os._exit(0)


def die_once(folder: Path, number: int, death: str, whole_s: float = 0.0) -> list[int]:
    """Fork a writer, let it die, and give the blocks that it was told are safe. ``whole_s`` is how
    long a writer takes that lives."""
    how, _, at = death.partition(":")
    session = replace(build.session(build.stamp(number)), id=numbered_id(number))
    ear, mouth = os.pipe()
    child = os.fork()
    if child == 0:
        after_s = float(at) * whole_s if how == "part" else 0.0
        write(folder, mouth, session, int(at) if how == "statement" else None, after_s)
    os.close(mouth)
    heard = []
    with os.fdopen(ear) as lines:
        for line in lines:
            heard.append(int(line))
            if how == "set" and len(heard) == int(at):
                os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return heard


def main() -> None:
    root = Path(sys.argv[1])
    open_store(root, SteadyClock(), new_id).close()
    begun = time.monotonic()
    die_once(_copy(root, 0), 0, "never")
    whole_s = time.monotonic() - begun
    for number, death in enumerate(sys.argv[2:], start=1):
        folder = _copy(root, number)
        heard = die_once(folder, number, death, whole_s)
        print(json.dumps([str(folder), death, heard]), flush=True)  # noqa: T201


def _copy(root: Path, number: int) -> Path:
    """A folder with a log of its own."""
    folder = root / str(number)
    folder.mkdir()
    shutil.copyfile(root / FILE_NAME, folder / FILE_NAME)
    return folder


if __name__ == "__main__":
    main()
