"""Every screen of the whole app, each brought to the front as a person meets it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from coach.app.check_outcome import raise_floss_gate
from coach.app.stamps import stamp_of
from coach.domain.floss_events import FlossRule, Trouble
from coach.domain.records import Check
from coach.domain.session import RunStage
from coach.domain.terms import Template
from coach.gui.controllers.player import PlayerController
from coach.gui.pages.player import PlayerPage
from support.book import real_book
from support.guidance_screens import GUIDANCE_SCREENS
from support.shell import App
from support.standing import left_half_way
from support.store_builders import rating

K = Qt.Key
OUT = {"q1": [], "q2": [], "q3": False, "q4": "a", "q5": False, "q6": [], "q7": {"age": 14}}


def _calm(app: App) -> None:
    app.check()
    app.attach()


def _welcome(app: App) -> None:
    app.attach()


def _question(number: int) -> Callable[[App], None]:
    """The readiness check, answered with the first choice until that screen."""

    def show(app: App) -> None:
        app.attach()
        app.shell.controllers.check.start()
        app.settle()
        page = app.shell.window.page("check")
        for keys in ("0", "0", "2", "1", "2", "0", "22", "2", "4", "1", "1")[: number - 1]:
            for key in keys:
                QTest.keyClick(page, Qt.Key(ord(key)))
            QTest.keyClick(page, K.Key_Return)
            app.settle()
        view = page.view  # type: ignore[attr-defined]
        assert view is not None
        assert view.number == number

    return show


def _result(app: App) -> None:
    app.check(q11=["a"], q6=["a"], q10="arched")
    app.attach()
    check = app.worker.store.latest_check()
    assert isinstance(check, Check)
    app.shell.controllers.check.show_gate(check)
    app.settle()
    assert app.page == "result"


def _gate(answer: str) -> Callable[[App], None]:
    def show(app: App) -> None:
        app.check(**{answer: ["a"]})
        app.attach()
        assert app.page == "gate"

    return show


def _told(rule: FlossRule, page: str) -> Callable[[App], None]:
    """Tingling was told just now (N3, N4)."""

    def show(app: App) -> None:
        app.check()
        now = stamp_of(app.clock)
        trouble = Trouble(now.civil, rule)
        raise_floss_gate(app.worker.store, real_book(), now, app.ids, trouble)
        app.attach()
        assert app.page == page

    return show


def _page(name: str) -> Callable[[App], None]:
    def show(app: App) -> None:
        _calm(app)
        app.shell.show_page(name)
        app.settle()
        assert app.page == name

    return show


def _rated(app: App) -> None:
    """Two months of ratings."""
    for day in range(60):
        now = stamp_of(app.clock)
        found = rating(5 - day // 20, 4, now)
        app.worker.store.save_rating(found, now)
        app.clock.local += timedelta(days=1)


def _progress(app: App) -> None:
    app.check()
    _rated(app)
    app.attach()
    app.shell.show_page("progress")
    app.settle()


def _today_left_over(app: App) -> None:
    app.check()
    left_half_way(app.worker.store, stamp_of(app.clock), app.ids)
    app.attach()


def _today_rest(app: App) -> None:
    app.clock.local += timedelta(days=6)
    _rated(app)
    _calm(app)


def _today_locked(app: App) -> None:
    app.check(q1=["a"])
    app.attach()
    app.shell.show_page("today")
    app.settle()


def _exercise(name: str) -> Callable[[App], None]:
    def show(app: App) -> None:
        _page("exercises")(app)
        app.shell.controllers.exercises.open(name)
        app.settle()

    return show


def _player(app: App) -> tuple[PlayerController, PlayerPage]:
    _calm(app)
    app.shell.controllers.start_session(Template.FULL)
    app.settle()
    page = app.shell.window.page("player")
    assert isinstance(page, PlayerPage)
    return app.shell.controllers.player, page


def _before(app: App) -> None:
    _player(app)


def _running(seconds: float, *keys: Qt.Key) -> Callable[[App], None]:
    """A session that has run that long, then some keys."""

    def show(app: App) -> None:
        controller, page = _player(app)
        QTest.keyClick(page.check, K.Key_N)
        app.settle()
        for _ in range(int(seconds)):
            app.clock.forward(1000)
            if controller.bridge is not None:
                controller.bridge.tick()
            app.settle()
        for key in keys:
            QTest.keyClick(page.focusWidget() or page, key)
            app.settle()

    return show


def _own_pace(app: App) -> None:
    """A rep of the deadlift that waits to be counted."""
    controller, page = _player(app)
    QTest.keyClick(page.check, K.Key_N)
    assert controller.bridge is not None
    timeline = controller.bridge.state.timeline
    block = next(b for b in timeline.blocks if b.item in timeline.tempo_items)
    while not controller.bridge.state.held:
        app.clock.forward(1000)
        controller.bridge.tick()
        app.settle()
        running = controller.bridge.state.block(app.clock.monotonic_ms())
        if running is block and not controller.bridge.state.own_pace:
            QTest.keyClick(page.focusWidget() or page, K.Key_R)
            app.settle()


def _rate_breath(app: App) -> None:
    """The rate page after the breath was changed."""
    _running(25, K.Key_Plus)(app)
    controller = app.shell.controllers.player
    while controller.bridge is not None and controller.bridge.state.stage is RunStage.RUNNING:
        app.clock.forward(4000)
        controller.bridge.tick()
        app.settle()


def _effort(app: App) -> None:
    """Until the question after the first exercise."""
    controller, page = _player(app)
    QTest.keyClick(page.check, K.Key_N)
    while page.run.notice.effort is None and controller.bridge is not None:
        app.clock.forward(1000)
        controller.bridge.tick()
        app.settle()


def _floor_effort(app: App) -> None:
    """The same question in floor mode."""
    _effort(app)
    page = app.shell.window.page("player")
    assert isinstance(page, PlayerPage)
    QTest.keyClick(page.focusWidget() or page, K.Key_F)
    controller = app.shell.controllers.player
    if controller.bridge is not None:
        controller.bridge.tick()
    app.settle()
    assert page.floor.isVisible()


def _rate(app: App) -> None:
    controller, page = _player(app)
    QTest.keyClick(page.check, K.Key_N)
    while controller.bridge is not None and controller.bridge.state.stage is RunStage.RUNNING:
        app.clock.forward(4000)
        controller.bridge.tick()
        app.settle()
    assert page.rate.isVisible()


def _eased(app: App) -> None:
    """The set after a rest in which the effort was noticeable."""
    _running(62, K.Key_3)(app)
    controller = app.shell.controllers.player
    for _ in range(15):
        app.clock.forward(1000)
        if controller.bridge is not None:
            controller.bridge.tick()
        app.settle()


def _unsaved(app: App) -> None:
    _running(20)(app)
    page = app.shell.window.page("player")
    assert isinstance(page, PlayerPage)
    page.show_unsaved("The disk is full.")


def _intent(app: App) -> None:
    """Where it is offered, with own words and a sentence for each plan."""
    app.check()
    for key, value in (("cue", "list:work"), ("place", "own:3/4"), ("obstacle", "list:tired")):
        app.worker.store.save_setting(f"intent.{key}", value)
    app.attach()
    app.shell.controllers.intent.open()
    app.settle()
    assert app.page == "intent"


def _intent_empty(app: App) -> None:
    app.check()
    app.attach()
    app.shell.controllers.intent.offer()
    app.settle()
    assert app.page == "intent"


def _with_intent(page: str) -> Callable[[App], None]:
    def show(app: App) -> None:
        _intent(app)
        app.shell.show_page(page)
        app.settle()

    return show


SCREENS: dict[str, Callable[[App], None]] = {
    "welcome": _welcome,
    **{f"question {number}": _question(number) for number in range(1, 13)},
    "result": _result,
    "gate now": _gate("q1"),
    "gate soon": _gate("q2"),
    "result tingling": _told(FlossRule.N3, "result"),
    "gate tingling": _told(FlossRule.N4, "gate"),
    "today": _page("today"),
    "intent": _intent,
    "intent empty": _intent_empty,
    "today intent": _with_intent("today"),
    "routine intent": _with_intent("routine"),
    "today left over": _today_left_over,
    "today rest": _today_rest,
    "today locked": _today_locked,
    "routine": _page("routine"),
    **GUIDANCE_SCREENS,
    "progress empty": _page("progress"),
    "progress": _progress,
    "exercises": _page("exercises"),
    "bridge": _exercise("breathing_bridge"),
    "release": _exercise("hip_flexor_release"),
    "ladder": _exercise("single_leg_deadlift"),
    "settings": _page("settings"),
    "player before": _before,
    "player": _running(25),
    "player slower": _running(25, K.Key_Plus, K.Key_Plus),
    "player levels": _running(25, K.Key_L),
    "player own pace": _own_pace,
    "player paused": _running(25, K.Key_Space),
    "player pain": _running(25, K.Key_P),
    "player rest": _running(62),
    "player noticed": _running(62, K.Key_3),
    "player eased": _eased,
    "player wrong": _running(25, K.Key_W),
    "player tingling": _running(25, K.Key_T),
    "player aftermath": _running(25, K.Key_T, K.Key_2),
    "player tingled": _running(25, K.Key_T, K.Key_2, K.Key_1),
    "player numb": _running(25, K.Key_T, K.Key_1, K.Key_5),
    "player stopped": _running(25, K.Key_S),
    "player dizzy": _running(25, K.Key_D),
    "player effort": _effort,
    "player floor": _running(25, K.Key_F),
    "floor rest": _running(62, K.Key_F),
    "floor paused": _running(25, K.Key_F, K.Key_Space),
    "floor stopped": _running(25, K.Key_F, K.Key_S),
    "floor wrong": _running(25, K.Key_F, K.Key_W),
    "floor pain": _running(25, K.Key_F, K.Key_P),
    "floor effort": _floor_effort,
    "player unsaved": _unsaved,
    "player rate": _rate,
    "player rate breath": _rate_breath,
}
