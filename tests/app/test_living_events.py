"""Events of a made-up life reach the log as a real user's would."""

from __future__ import annotations

from datetime import date, time
from typing import Any

from coach.app.living import Life, LivedDay
from coach.app.ports import Clock, NewId
from coach.domain.decisions import TickKind
from coach.domain.persona import parse_persona
from coach.domain.records import RatingKind, SessionStatus
from coach.domain.terms import Discomfort, Floss, Gate, Side, Stage
from coach.store.memory_store import MemoryStore
from support.book import real_book
from support.check_answers import calm

STEADY = {"start": 4, "noise_sd": 0}


class Lived:
    """A life that has been lived, with its log."""

    def __init__(self, days: int, *events: dict[str, Any], **changed: Any) -> None:
        data = {
            "name": "Anna",
            "start": date(2026, 1, 5),
            "seed": 1,
            "answers": calm(),
            "ratings": STEADY,
            "event": list(events),
            **changed,
        }
        persona = parse_persona(data, "anna.toml", real_book())
        self.days = list(Life(self._store, real_book(), persona).days(days))

    def _store(self, clock: Clock, new_id: NewId) -> MemoryStore:
        self.store = MemoryStore(clock, new_id)
        return self.store

    def __getitem__(self, day: int) -> LivedDay:
        return self.days[day - 1]

    def done(self) -> list[str | None]:
        return [day.done for day in self.days]


def test_a_calm_week_is_done_as_planned() -> None:
    lived = Lived(7)
    assert lived.done() == ["full", "light", "full", None, "full", "light", None]
    assert [day.planned for day in lived.days if day.done is None] == ["rest", "rest"]
    assert {s.status for s in lived.store.sessions()} == {SessionStatus.FINISHED}
    assert len(lived.store.ratings(RatingKind.DAILY)) == 7
    assert len(lived.store.ratings(RatingKind.AFTER)) == 5


def test_every_set_and_effort_of_a_session_is_kept() -> None:
    [session] = Lived(1).store.sessions()
    items = session.plan["items"]
    assert {entry.item for entry in session.sets} == set(range(len(items)))
    assert {entry.item for entry in session.efforts} == set(range(len(items)))
    assert all(entry.reps_done == entry.reps_planned for entry in session.sets)
    assert session.ended is not None
    assert (session.ended.utc - session.stamp.utc).total_seconds() > 500


def test_pain_ends_its_exercise_in_the_next_session_that_has_it() -> None:
    lived = Lived(3, {"kind": "pain", "week": 1, "day": 2})
    [pain] = lived.store.discomforts(Discomfort.SHARP)
    assert (pain.exercise, pain.stamp.civil) == ("single_leg_deadlift", date(2026, 1, 7))
    assert "E2" in [told.rule for told in lived[3].changes]


def test_tingling_is_told_in_two_taps() -> None:
    event = {"kind": "tingling", "week": 1, "strength": 4, "lasted_s": 180, "side": "right"}
    lived = Lived(2, event)
    [told] = lived.store.floss_told()
    assert (told.strength, told.lasted_s, told.side) == (4, 61, Side.RIGHT)
    assert lived[2].done == "light"
    assert lived[2].floss is Floss.LOCK


def test_numbness_that_stays_locks_the_plan() -> None:
    """N4: the session ends, and the gate is red from then on."""
    event = {"kind": "tingling", "week": 1, "strength": 5, "lasted_s": 7200, "numb": True}
    lived = Lived(3, {**event, "exercise": "breathing_bridge"})
    assert (lived[1].done, lived[1].gate) == ("stopped", Gate.RED_SOON)
    assert (lived[3].planned, lived[3].stage) == ("locked", None)


def test_dizziness_stops_the_session() -> None:
    lived = Lived(1, {"kind": "dizzy", "week": 1})
    assert lived[1].done == "stopped"
    assert [s.status for s in lived.store.sessions()] == [SessionStatus.STOPPED]
    assert "E3" in [told.rule for told in lived[1].changes]


