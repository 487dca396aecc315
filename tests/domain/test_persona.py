"""Persona files: what they say, and every slip named by its key."""

from __future__ import annotations

import copy
import tomllib
from datetime import date, time
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coach.domain.content_error import ContentError
from coach.domain.decisions import TickKind
from coach.domain.persona import Persona, parse_persona, whole_answers
from coach.domain.persona_events import (
    Away,
    Clearance,
    Event,
    EventKind,
    Felt,
    Flare,
    Illness,
    NewSign,
    RecheckAnswers,
    Seen,
    Ticked,
    Travel,
)
from coach.domain.terms import Discomfort, Side
from coach.system.resources import read_text
from support.book import real_book
from support.check_answers import calm

FILE = "mine.toml"
EXAMPLE = tomllib.loads(read_text("personas/example.toml"))


def persona(**changed: Any) -> Persona:
    return parse_persona(data(**changed), FILE, real_book())


def data(**changed: Any) -> dict[str, Any]:
    """The least that a persona file holds, and what differs."""
    least = {"name": "Anna", "start": date(2026, 1, 5), "seed": 1, "answers": calm()}
    return {**least, "ratings": {"start": 5}, **changed}


def refused(**changed: Any) -> str:
    with pytest.raises(ContentError) as caught:
        persona(**changed)
    assert caught.value.file == FILE
    return str(caught.value)


def happened(**event: Any) -> Event:
    [found] = persona(event=[event]).events
    return found


def test_the_least_persona_has_defaults() -> None:
    found = persona()
    assert found.tightness.noise_sd == 1.0
    assert found.tightness.autocorrelation == 0.3
    assert (found.habit.full, found.habit.micro, found.habit.at) == (1.0, 0.0, time(18, 30))
    assert found.efforts.reserve == 1.0
    assert (found.ticks, found.events, found.utc_offset_min) == ({}, (), 0)


def test_the_example_says_what_its_comments_say() -> None:
    found = parse_persona(EXAMPLE, FILE, real_book())
    assert found.start == date(2026, 1, 5)
    assert found.answers["q7"] == {"age": "18-64", "unsteady": False}
    assert found.tightness.weekly_change == -0.3
    assert found.tightness.right == -0.5
    assert found.accepts.load == 0.5
    assert [event.day for event in found.events] == [8, 23, 41, 57]
    assert found.events[2].what == Travel(days=6, offset_min=-540, hours=11)


@pytest.mark.parametrize(
    ("event", "what"),
    [
        ({"kind": "pain"}, Felt(Discomfort.SHARP, "single_leg_deadlift")),
        ({"kind": "dizzy"}, Felt(Discomfort.DIZZY)),
        (
            {"kind": "tingling", "strength": 4, "lasted_s": 180, "numb": True, "side": "left"},
            Felt(
                Discomfort.TINGLING,
                "nerve_floss",
                strength=4,
                lasted_s=180,
                numb=True,
                side=Side.LEFT,
            ),
        ),
        ({"kind": "illness", "days": 4}, Illness(4, pauses=False)),
        ({"kind": "away", "days": 12}, Away(12)),
        ({"kind": "travel", "utc_offset_min": -480}, Travel(0, -480, 0)),
        ({"kind": "new-sign", "question": "q2", "answer": ["a"]}, NewSign("q2", ["a"])),
        ({"kind": "new-sign", "question": "q3", "answer": True}, NewSign("q3", answer=True)),
        ({"kind": "seen"}, Seen()),
        ({"kind": "seen", "answers": {"q4": "c"}}, Seen({"q4": "c"})),
        ({"kind": "clearance", "questions": ["q4", "q4"]}, Clearance(("q4",))),
        ({"kind": "recheck-answers", "answers": {"q8": True}}, RecheckAnswers({"q8": True})),
        ({"kind": "flare", "days": 2, "points": 3}, Flare(2, 3.0)),
        ({"kind": "tick", "tick": "swelling", "days": 6}, Ticked(TickKind.SWELLING, 6)),
    ],
    ids=lambda value: value.get("kind") if isinstance(value, dict) else "",
)
def test_each_kind_of_event(event: dict[str, Any], what: object) -> None:
    assert happened(**event, week=2, day=3) == Event(10, what)


def test_every_kind_of_event_stands_in_the_example() -> None:
    text = read_text("personas/example.toml")
    assert [kind for kind in EventKind if f'kind = "{kind}"' not in text] == []


def test_events_have_a_date_or_a_week_and_come_in_order() -> None:
    dizzy = {"kind": "dizzy"}
    events = [{**dizzy, "week": 3}, {**dizzy, "date": date(2026, 1, 5)}, {**dizzy, "week": 1}]
    assert [event.day for event in persona(event=events).events] == [1, 1, 15]


