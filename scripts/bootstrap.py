"""Make `.venv` with the pinned dependencies and coach itself; do nothing when it is up to date.

Usage: ``python scripts/bootstrap.py run|dev [-- command…]``. ``run`` installs what the app needs,
``dev`` the tools of the tests on top. Words after ``--`` are a command of the environment to start
then. Standard library only: this runs before anything is installed.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
#: What each set installs; ``dev`` holds everything that ``run`` holds.
SETS = {"run": ("run",), "dev": ("dev", "run")}


def main(words: list[str]) -> int:
    what, command = words[0] if words else "dev", words[2:]
    if what not in SETS or (len(words) > 1 and words[1] != "--"):
        print("usage: bootstrap.py run|dev [-- command…]", file=sys.stderr)
        return 2
    if sys.version_info < (3, 11):  # noqa: UP036 - people may start this with any Python
        print("coach needs Python 3.11 or newer.", file=sys.stderr)
        return 1
    try:
        prepare(what)
    except subprocess.CalledProcessError as failure:
        print(f"Set-up failed: {' '.join(map(str, failure.cmd))}", file=sys.stderr)
        return 1
    if not command:
        return 0
    return subprocess.run([BIN / command[0], *command[1:]], cwd=ROOT, check=False).returncode


def prepare(what: str) -> None:
    """Bring ``.venv`` up to date with ``requirements/{what}.txt`` and pyproject.toml."""
    if not works():
        venv.create(VENV, with_pip=True, clear=True, symlinks=os.name != "nt")
    if stamp(what).is_file() and stamp(what).read_text() == fingerprint(what):
        return
    print(f"Setting up .venv for {what}: a few hundred MB to fetch the first time …", flush=True)
    pip("--require-hashes", "-r", str(ROOT / "requirements" / f"{what}.txt"))
    pip("--no-deps", "--no-build-isolation", "--editable", str(ROOT))
    for name in SETS[what]:
        stamp(name).write_text(fingerprint(name))


def works() -> bool:
    """Whether the environment exists, its interpreter starts and it stands where it was made."""
    if not PYTHON.exists():
        return False
    probe = [PYTHON, "-c", "import pip, sys; print(sys.prefix)"]
    found = subprocess.run(probe, capture_output=True, text=True, check=False)
    return found.returncode == 0 and Path(found.stdout.strip()) == VENV


def pip(*words: str) -> None:
    quiet = ("--quiet", "--disable-pip-version-check")
    subprocess.run([PYTHON, "-m", "pip", "install", *quiet, *words], check=True)


def stamp(name: str) -> Path:
    return VENV / f".up-to-date-{name}"


def fingerprint(name: str) -> str:
    """Changes with the pins, the project's metadata and the place of the tree."""
    digest = hashlib.sha256(str(ROOT).encode())
    for path in (ROOT / "requirements" / f"{name}.txt", ROOT / "pyproject.toml"):
        digest.update(path.read_bytes())
    return digest.hexdigest()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