def test_illness_with_and_without_the_pause() -> None:
    ill = {"kind": "illness", "week": 1, "day": 3, "days": 3}
    plain, paused = Lived(7, ill), Lived(7, {**ill, "pauses": True})
    assert plain.done() == ["full", "light", None, None, None, "full", None]
    assert [day.planned for day in paused.days[2:5]] == ["paused"] * 3
    assert paused[6].planned == "light"
    assert "D5" in [told.rule for told in paused[3].changes]


def test_away_leaves_neither_ratings_nor_sessions() -> None:
    lived = Lived(7, {"kind": "away", "week": 1, "day": 2, "days": 4})
    assert [day.rating is None for day in lived.days] == [False] + [True] * 4 + [False] * 2
    assert [day.planned for day in lived.days[1:3]] == ["light", "full"]


def test_a_new_sign_on_a_day_without_a_session_is_told_without_one() -> None:
    sign = {"kind": "new-sign", "week": 1, "day": 4, "question": "q1", "answer": ["e"]}
    lived = Lived(5, sign)
    assert (lived[4].gate, lived[4].planned, lived[5].planned) == (
        Gate.RED_SOON,
        "rest",
        "locked",
    )


def test_clearance_opens_what_waited_for_it() -> None:
    cleared = {"kind": "clearance", "week": 1, "day": 3, "questions": ["q5"]}
    lived = Lived(3, cleared, answers=calm(q5=True))
    assert (lived[2].gate, lived[2].planned, lived[2].stage) == (Gate.AMBER, "locked", None)
    assert (lived[3].stage, lived[3].done) == (Stage.S0, "full")


def test_what_was_cleared_once_does_not_clear_what_comes_later() -> None:
    """N3 twice: the second one waits for a professional of its own."""
    tingles = {"kind": "tingling", "strength": 4, "lasted_s": 180, "exercise": "breathing_bridge"}
    lived = Lived(
        27,
        {**tingles, "week": 1},
        {**tingles, "week": 2},
        {"kind": "clearance", "week": 2, "day": 3, "questions": ["floss"]},
        {**tingles, "week": 4},
    )
    assert (lived[8].gate, lived[10].floss, lived[21].floss) == (Gate.AMBER, Floss.LOCK, Floss.F0)
    assert (lived[22].floss, lived[27].floss) == (Floss.LOCK, Floss.LOCK)


def test_red_answers_at_the_start_lock_from_the_first_day() -> None:
    lived = Lived(2, answers={"q1": ["b"]})
    assert [(day.gate, day.planned, day.done) for day in lived.days] == [
        (Gate.RED_NOW, "locked", None),
        (Gate.RED_NOW, "locked", None),
    ]
    assert lived.store.sessions() == []


def test_ticks_are_set_only_where_they_are_shown() -> None:
    """K9: steadiness concerns those with M-BAL."""
    always = {"steady": 1}
    older = calm(q7={"age": 70, "unsteady": False})
    assert Lived(2, ticks=always).store.ticks() == []
    assert {tick.kind for tick in Lived(2, ticks=always, answers=older).store.ticks()} == {
        TickKind.STEADY
    }


def test_who_refuses_offers_keeps_the_stage() -> None:
    eager, content = Lived(21), Lived(21, accepts={"step_up": 0})
    assert (eager[21].stage, content[21].stage) == (Stage.S3, Stage.S1)


def test_chosen_days_are_taken_over() -> None:
    lived = Lived(7, answers=calm(days=["tue", "thu", "sat"]))
    assert [day.day.weekday() for day in lived.days if day.done == "full"] == [1, 3, 5]


def test_a_flight_west_at_night_keeps_one_rating_a_date() -> None:
    """Worked case 13: -8 h at 23:50; the evening comes twice and is rated once."""
    west = {"kind": "travel", "week": 1, "day": 3, "utc_offset_min": -480}
    lived = Lived(7, west, adherence={"time": time(23, 50)})
    dates = [rating.stamp.civil for rating in lived.store.ratings(RatingKind.DAILY)]
    assert dates == [day.day for day in lived.days]
    assert lived.done() == Lived(7).done()