@pytest.mark.parametrize(
    ("changed", "key"),
    [
        ({"seed": -1}, "seed"),
        ({"seed": 1.5}, "seed"),
        ({"seed": True}, "seed"),
        ({"name": " "}, "name"),
        ({"name": "a\nb"}, "name"),
        ({"start": "2026-01-05"}, "start"),
        ({"start": date(1999, 12, 31)}, "start"),
        ({"utc_offset_min": 841}, "utc_offset_min"),
        ({"colour": "red"}, "colour"),
        ({"answers": {"q1": []}}, "answers.q2"),
        ({"answers": calm(q13=1)}, "answers.q13"),
        ({"answers": calm(days=["mon", "tue", "fri"])}, "answers.days"),
        ({"ratings": {}}, "ratings.start"),
        ({"ratings": {"start": 11}}, "ratings.start"),
        ({"ratings": {"start": float("nan")}}, "ratings.start"),
        ({"ratings": {"start": 10**400}}, "ratings.start"),
        ({"ratings": {"start": 5, "autocorrelation": 1}}, "ratings.autocorrelation"),
        ({"ratings": {"start": 5, "mising": 0.1}}, "ratings.mising"),
        ({"adherence": {"full": 1.1}}, "adherence.full"),
        ({"adherence": {"time": "18:30"}}, "adherence.time"),
        ({"effort": {"fine": 0}}, "effort.fine"),
        ({"accepts": {"load": -0.1}}, "accepts.load"),
        ({"ticks": {"steady": 2}}, "ticks.steady"),
        ({"event": {"kind": "dizzy"}}, "event"),
        ({"event": [{"kind": "sneeze", "week": 1}]}, "event[1].kind"),
        ({"event": [{"kind": "dizzy"}]}, "event[1].week"),
        ({"event": [{"kind": "dizzy", "week": 1, "days": 3}]}, "event[1].days"),
        ({"event": [{"kind": "dizzy", "date": date(2026, 1, 4)}]}, "event[1].date"),
        ({"event": [{"kind": "dizzy", "date": date(2026, 1, 9), "week": 1}]}, "event[1].week"),
        ({"event": [{"kind": "pain", "week": 1, "exercise": "squat"}]}, "event[1].exercise"),
        ({"event": [{"kind": "tingling", "week": 1}]}, "event[1].strength"),
        ({"event": [{"kind": "clearance", "week": 1, "questions": []}]}, "event[1].questions"),
        (
            {"event": [{"kind": "new-sign", "week": 1, "question": "q5", "answer": True}]},
            "event[1].question",
        ),
        (
            {"event": [{"kind": "new-sign", "week": 1, "question": "q1", "answer": ["z"]}]},
            "event[1].answer",
        ),
        (
            {"event": [{"kind": "recheck-answers", "week": 1, "answers": {"q9": "9"}}]},
            "event[1].answers.q9",
        ),
        (
            {"event": [{"kind": "travel", "week": 1, "utc_offset_min": 900}]},
            "event[1].utc_offset_min",
        ),
    ],
)
def test_a_slip_is_named(changed: dict[str, Any], key: str) -> None:
    said = refused(**changed)
    assert said.startswith(f"{FILE}: {key}: ")
    assert len(said.splitlines()) == 1


def test_a_journey_back_needs_a_place_too() -> None:
    there = {"kind": "travel", "week": 1, "days": 5, "utc_offset_min": 700}
    further = {"kind": "travel", "week": 1, "day": 3, "utc_offset_min": 200}
    assert "event[2].utc_offset_min" in refused(event=[there, further])


def test_a_check_that_ended_early_needs_the_rest_later() -> None:
    """Red-now excuses the questions behind it; the check after it asks them."""
    assert "event[1].answers" in refused(answers={"q1": ["b"]}, event=[{"kind": "seen", "week": 2}])
    rest = {key: value for key, value in calm().items() if key != "q1"}
    late = {"kind": "seen", "week": 2, "answers": rest}
    assert persona(answers={"q1": ["b"]}, event=[late]).events[0].day == 8


def test_later_checks_leave_out_the_signs_that_were_red() -> None:
    found = persona(answers=calm(q2=["a"], q3=True, q4="d"))
    told = whole_answers(found, {}, signs=False)
    assert (told["q1"], told["q2"], told["q3"], told["q4"]) == ([], [], False, "a")
    assert whole_answers(found, {}, signs=True)["q2"] == ["a"]
    assert whole_answers(found, {"q4": "c"}, signs=False)["q4"] == "c"


def slip(changed: dict[str, Any]) -> ContentError | None:
    """What is wrong with a persona, if anything."""
    try:
        parse_persona(changed, FILE, real_book())
    except ContentError as error:
        return error
    return None


VALUES = st.one_of(
    st.none().map(lambda _: {}),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.text(max_size=5),
    st.dates(),
    st.lists(st.text(max_size=2), max_size=3),
)


def _places(found: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Every key of every table, however deep."""
    keys = list(found) if isinstance(found, dict) else range(len(found))
    places = []
    for key in keys:
        places.append((*path, key))
        if isinstance(found[key], dict | list) and found[key]:
            places += _places(found[key], (*path, key))
    return places


@settings(max_examples=600)
@given(place=st.sampled_from(_places(EXAMPLE)), value=VALUES, how=st.sampled_from(["set", "drop"]))
def test_a_changed_example_is_a_persona_or_one_sentence(
    place: tuple[Any, ...], value: Any, how: str
) -> None:
    """Whatever is changed or left out: a person, or one line that names a key of that table."""
    changed = copy.deepcopy(EXAMPLE)
    table: Any = changed
    for key in place[:-1]:
        table = table[key]
    if how == "drop":
        del table[place[-1]]
    else:
        table[place[-1]] = value
    found = slip(changed)
    if found is not None:
        assert len(str(found).splitlines()) == 1
        assert len(str(found)) < 450
        # Where the clocks of home lead a journey too far, it is the journey that is named.
        led = place == ("utc_offset_min",) and found.key.startswith("event")
        assert led or found.key.startswith(str(place[0]))
