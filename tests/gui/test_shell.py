"""The app as one object: the page that is due, and what a fault looks like in the window."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from pytestqt.qtbot import QtBot

from coach.domain.content_error import ContentError
from coach.domain.records import RatingKind
from coach.domain.terms import Side, Template
from coach.gui.application import _attach_or_tell
from coach.gui.pages.today import TodayPage
from coach.gui.parts import TODAY
from coach.store.schema import FILE_NAME
from coach.system.crash_log import CrashLog
from coach.system.resources import ResourceError
from support.shell import FULL, App, disk_full, make_app
from support.store_builders import rating, stamp

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def app(themed: QtBot, tmp_path: Path) -> Iterator[App]:
    one = make_app(tmp_path / "data")
    yield one
    one.close()


def today(app: App) -> TodayPage:
    page = app.shell.window.page(TODAY)
    assert isinstance(page, TodayPage)
    return page


def press(app: App, themed: QtBot, action: str) -> None:
    themed.mouseClick(app.shell.window.notice.buttons[action], LEFT)
    app.settle()


# ---- the page that is due -------------------------------------------------------------------
def test_the_first_start_welcomes(app: App) -> None:
    app.attach()
    assert (app.page, app.notice) == ("welcome", "")


def test_a_done_check_leads_to_today(app: App) -> None:
    app.check()
    app.attach()
    assert app.page == TODAY


def test_a_sign_leads_to_the_gate(app: App) -> None:
    app.check(q1=["b"])
    app.attach()
    assert app.page == "gate"


def test_a_locked_plan_starts_no_session(app: App) -> None:
    app.check(q1=["b"])
    app.attach()
    app.shell.controllers.start_session(Template.FULL)
    app.settle()
    assert app.page != "player"
    assert app.worker.store.open_session() is None


def test_an_open_plan_starts_a_session(app: App) -> None:
    app.check()
    app.attach()
    app.shell.controllers.start_session(Template.MICRO)
    app.settle()
    assert app.page == "player"


# ---- the log cannot be opened ---------------------------------------------------------------
def test_a_log_that_fails_is_told_and_tried_again(app: App, themed: QtBot) -> None:
    app.check()
    app.worker.fault = disk_full()
    app.attach()
    assert (app.notice, app.notice_actions) == (FULL, ("retry",))
    app.worker.fault = None
    press(app, themed, "retry")
    assert (app.page, app.notice) == (TODAY, "")


def test_trying_again_in_vain_tells_it_again(app: App, themed: QtBot) -> None:
    app.worker.fault = disk_full()
    app.attach()
    press(app, themed, "retry")
    assert app.notice == FULL


def test_the_sidebar_waits_for_the_log(app: App) -> None:
    app.worker.fault = disk_full()
    app.attach()
    app.shell.window.page_requested.emit(TODAY)
    assert app.page == ""


def test_a_damaged_log_is_told_where_it_went(app: App, themed: QtBot) -> None:
    app.folder.mkdir()
    (app.folder / FILE_NAME).write_bytes(b"no database at all" * 400)
    app.attach()
    [aside] = app.folder.glob(f"{FILE_NAME}.damaged-*")
    assert aside.name in app.notice
    assert app.page == "welcome"
    press(app, themed, "close")
    assert app.notice == ""


# ---- a write fails --------------------------------------------------------------------------
def test_a_rating_that_the_disk_refused_is_not_lost(app: App, themed: QtBot) -> None:
    app.check()
    app.attach()
    app.worker.fault = disk_full()
    for side, key in ((Side.LEFT, Qt.Key.Key_4), (Side.RIGHT, Qt.Key.Key_2)):
        themed.keyClick(today(app).checkin.scales[side], key)
        app.settle()
    assert (app.notice, app.notice_actions) == (FULL, ("retry",))
    app.worker.fault = None
    press(app, themed, "retry")
    [rating] = app.worker.store.ratings(RatingKind.DAILY)
    assert (rating.left, rating.right, app.notice) == (4, 2, "")


def test_a_refused_rating_never_overtakes_a_later_one(app: App, themed: QtBot) -> None:
    app.check()
    app.attach()
    scale = today(app).checkin.scales[Side.LEFT]
    app.worker.fault = disk_full()
    themed.keyClick(scale, Qt.Key.Key_4)
    app.settle()
    app.worker.fault = None
    themed.keyClick(scale, Qt.Key.Key_7)
    app.settle()
    press(app, themed, "retry")
    [rating] = app.worker.store.ratings(RatingKind.DAILY)
    assert rating.left == 7


def test_a_way_to_try_again_stays_when_more_is_told(app: App) -> None:
    app.worker.fault = disk_full()
    app.attach()
    for _ in range(2):
        app.shell.notices.tell_quietly("No sound device was found.")
    assert app.notice == f"{FULL} No sound device was found."
    assert app.notice_actions == ("retry",)


def test_a_fault_of_the_system_names_the_file(app: App) -> None:
    app.attach()
    app.shell.notices.trouble(PermissionError(13, "Permission denied", "/there"))
    assert app.notice == "/there could not be used: Permission denied."


def test_the_page_has_the_keys_again_when_the_bar_is_closed(app: App, themed: QtBot) -> None:
    app.check()
    app.attach()
    app.shell.notices.tell("Something.")
    press(app, themed, "close")
    assert not app.shell.window.sidebar.isAncestorOf(app.shell.window.focusWidget())


# ---- the program's own files ----------------------------------------------------------------
@pytest.mark.parametrize(
    "error",
    [
        ContentError("exercises/leg_swing.toml", "poses.front.torsso", "unknown key"),
        ResourceError("intake.toml: is not valid TOML: Invalid value"),
    ],
)
def test_a_wrong_file_is_told_in_the_window(
    app: App, error: Exception, caplog: pytest.LogCaptureFixture
) -> None:
    def wire(_shell: object) -> object:
        raise error

    _attach_or_tell(app.shell, wire)  # type: ignore[arg-type]
    assert str(error) in app.notice
    assert "log was not touched" in app.notice
    assert app.shell.fault is error
    assert str(error) in caplog.text


# ---- faults of the program ------------------------------------------------------------------
@pytest.fixture
def crash_log(app: App, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[CrashLog]:
    monkeypatch.setattr(sys, "excepthook", lambda *_args: None)
    log = CrashLog(tmp_path / "log", app.shell.crashed.emit)
    log.install()
    yield log
    log.uninstall()


def test_a_crash_is_written_and_told_and_the_app_goes_on(app: App, crash_log: CrashLog) -> None:
    app.check()
    app.attach()
    sys.excepthook(ZeroDivisionError, ZeroDivisionError("8 out of 10"), None)
    app.settle()
    assert str(crash_log.path) in app.notice
    assert "ZeroDivisionError" in crash_log.path.read_text()
    app.shell.show_page("routine")
    app.settle()
    assert app.page == "routine"


def test_a_crash_without_a_report_is_told_too(
    app: App, crash_log: CrashLog, tmp_path: Path
) -> None:
    (tmp_path / "log").write_text("a file where the folder should be")
    app.attach()
    sys.excepthook(ZeroDivisionError, ZeroDivisionError(), None)
    app.settle()
    assert "went wrong" in app.notice
    assert "Report" not in app.notice


def test_a_fault_of_the_program_is_never_told_as_the_disks(app: App) -> None:
    app.attach()
    with pytest.raises(ZeroDivisionError):
        app.shell._trouble(ZeroDivisionError())
    assert app.notice == ""


# ---- starts and ends ------------------------------------------------------------------------
def test_a_second_start_brings_the_window_back(app: App, monkeypatch: pytest.MonkeyPatch) -> None:
    raised: list[bool] = []  # the offscreen platform has no order of windows
    monkeypatch.setattr(app.shell.window, "raise_", lambda: raised.append(True))
    app.shell.window.showMinimized()
    app.shell.raise_window()
    assert raised == [True]
    assert not app.shell.window.isMinimized()
    assert app.shell.window.isVisible()


def test_it_closes_before_it_came_to_life(app: App) -> None:
    app.shell.shutdown()


def test_a_sentence_from_another_thread_is_shown(app: App) -> None:
    app.attach()
    app.shell.told.emit("No sound device was found.")
    app.settle()
    assert app.notice == "No sound device was found."


def test_a_sentence_is_withdrawn_when_it_holds_no_longer(app: App) -> None:
    app.check()
    app.attach()
    app.shell.told.emit("No sound device was found.")
    app.settle()
    app.shell.withdrawn.emit("Something else.")
    app.settle()
    assert app.notice == "No sound device was found."
    app.shell.withdrawn.emit("No sound device was found.")
    app.settle()
    assert app.notice == ""


def test_a_notice_fits_the_smallest_window(app: App) -> None:
    app.attach()
    app.shell.window.resize(800, 480)
    app.shell.notices.tell("Your log was damaged: it is kept. " * 4)
    app.settle()
    assert app.shell.window.size() == QSize(800, 480)


def test_entries_dated_ahead_are_told_quietly(app: App) -> None:
    """The clock was ahead for one rating and has been set right: only the user knows which."""
    app.check()
    ahead = rating(at=stamp(60 * 24 * 40))
    app.worker.store.save_rating(ahead, ahead.stamp)
    app.attach()
    assert "11 April 2026" in app.notice
    assert app.page == TODAY
    assert len(app.worker.store.ratings(RatingKind.DAILY)) == 1
