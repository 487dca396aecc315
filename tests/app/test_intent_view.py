"""A1: the plan for the moment is kept, has a history, is offered once, and never breaks the app."""

from __future__ import annotations

from itertools import count

import pytest

from coach.app.intent_view import (
    IntentLines,
    intent_lines,
    intent_view,
    offer,
    read_intent,
    save_intent,
)
from coach.app.today import build_today
from coach.domain.decisions import Answer
from coach.domain.intent import Chosen, Intent, own_words
from coach.store.memory_store import MemoryStore
from support.book import real_book
from support.standing import checked, left_half_way
from support.store_builders import CountedIds, SteadyClock, stamp

BOOK = real_book()
WORK, TIRED = Chosen("work"), Chosen("tired")
WHOLE = Intent(WORK, own_words("in the shed"), TIRED)


@pytest.fixture
def ids() -> CountedIds:
    return CountedIds()


@pytest.fixture
def store() -> MemoryStore:
    return MemoryStore(SteadyClock(), CountedIds(count(500)))


def test_a_plan_is_read_as_it_was_saved(store: MemoryStore, ids: CountedIds) -> None:
    save_intent(store, BOOK, stamp(), ids(), WHOLE)
    assert read_intent(store.settings()) == WHOLE
    save_intent(store, BOOK, stamp(1), ids(), Intent())
    assert read_intent(store.settings()).empty


def test_own_words_that_look_like_a_key_stay_own(store: MemoryStore, ids: CountedIds) -> None:
    odd = Intent(own_words("list:work"), own_words("own:"), own_words("tired"))
    save_intent(store, BOOK, stamp(), ids(), odd)
    assert read_intent(store.settings()) == odd


def test_each_change_is_a_decision_with_its_sentence(store: MemoryStore, ids: CountedIds) -> None:
    save_intent(store, BOOK, stamp(), ids(), WHOLE)
    save_intent(store, BOOK, stamp(1), ids(), WHOLE)
    save_intent(store, BOOK, stamp(2), ids(), Intent())
    made, cleared = store.decisions()
    assert made.reason == (
        "When I come home from work, in the shed, I start the session."
        " If I am tired, then I do the 2-minute version."
    )
    assert dict(made.detail) == {
        "cue": "list:work",
        "place": "own:in the shed",
        "obstacle": "list:tired",
    }
    assert cleared.text == "intent.cleared"
    assert cleared.reason == "The plan for the moment is taken away."
    for told in (made, cleared):
        assert (told.rule, told.ruleset_version) == ("A1", BOOK.rules.version)
        assert told.answer is Answer.ACCEPTED


def test_a_write_that_is_tried_again_is_one_decision(store: MemoryStore, ids: CountedIds) -> None:
    """The disk was full after the history was written."""
    new = ids()
    save_intent(store, BOOK, stamp(), new, WHOLE)
    store.save_setting("intent.cue", "")
    save_intent(store, BOOK, stamp(), new, WHOLE)
    assert len(store.decisions()) == 1
    assert read_intent(store.settings()) == WHOLE


@pytest.mark.parametrize(
    "broken",
    [
        "",
        "work",
        "list:",
        "list:nonsense",
        "list:tired",
        "own:",
        "own:" + "x" * 61,
        "own:a\0b",
        "?",
    ],
)
def test_a_broken_value_leaves_its_part_open(broken: str) -> None:
    found = read_intent({"intent.cue": broken, "intent.obstacle": "list:tired"})
    assert found == Intent(None, None, TIRED)


def test_the_lines_of_the_day(store: MemoryStore, ids: CountedIds) -> None:
    assert intent_lines(store, BOOK) == IntentLines("", "")
    save_intent(store, BOOK, stamp(), ids(), Intent(obstacle=TIRED))
    told = intent_lines(store, BOOK)
    assert told == IntentLines("", "If I am tired, then I do the 2-minute version.")


def test_equipment_of_the_week_is_named_once(store: MemoryStore, ids: CountedIds) -> None:
    checked(store, stamp(), ids)
    things = intent_view(store, BOOK, stamp()).equipment
    assert "a mat" in things
    assert len(things) == len(set(things))


def test_before_a_check_nothing_is_needed(store: MemoryStore) -> None:
    assert intent_view(store, BOOK, stamp()).equipment == ()


def test_it_is_offered_once(store: MemoryStore, ids: CountedIds) -> None:
    checked(store, stamp(), ids)
    assert offer(store, BOOK, stamp()) is not None
    assert offer(store, BOOK, stamp()) is None


def test_it_is_not_offered_to_whom_it_is_no_news(store: MemoryStore, ids: CountedIds) -> None:
    checked(store, stamp(), ids)
    save_intent(store, BOOK, stamp(), ids(), Intent(WORK))
    assert offer(store, BOOK, stamp()) is None


def test_it_is_not_offered_to_somebody_who_began_without(
    store: MemoryStore, ids: CountedIds
) -> None:
    checked(store, stamp(), ids)
    left_half_way(store, stamp(), ids)
    assert offer(store, BOOK, stamp()) is None


def test_the_day_carries_both_lines(store: MemoryStore, ids: CountedIds) -> None:
    checked(store, stamp(), ids)
    before = build_today(store, BOOK, stamp())
    assert before is not None
    assert before.intent == IntentLines()
    save_intent(store, BOOK, stamp(), ids(), WHOLE)
    view = build_today(store, BOOK, stamp())
    assert view is not None
    assert view.intent == intent_lines(store, BOOK)
    assert view.intent.start.startswith("When I come home from work")
    assert view.intent.barrier.endswith("then I do the 2-minute version.")
