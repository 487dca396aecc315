"""What the machine is asked; asking changes nothing."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import pytest

from coach import __version__
from coach.system import doctor


def test_versions_are_told_and_what_is_missing_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "NEEDED", ("PySide6-Essentials", "no-such-library"))
    found = doctor.versions()
    assert found["coach"] == __version__
    assert found["PySide6-Essentials"] is not None
    assert found["no-such-library"] is None


def test_a_folder_that_could_be_made_is_writable_and_stays_unmade(tmp_path: Path) -> None:
    folder = tmp_path / "a" / "b"
    assert doctor.writable(folder)
    assert not folder.exists()
    (tmp_path / "file").touch()
    assert not doctor.writable(tmp_path / "file")
    assert not doctor.writable(tmp_path / "file" / "below")


def test_the_mode_of_a_folder(tmp_path: Path) -> None:
    (tmp_path / "closed").mkdir(mode=0o700)
    assert doctor.mode_of(tmp_path / "closed") == (0o700 if os.name == "posix" else None)
    assert doctor.mode_of(tmp_path / "none") is None


def test_linux_without_a_variable_has_no_display(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    assert not doctor.has_display()
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    assert doctor.has_display()
    monkeypatch.delenv("WAYLAND_DISPLAY")
    monkeypatch.setattr(sys, "platform", "darwin")
    assert doctor.has_display()


def test_a_missing_system_library_is_told_as_an_answer(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken() -> dict[str, object]:
        raise ImportError("libEGL.so.1")

    monkeypatch.setattr(doctor, "describe_display", broken)
    assert doctor.main() == 0
    assert json.loads(capsys.readouterr().out) == {"problem": "libEGL.so.1"}
