"""Frames show what a view made from nothing shows, and a quiet tick is a tick."""

from __future__ import annotations

import functools
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from coach.app.run_view import run_view
from coach.app.run_views import RunViews
from coach.domain.dose import Pace
from coach.domain.score import compile_timeline
from coach.domain.session import SessionState, new_session
from coach.domain.session_facts import (
    AnswerCheck,
    Command,
    Event,
    GiveEffort,
    Report,
    Retime,
    Steer,
    TellAftermath,
    TellStrength,
    Tick,
)
from coach.domain.session_quiet import passes_quietly, ticked
from coach.domain.session_steps import advance
from coach.domain.terms import Discomfort, Effort, Weekday
from coach.domain.timeline import Timeline
from coach.domain.tingling import Aftermath, Strength
from support.book import plan_for, real_book


@functools.cache
def timeline(pace: Pace | None = None) -> Timeline:
    return compile_timeline(plan_for().day(Weekday.MON).items, real_book(), pace=pace or Pace())


EVENTS: list[Event] = [
    *Command,
    *(Report(sign) for sign in Discomfort),
    *(GiveEffort(effort) for effort in Effort),
    *(TellStrength(strength) for strength in Strength),
    *(TellAftermath(after) for after in Aftermath),
    Steer(1.02, 40.0),
    Steer(0.98, -700.0),
    Retime(timeline(Pace(5000, 7000))),
]
GAPS_MS = st.sampled_from([0.0, 16.7, 33.4, 250.0, 900.0, 1_000.0, 2_500.0, 4_999.0, 9_000.0])
STEPS = st.tuples(GAPS_MS, st.one_of(st.just(Tick()), st.just(Tick()), st.sampled_from(EVENTS)))


def started(place_ms: float) -> SessionState:
    """A session that began somewhere in the middle, as one that is taken up does."""
    state = new_session(timeline(), 0.0)
    state, _ = advance(state, AnswerCheck(something_new=False), 0.0)
    head = state.playhead.moved(place_ms, 0.0)
    return advance(replace(state, playhead=head), Tick(), 0.0)[0]


@given(st.floats(10_000, 562_000), st.lists(STEPS, min_size=1, max_size=40))
@settings(max_examples=60, deadline=None)
def test_frames_show_what_a_view_made_from_nothing_shows(
    place_ms: float, steps: list[tuple[float, Event]]
) -> None:
    state, clock_ms, views = started(place_ms), 0.0, RunViews(real_book())
    for gap_ms, event in steps:
        clock_ms += gap_ms
        state, _ = advance(state, event, clock_ms)
        for reading_ms in (clock_ms, clock_ms + 16.7):
            assert views.at(state, reading_ms) == run_view(state, reading_ms, real_book())


@given(st.floats(10_000, 562_000), st.lists(STEPS, min_size=1, max_size=40))
@settings(max_examples=60, deadline=None)
def test_a_tick_that_passes_quietly_changes_only_the_reading(
    place_ms: float, steps: list[tuple[float, Event]]
) -> None:
    state, clock_ms = started(place_ms), 0.0
    for gap_ms, event in steps:
        clock_ms += gap_ms
        if passes_quietly(state, clock_ms):
            assert advance(state, Tick(), clock_ms) == (ticked(state, clock_ms), ())
        state, _ = advance(state, event, clock_ms)


def test_most_frames_of_a_set_pass_quietly() -> None:
    state = started(20_000)
    quiet = 0
    for frame in range(1, 301):
        quiet += passes_quietly(state, frame * 33.3)
        state, _ = advance(state, Tick(), frame * 33.3)
    assert 290 <= quiet < 300


def test_a_rep_that_is_waited_for_is_not_passed_over() -> None:
    """T2."""
    block = next(b for b in timeline().blocks if b.item in timeline().tempo_items)
    state = advance(started(block.start_ms + 500), Command.OWN_PACE, 0.0)[0]
    limit_ms = state.playhead.limit_ms - state.position(0.0)
    for before_ms in (4_000, 20):
        state, _ = advance(state, Tick(), limit_ms - before_ms)
    assert passes_quietly(state, limit_ms - 1)
    assert not passes_quietly(state, limit_ms)
