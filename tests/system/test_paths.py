"""Where files go, and that asking creates none."""

from __future__ import annotations

import stat
import subprocess
import sys
from pathlib import Path

from coach.system.paths import AppPaths, app_paths


def test_asking_creates_nothing(home: Path) -> None:
    before = sorted(home.rglob("*"))
    paths = app_paths()
    assert sorted(home.rglob("*")) == before
    assert len({paths.data, paths.cache, paths.log}) == 3
    assert all(home in place.parents for place in (paths.data, paths.cache, paths.log))


def test_another_place_holds_everything(tmp_path: Path) -> None:
    root = tmp_path / "mine"
    assert app_paths(root) == AppPaths(data=root, cache=root / "cache", log=root / "log")
    assert not root.exists()


def test_a_relative_or_home_place_becomes_absolute(home: Path) -> None:
    assert app_paths(Path("~/mine")).data == home / "mine"
    assert app_paths(Path("mine")).data == Path.cwd() / "mine"


def test_only_the_owner_may_look_into_the_folders(tmp_path: Path) -> None:
    paths = app_paths(tmp_path / "mine")
    paths.create()
    paths.create()
    for place in (paths.data, paths.cache, paths.log):
        assert stat.S_IMODE(place.stat().st_mode) == 0o700


def test_importing_has_no_side_effects(home: Path) -> None:
    before = sorted(home.rglob("*"))
    subprocess.run([sys.executable, "-c", "import coach.system.paths"], check=True)
    assert sorted(home.rglob("*")) == before
