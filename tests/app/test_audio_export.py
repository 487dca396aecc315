"""Which session is taken along, what it says first, and when there is none (K16, S6, S7)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from coach.app.answering import pause_plan
from coach.app.audio_export import DAYS_AHEAD, AudioError, AudioSession, audio_session, day_named
from coach.app.planning import standing
from coach.app.preferences import save_preference
from coach.app.running import prepare
from coach.app.starting import start_now
from coach.domain.plan import DayPlan
from coach.domain.records import SessionStatus, Stamp
from coach.domain.terms import PhaseKind, Side, Template
from coach.store.sql_store import SqlStore
from support.book import real_book
from support.standing import checked, left_half_way
from support.store_builders import CountedIds, stamp

MONDAY = stamp().civil
IDS = CountedIds()


def later(days: int) -> Stamp:
    now = stamp()
    return Stamp(now.utc + timedelta(days=days), now.offset_min, now.civil + timedelta(days=days))


def taken(store: SqlStore, day: date = MONDAY, now: Stamp | None = None) -> AudioSession:
    return audio_session(store, real_book(), now or stamp(), IDS, day)


@pytest.fixture
def open_plan(store: SqlStore) -> SqlStore:
    checked(store, stamp(), IDS)
    return store


def test_it_is_the_session_that_the_player_would_run(open_plan: SqlStore) -> None:
    save_preference(open_plan, "exhale_ms", 7000)
    save_preference(open_plan, "voice_level", 35)
    now, book = stamp(), real_book()
    started = start_now(open_plan, book, now, IDS, Template.FULL)
    assert isinstance(started, DayPlan)
    player = prepare(open_plan, book, started, now, IDS)
    mine = taken(open_plan)
    assert mine.timeline == player.timeline
    assert mine.preferences == player.preferences
    assert mine.title == "Full session, Monday 2026-03-02"
    assert (len(open_plan.sessions()), open_plan.open_session()) == (0, None)


def test_it_begins_with_the_other_side_than_the_session_before(open_plan: SqlStore) -> None:
    def first(session: AudioSession) -> Side | None:
        return next(block.side for block in session.timeline.blocks if block.side)

    assert first(taken(open_plan)) is Side.LEFT
    assert first(taken(open_plan, MONDAY + timedelta(days=1))) is Side.RIGHT
    assert first(taken(open_plan, MONDAY + timedelta(days=2))) is Side.LEFT
    log = left_half_way(open_plan, stamp(5), IDS)
    open_plan.end_session(log.id, SessionStatus.FINISHED, stamp(20))
    assert first(taken(open_plan, MONDAY + timedelta(days=1), stamp(30))) is Side.RIGHT
    assert first(taken(open_plan, MONDAY + timedelta(days=2), stamp(30))) is Side.LEFT
    with pytest.raises(AudioError, match="done"):
        taken(open_plan, MONDAY, stamp(30))


def test_the_question_names_what_could_be_new(open_plan: SqlStore) -> None:
    """S7, in the words of K16: spoken."""
    asked = taken(open_plan).opening
    words = asked.question.lower()
    for sign in ("new since", "numb", "weak", "bladder", "bowel", "swollen leg", "injury", "fever"):
        assert sign in words
    assert "stop" in asked.stop
    assert "open the program" in asked.stop
    assert asked.phrases == (asked.question, asked.stop, asked.go)


def test_each_set_is_a_part_from_its_announcement_on(open_plan: SqlStore) -> None:
    session = taken(open_plan)
    names = [part.name for part in session.parts]
    assert names[:3] == [f"Breathing bridge, set {n} of 3" for n in (1, 2, 3)]
    assert names[3:5] == [f"Three-way hip flexor release, {side}" for side in Side]
    assert len(session.parts) == len(session.timeline.blocks)
    first = session.timeline.at(session.parts[0].at_ms)
    assert (first.kind, session.parts[0].at_ms) == (PhaseKind.GET_READY, 10_000)
    kinds = [session.timeline.at(part.at_ms).kind for part in session.parts[1:4]]
    assert kinds == [PhaseKind.REST, PhaseKind.REST, PhaseKind.MOVE]


@pytest.mark.parametrize(
    ("days", "kind"), [(0, "Full"), (1, "Light"), (2, "Full"), (4, "Full"), (5, "Light")]
)
def test_every_day_of_the_week_ahead(open_plan: SqlStore, days: int, kind: str) -> None:
    found = taken(open_plan, MONDAY + timedelta(days=days))
    assert found.title.startswith(f"{kind} session, ")
    assert found.day == MONDAY + timedelta(days=days)
    assert found.timeline.blocks


@pytest.mark.parametrize("days", [-1, DAYS_AHEAD + 1, 300])
def test_other_days_are_too_far(open_plan: SqlStore, days: int) -> None:
    with pytest.raises(AudioError, match="is too far"):
        taken(open_plan, MONDAY + timedelta(days=days))


@pytest.mark.parametrize("days", [3, 6])
def test_a_day_of_rest_has_none(open_plan: SqlStore, days: int) -> None:
    day = MONDAY + timedelta(days=days)
    with pytest.raises(AudioError, match=f"^{day:%A} is a day of rest"):
        taken(open_plan, day)
    with pytest.raises(AudioError, match=f"^{day:%A} is a day of rest"):
        taken(open_plan, day, later(days))


def test_before_the_first_check_there_is_none(store: SqlStore) -> None:
    with pytest.raises(AudioError, match="readiness check comes first"):
        taken(store)


@pytest.mark.parametrize(
    "signs", [{"q1": ["b"]}, {"q2": ["a"]}, {"q5": True}], ids=["now", "soon", "clearance"]
)
@pytest.mark.parametrize("days", [0, 2])
def test_a_locked_plan_gives_nothing(store: SqlStore, signs: dict[str, object], days: int) -> None:
    """K16: locked is locked everywhere."""
    checked(store, stamp(), IDS, **signs)
    with pytest.raises(AudioError, match="locks the plan"):
        taken(store, MONDAY + timedelta(days=days))


def test_a_new_red_check_locks_what_was_open(open_plan: SqlStore) -> None:
    assert taken(open_plan)
    checked(open_plan, stamp(60), IDS, q1=["b"])
    with pytest.raises(AudioError, match="locks the plan"):
        taken(open_plan, MONDAY, stamp(61))


def test_a_check_that_is_not_accepted_yet_comes_first(open_plan: SqlStore) -> None:
    newest = open_plan.latest_check()
    assert newest is not None
    open_plan.add_check(replace(newest, id=IDS(), stamp=stamp(30)))
    with pytest.raises(AudioError, match="readiness check comes first"):
        taken(open_plan, MONDAY, stamp(31))


def test_a_check_that_is_due_comes_first(open_plan: SqlStore) -> None:
    """S6: after 90 days; and none is handed out ahead for a day on which a check will be due."""
    now = later(90)
    with pytest.raises(AudioError, match="new one takes about two minutes"):
        taken(open_plan, now.civil, now)
    before = later(25)
    here = standing(open_plan, real_book(), before)
    assert here is not None
    assert here.ready
    with pytest.raises(AudioError, match="After four weeks away"):
        taken(open_plan, before.civil + timedelta(days=5), before)


def test_a_plan_that_rests_has_none(open_plan: SqlStore) -> None:
    """D5."""
    pause_plan(open_plan, real_book(), stamp(5), IDS)
    with pytest.raises(AudioError, match="plan is paused"):
        taken(open_plan, MONDAY, stamp(6))


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("today", MONDAY),
        ("mon", MONDAY),
        ("sun", MONDAY + timedelta(days=6)),
        ("wed", MONDAY + timedelta(days=2)),
        ("2026-03-04", MONDAY + timedelta(days=2)),
    ],
)
def test_days_have_names(name: str, day: date) -> None:
    assert day_named(name, MONDAY) == day


def test_the_next_monday_may_be_next_week() -> None:
    assert day_named("mon", MONDAY + timedelta(days=2)) == MONDAY + timedelta(days=7)


@pytest.mark.parametrize("name", ["", "monday", "32", "2026-02-30", "MON"])
def test_other_names_are_refused(name: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - whatever it says
        day_named(name, MONDAY)
