"""A set that was acknowledged is in the file, whenever the process is killed."""

from __future__ import annotations

import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from coach.store.opening import open_store
from support import crash_writer
from support.store_builders import CountedIds, SteadyClock

TESTS = Path(__file__).parents[1]
STATEMENTS = 56
"""More than it takes to write every set: each statement is once the last."""

_ANYWHERE = random.Random(8)
"""The same moments in every run."""
DEATHS = [
    *(f"statement:{n}" for n in range(STATEMENTS)),
    *(f"set:{n}" for n in range(1, crash_writer.SETS)),
    *(f"part:{_ANYWHERE.uniform(0.02, 1.0):.4f}" for _ in range(140)),
]


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """In memory where the system has a place for that: a killed process does not ask a disk."""
    memory = Path("/dev/shm")
    if not os.access(memory, os.W_OK):
        yield tmp_path
        return
    made = Path(tempfile.mkdtemp(prefix="coach-test-", dir=memory))
    yield made
    shutil.rmtree(made)


def test_every_acknowledged_set_survives_a_kill(folder: Path) -> None:
    """At more than 200 points; at most the running set is lost."""
    done = subprocess.run(
        [sys.executable, "-m", "support.crash_writer", str(folder), *DEATHS],
        env={**os.environ, "PYTHONPATH": str(TESTS)},
        capture_output=True,
        text=True,
        check=True,
    )
    reports = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(reports) == len(DEATHS) > 200
    assert {len(heard) for _, _, heard in reports} == set(range(crash_writer.SETS + 1))
    for place, death, heard in reports:
        store = open_store(Path(place), SteadyClock(), CountedIds())
        running = store.open_session()
        blocks = [one.block for one in running.sets] if running else []
        assert blocks[: len(heard)] == heard, death
        assert death.startswith("set") or len(blocks) <= len(heard) + 1, death
        assert (store.notices, store.integrity()) == ((), "ok"), death
        store.close()
