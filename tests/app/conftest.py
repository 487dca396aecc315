"""A real log in a folder of its own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from coach.store.opening import open_store
from coach.store.sql_store import SqlStore
from support.store_builders import CountedIds, SteadyClock


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqlStore]:
    opened = open_store(tmp_path / "log", SteadyClock(), CountedIds())
    yield opened
    opened.close()
