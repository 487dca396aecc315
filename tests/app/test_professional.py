"""What a professional is shown: notes that stay, and the log in numbers (C8, K14)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import uuid4

import pytest

from coach.app.professional import (
    Log,
    ProfessionalView,
    Told,
    build_professional,
    read_professional,
    recent_notes,
)
from coach.domain.decisions import Answer, Decision, FlossTold
from coach.domain.records import Check, DiscomfortLog
from coach.domain.terms import Discomfort, Floss, Gate, Side, Stage, Template
from coach.domain.verdict_text import verdict_texts
from coach.store.sql_store import SqlStore
from coach.system.resources import read_toml
from support.book import CALM, real_book
from support.log_values import day, plan, rating, ratings, session, stamp
from support.standing import checked
from support.store_builders import CountedIds
from support.store_builders import stamp as march
from support.word_rules import forbidden_words

TEXTS = verdict_texts(read_toml("texts/verdict.en.toml"), "verdict.en.toml")
BOOK = real_book()


def seen(today: int = 42, **rows: object) -> ProfessionalView:
    return build_professional(replace(Log(), **rows), BOOK, day(today), TEXTS)


def note(number: int, rule: str, answer: Answer | None = None) -> Decision:
    text = f"consult.{rule.lower()}"
    sentence = BOOK.texts[text]
    return Decision(uuid4(), stamp(number), rule, text, sentence, "1", answer=answer)


def key(number: int, kind: Discomfort, exercise: str | None = "nerve_floss") -> DiscomfortLog:
    return DiscomfortLog(uuid4(), uuid4(), stamp(number), kind, 0, exercise, Side.LEFT, 0)


def test_an_empty_log_shows_nothing_and_breaks_nothing() -> None:
    view = seen()
    assert (view.notes, view.events, view.answers, view.answered) == ((), (), (), None)
    assert (view.stage, view.floss) == (None, Floss.LOCK)
    assert view.means.first_week is None
    assert view.means.left is None
    assert not view.progress.has_ratings


def test_notes_stay_after_they_were_put_away() -> None:
    """C8; other decisions are no notes."""
    told = [
        note(10, "C5", Answer.DISMISSED),
        replace(note(11, "C5"), rule="G1", text="step.offer"),
        note(20, "C2"),
    ]
    view = seen(decisions=told)
    assert [(one.rule, one.day) for one in view.notes] == [("C2", day(20)), ("C5", day(10))]
    assert view.notes[0].sentence == BOOK.texts["consult.c2"]


def test_notes_name_no_condition() -> None:
    """C8, W2: each sentence that can stand here."""
    texts = [BOOK.texts[name] for name in BOOK.texts.ids() if name.startswith("consult.")]
    assert len(texts) > 9
    assert [word for text in texts for word in forbidden_words(text)] == []


def test_means_are_those_of_the_first_week_and_of_14_days() -> None:
    scores = [6, 6, 6, 6, 6, 6, 6, 9, 9, 9, *[5] * 18, *[3] * 14]
    view = seen(daily=ratings(scores))
    assert view.means.first_week == 6
    assert view.means.last_two_weeks == 3
    assert (view.means.left, view.means.right) == (3, None)


def test_each_side_has_its_own_mean_and_the_higher_one_is_the_score() -> None:
    view = seen(3, daily=[rating(1, 2, 6), rating(2, 4, None), rating(3, None, 5)])
    assert (view.means.left, view.means.right) == (3, 5.5)
    assert view.means.last_two_weeks == pytest.approx(5)


def test_late_entries_and_days_to_come_stay_out_of_the_means() -> None:
    """K14."""
    daily = [rating(1, 4), rating(2, 10, late=True), rating(3, 4), rating(9, 10)]
    view = seen(3, daily=daily)
    assert (view.means.first_week, view.means.last_two_weeks) == (4, 4)


def test_a_correction_replaces_what_was_said_that_day() -> None:
    """K3: the last one counts."""
    assert seen(1, daily=[rating(1, 9), rating(1, 3)]).means.first_week == 3


def test_sessions_are_counted_by_week() -> None:
    done = [session(36), session(38), session(39, Template.LIGHT), session(29)]
    view = seen(sessions=done)
    assert len(view.weeks) == 12
    assert [(w.whole, w.small) for w in view.weeks[-2:]] == [(1, 0), (2, 1)]
    assert view.weeks[-1].monday == date(2026, 2, 9)


def test_signs_carry_what_was_told_after_them() -> None:
    tingled = key(20, Discomfort.TINGLING)
    told = FlossTold(uuid4(), tingled.session_id, tingled.id, stamp(20), 4, 180, True, False)
    sharp = key(24, Discomfort.SHARP, None)
    logs = [
        replace(session(20), discomforts=(tingled,)),
        replace(session(24), discomforts=(sharp, key(24, Discomfort.WRONG, "gone"))),
    ]
    late, odd, early = seen(sessions=logs, told=[told]).events
    assert (late.kind, late.exercise, late.told) == (Discomfort.SHARP, "", None)
    assert odd.exercise == "gone"
    assert early.exercise == BOOK.catalog["nerve_floss"].text("en").short
    assert early.told == Told(4, 180, further_down=True, numb=False)


def test_stage_changes_and_answers_are_there() -> None:
    check = Check(uuid4(), stamp(1), CALM, Gate.GREEN, "1", 90)
    steps = [plan(1), plan(20, Stage.S2, rule="G1", reason="Calm sessions.", floss=Floss.F2)]
    view = seen(plans=steps, check=check)
    assert (view.stage, view.floss, view.answered) == (Stage.S2, Floss.F2, day(1))
    newest = view.progress.changes[0]
    assert (newest.rule, newest.reason) == ("G1", "Calm sessions.")
    assert [row.number for row in view.answers] == list(range(1, 13))


def test_it_is_read_from_the_log(store: SqlStore) -> None:
    now = march()
    checked(store, now, CountedIds())
    store.save_decision(replace(note(1, "C5"), stamp=now))
    view = read_professional(store, BOOK, now, TEXTS)
    assert [one.rule for one in view.notes] == ["C5"]
    assert view.stage is Stage.S1
    assert view.day == now.civil


def test_recent_notes_are_those_of_28_days(store: SqlStore) -> None:
    for number in (1, 2, 30):
        store.save_decision(note(number, "C5"))
    assert [one.day for one in recent_notes(store, day(29))] == [day(2)]
    assert [one.day for one in recent_notes(store, day(30))] == [day(30)]
