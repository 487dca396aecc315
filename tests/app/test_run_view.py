"""What the player shows at known moments of the S1 session."""

from __future__ import annotations

import pytest

from coach.app.run_view import (
    Count,
    CountUnit,
    NextUp,
    RunView,
    TinglingStep,
    TinglingView,
    Welcome,
    run_view,
)
from coach.domain.effort import BEHIND, react
from coach.domain.floss_events import FlossRule
from coach.domain.score import compile_timeline
from coach.domain.session import RunStage, new_session
from coach.domain.session_facts import (
    Command,
    Event,
    GiveEffort,
    Report,
    TellAftermath,
    TellStrength,
)
from coach.domain.terms import Discomfort, Effort, PhaseKind, Side, Weekday
from coach.domain.timeline import Timeline
from coach.domain.tingling import UNTOLD, Aftermath, Strength, reason_of
from support.book import plan_for, real_book
from support.sessions import Run, started_run

TEXTS = real_book().texts
RELEASE = real_book().catalog["hip_flexor_release"].text().name


def timeline() -> Timeline:
    return compile_timeline(plan_for().day(Weekday.MON).items, real_book())


def view(run: Run) -> RunView:
    return run_view(run.state, run.clock_ms, real_book())


def at(seconds: float) -> RunView:
    run = started_run(timeline())
    run.until(seconds)
    return view(run)


def test_the_bridge_counts_breaths() -> None:
    shown = at(153 + 4 + 30 + 3.4)
    assert shown.name == "Breathing bridge"
    assert shown.count == Count(3, 3, 0, 0, 4, 5, CountUnit.BREATH)
    assert (shown.kind, shown.seconds_left) == (PhaseKind.EXHALE, 3)
    assert shown.cue.startswith("Ribs down, press through the heels")
    assert shown.next == NextUp("Hip flexor release", Side.LEFT, 0, 1)
    assert [round(fill, 2) for _, fill in shown.segments] == [1, 1, 0.69, 0, 0, 0, 0]


def test_the_release_tells_side_and_position() -> None:
    shown = at(222 + 30 + 8 + 1)
    assert (shown.side, shown.kind) == (Side.LEFT, PhaseKind.INHALE)
    assert shown.count == Count(1, 1, 2, 3, 1, 3, CountUnit.BREATH)
    assert shown.next is not None
    assert shown.next.side is Side.RIGHT


def test_the_deadlift_counts_reps() -> None:
    shown = at(461 + 6 + 1)
    assert shown.count == Count(1, 1, 0, 0, 2, 8, CountUnit.REP)
    assert shown.kind is PhaseKind.LOWER


def test_a_rest_shows_what_comes() -> None:
    shown = at(70)
    assert (shown.kind, shown.seconds_left) == (PhaseKind.REST, 14)
    assert shown.count == Count(set=1, sets=3)
    assert shown.next == NextUp("Bridge", None, 2, 3)


def test_a_move_names_the_next_exercise_and_asks_about_the_last() -> None:
    shown = at(208)
    assert shown.name == RELEASE
    assert shown.question is not None
    assert shown.question.name == "Bridge"
    assert shown.cue == "Left knee on the pad, right foot forward."
    assert shown.hint == "hands on the hips"


def test_the_last_set_has_nothing_after_it() -> None:
    shown = at(520)
    assert (shown.next, shown.side) == (None, Side.RIGHT)


def test_time_left_runs_to_the_rate_page() -> None:
    assert at(11).left_ms == 552_000
    assert at(563).stage is RunStage.RATING
    assert [question.item for question in at(563).missing] == [0, 1, 2]


@pytest.mark.parametrize(
    ("seconds", "breath"), [(15.0, 0.0), (18.999, 1.0), (19.0, 1.0), (22.0, 0.5), (24.999, 0.0)]
)
def test_the_disc_grows_in_and_shrinks_out(seconds: float, breath: float) -> None:
    assert at(seconds).breath == pytest.approx(breath, abs=0.01)


def test_the_check_shows_no_exercise() -> None:
    run = Run(new_session(timeline(), 0.0))
    shown = view(run)
    assert (shown.stage, shown.name, shown.count) == (RunStage.CHECK, "", Count())
    assert shown.left_ms == 553_000


def after(seconds: float, *events: Event, wait_s: float = 0.0) -> RunView:
    """What is shown after these events at that place, so much later."""
    run = started_run(timeline())
    run.until(seconds)
    for event in events:
        run.do(event)
    run.clock_ms += wait_s * 1000
    return view(run)


def test_what_was_decided_is_said_with_its_reason() -> None:
    """E2."""
    shown = after(100, Report(Discomfort.SHARP)).decided
    assert shown is not None
    assert shown.sentence.startswith("A sharp feeling ends this exercise")
    assert shown.rule == "E2"
    assert shown.behind == TEXTS["effort.why_e2"]
    run = started_run(timeline())
    run.until(100)
    run.do(Report(Discomfort.SHARP))
    run.wait(100)
    assert view(run).decided is None


def test_a_rest_welcomes_an_effort() -> None:
    """E1."""
    assert at(70).welcome == Welcome(0, None)
    assert after(70, GiveEffort(Effort.FINE)).welcome == Welcome(0, Effort.FINE)
    assert at(50).welcome is None
    assert at(208).welcome is None


def test_an_eased_set_says_so() -> None:
    """E1."""
    run = started_run(timeline())
    run.until(70)
    run.do(GiveEffort(Effort.NOTICEABLE))
    assert view(run).eased == ""
    run.until(90)
    assert view(run).eased == "Smaller range."


def test_the_minute_after_tingling_is_read_off_the_clock() -> None:
    """N1: gone within 60 s."""
    told = (Report(Discomfort.TINGLING), TellStrength(Strength.CLEAR))
    first = after(250, told[0]).tingling
    assert first == TinglingView(
        TinglingStep.STRENGTH, "Hip flexor release", Side.LEFT, 0, 0.0, ends_session=False
    )
    shown = after(250, *told, wait_s=45).tingling
    assert shown is not None
    assert (shown.step, shown.seconds, shown.fraction) == (TinglingStep.AFTERMATH, 45, 0.75)
    late = after(250, *told, wait_s=4_000).tingling
    assert late is not None
    assert (late.seconds, late.fraction) == (60, 1.0)


def test_what_both_taps_come_to_is_shown() -> None:
    told = (Report(Discomfort.TINGLING), TellStrength(Strength.CLEAR))
    shown = after(250, *told, TellAftermath(Aftermath.NUMB_STAYS))
    assert shown.tingling is not None
    assert (shown.tingling.step, shown.tingling.ends_session) == (TinglingStep.TOLD, True)
    assert shown.decided is not None
    assert shown.decided.rule == "N4"


@pytest.mark.parametrize("key", [Command.STOP, Report(Discomfort.WRONG)])
def test_another_key_comes_before_the_questions(key: Event) -> None:
    assert after(250, Report(Discomfort.TINGLING), key).tingling is None


def test_every_rule_that_decides_has_a_sentence_behind_it() -> None:
    whys = [react(told).why for told in (*Effort, *Discomfort) if told is not Effort.NOT_GIVEN]
    whys += [UNTOLD, *(reason_of(rule) for rule in FlossRule)]
    assert {why.rule for why in whys} <= set(BEHIND)
    assert all(TEXTS[text_id] for text_id in BEHIND.values())
