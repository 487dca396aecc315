"""Writes the file of today's schema that later versions must still open.

Run once for each new schema, from the ``tests`` folder: ``python -m support.make_old_database``.
"""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from coach.store.opening import open_store
from coach.store.schema import FILE_NAME, SCHEMA
from support.store_builders import CountedIds, SteadyClock, fill


def main() -> None:
    target = Path(__file__).parents[1] / "data" / "db" / f"schema_{SCHEMA}.sqlite"
    with tempfile.TemporaryDirectory() as folder:
        store = open_store(Path(folder), SteadyClock(), CountedIds())
        fill(store)
        store.close()
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(Path(folder) / FILE_NAME, target)


if __name__ == "__main__":
    main()
