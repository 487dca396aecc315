"""No display: one sentence and exit 1, where the toolkit would abort the process."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from coach.system.display import DisplayError, loading_windows, require_display

LINUX = sys.platform == "linux"


def start(**environment: str) -> subprocess.CompletedProcess[str]:
    unwanted = ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY")
    kept = {key: value for key, value in os.environ.items() if key not in unwanted}
    return subprocess.run(
        [sys.executable, "-m", "coach"],
        env={**kept, **environment},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


def test_a_display_of_any_kind_will_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("QT_QPA_PLATFORM")
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    require_display()


def test_a_platform_that_needs_none_will_do() -> None:
    require_display()  # the tests run offscreen


def test_no_display_is_told_before_anything_is_made(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("coach.system.doctor.sys.platform", "linux")
    monkeypatch.delenv("QT_QPA_PLATFORM")
    with pytest.raises(DisplayError, match="coach tour"):
        require_display()


def test_a_missing_system_library_is_told() -> None:
    with pytest.raises(DisplayError, match=r"libEGL\.so\.1"), loading_windows():
        raise ImportError("libEGL.so.1: cannot open shared object file: No such file or directory")


def test_a_missing_module_is_a_fault_of_the_program() -> None:
    with pytest.raises(ModuleNotFoundError), loading_windows():
        raise ModuleNotFoundError("No module named 'coach.gui.shel'")


@pytest.mark.parametrize(
    "environment",
    [{"QT_QPA_PLATFORM": "no-such-platform"}, *([{}] if LINUX else [])],
)
def test_the_command_ends_with_one_sentence(environment: dict[str, str]) -> None:
    done = start(**environment)
    assert done.returncode == 1
    [line] = done.stderr.splitlines()
    assert line.startswith("coach: ")
    assert "coach tour" in line or "coach doctor" in line
