"""Crash reports name types and places, never what the user entered (P-2)."""

from __future__ import annotations

import stat
import sys
import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from coach.system import crash_log
from coach.system.crash_log import CrashLog, report

SECRET = "a rating of 9 and burning below the knee"


def _broken() -> None:
    try:
        {}[SECRET]
    except KeyError as error:
        raise ValueError(SECRET) from error


def _error() -> BaseException:
    with pytest.raises(ValueError, match="rating") as caught:
        _broken()
    return caught.value


@pytest.fixture
def quiet_hooks(monkeypatch: pytest.MonkeyPatch) -> list[type[BaseException]]:
    """The hooks that were there before; what reaches them."""
    reached: list[type[BaseException]] = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, _error, _trace: reached.append(kind))
    monkeypatch.setattr(threading, "excepthook", lambda args: reached.append(args.exc_type))
    return reached


@pytest.fixture
def told() -> list[Path]:
    return []


@pytest.fixture
def log(
    tmp_path: Path, quiet_hooks: list[type[BaseException]], told: list[Path | None]
) -> Iterator[CrashLog]:
    one = CrashLog(tmp_path / "log", told.append)
    one.install()
    yield one
    one.uninstall()


def test_a_report_names_types_and_places_only() -> None:
    text = report(_error(), datetime(2026, 3, 2, 12, tzinfo=UTC))
    assert text.startswith("2026-03-02T12:00:00Z coach ")
    assert "builtins.ValueError" in text
    assert "builtins.KeyError" in text
    assert "system/test_crash_log.py" in text
    assert "_broken" in text
    assert SECRET not in text
    assert str(Path.home()) not in text


def test_an_uncaught_error_is_noted_and_passed_on(
    log: CrashLog, quiet_hooks: list[type[BaseException]], told: list[Path | None]
) -> None:
    error = _error()
    sys.excepthook(type(error), error, error.__traceback__)
    assert quiet_hooks == [ValueError]
    assert told == [log.path]
    assert "builtins.ValueError" in log.path.read_text()
    assert stat.S_IMODE(log.path.stat().st_mode) == 0o600


def test_an_error_in_another_thread_is_noted(
    log: CrashLog, quiet_hooks: list[type[BaseException]]
) -> None:
    thread = threading.Thread(target=_broken)
    thread.start()
    thread.join()
    assert quiet_hooks == [ValueError]
    assert "builtins.KeyError" in log.path.read_text()


def test_ctrl_c_is_no_crash(log: CrashLog, quiet_hooks: list[type[BaseException]]) -> None:
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert quiet_hooks == [KeyboardInterrupt]
    assert not log.path.exists()


def test_without_a_writable_folder_the_error_still_arrives(
    tmp_path: Path,
    quiet_hooks: list[type[BaseException]],
    told: list[Path | None],
    capsys: pytest.CaptureFixture[str],
) -> None:
    (tmp_path / "file").write_text("")
    one = CrashLog(tmp_path / "file" / "log", told.append)
    one.install()
    error = _error()
    sys.excepthook(type(error), error, error.__traceback__)
    one.uninstall()
    assert quiet_hooks == [ValueError]
    assert told == [None]
    assert "crash log: NotADirectoryError" in capsys.readouterr().err


def test_uninstalling_gives_the_hooks_back(tmp_path: Path) -> None:
    before = (sys.excepthook, threading.excepthook)
    one = CrashLog(tmp_path)
    one.install()
    assert sys.excepthook != before[0]
    one.uninstall()
    assert (sys.excepthook, threading.excepthook) == before


def test_a_long_log_is_begun_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crash_log, "LIMIT_BYTES", 10)
    one = CrashLog(tmp_path)
    for _ in range(3):
        one.write(_error())
    assert sorted(file.name for file in tmp_path.iterdir()) == ["crash.log", "crash.old.log"]
