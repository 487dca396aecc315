"""Time from the start of the process to what people wait for, and the memory it takes.

Usage: ``python benchmarks/startup.py [--runs N]``. Each run is a fresh process; the figure is the
median. ``import`` is everything that the window needs, ``version`` is ``coach --version``.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from statistics import median

SRC = Path(__file__).resolve().parent.parent / "src" / "coach"
LIGHT = ("domain", "app", "system", "gui")
_MEMORY = """
import sys
try:
    import resource
except ImportError:
    print(0)
else:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(peak // (1024 if sys.platform != "darwin" else 1024 * 1024))
"""


@dataclass(frozen=True, slots=True)
class Run:
    """One process: wall time in milliseconds, peak memory in MB (0 where it is unknown)."""

    took_ms: float
    peak_mb: int


def _light_modules() -> list[str]:
    files = (path for name in LIGHT for path in sorted((SRC / name).rglob("*.py")))
    dotted = (".".join(path.relative_to(SRC.parent).with_suffix("").parts) for path in files)
    return [name.removesuffix(".__init__") for name in dotted]


def _measure(code: str) -> Run:
    start = time.perf_counter()
    words = [sys.executable, "-c", code + _MEMORY]
    done = subprocess.run(words, check=True, capture_output=True, text=True)
    took_ms = (time.perf_counter() - start) * 1000
    return Run(took_ms, int(done.stdout.split()[-1]))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=9)
    runs = parser.parse_args().runs
    imports = "\n".join(f"import {name}" for name in _light_modules())
    version = (
        "import sys\nfrom coach.cli import run\ntry: run(['--version'])\nexcept SystemExit: pass"
    )
    for name, code in {"empty": "", "version": version, "import": imports}.items():
        found = [_measure(code) for _ in range(runs)]
        took_ms, peak_mb = median(run.took_ms for run in found), median(r.peak_mb for r in found)
        print(f"{name:8} {took_ms:7.0f} ms  {peak_mb:5.0f} MB")


if __name__ == "__main__":
    main()
