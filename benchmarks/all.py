"""Runs every benchmark and prints one table; a script that cannot run here is named.

Usage: ``python benchmarks/all.py [--markdown FILE]``; under three minutes.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import subprocess
import sys
from datetime import date
from pathlib import Path

from support.figures import AS_JSON, Figure, row

HERE = Path(__file__).resolve().parent
SCRIPTS = (
    ("startup.py", "--runs", "7"),
    ("data.py",),
    ("frames.py", "--seconds", "20"),
    ("sound_placement.py", "--seconds", "15"),
)


def figures(call: tuple[str, ...]) -> list[Figure]:
    """What one script measured; its own lines are passed on."""
    env = {**os.environ, AS_JSON: "1"}
    words = [sys.executable, str(HERE / call[0]), *call[1:]]
    done = subprocess.run(words, env=env, stdout=subprocess.PIPE, text=True, check=False)
    lines = done.stdout.splitlines()
    data = json.loads(lines.pop()) if lines and lines[-1].startswith("[{") else []
    print(f"== {call[0]}", *lines, sep="\n", flush=True)
    return [Figure(**one) for one in data]


def table(found: list[Figure]) -> str:
    head = f"Measured on {date.today().isoformat()}, {os.cpu_count()} cores, "  # noqa: DTZ011
    head += f"{platform.system()} {platform.machine()}, Python {platform.python_version()}.\n"
    rows = ["| What | Measured | Promised | |", "|---|---:|---:|---|"]
    rows += ["| " + " | ".join(row(one)) + " |" for one in found]
    return head + "\n" + "\n".join(rows) + "\n"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--markdown", type=Path, help="write the table there too")
    target = parser.parse_args().markdown
    found = [one for call in SCRIPTS for one in figures(call)]
    print("\n" + table(found))
    if target is not None:
        target.write_text(table(found), encoding="utf-8")
    return 0 if all(one.met for one in found) else 1


if __name__ == "__main__":
    sys.exit(main())
