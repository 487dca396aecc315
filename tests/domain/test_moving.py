"""A missed full session: the next day or none, never two in a row (R9, R10, R12)."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.domain.history import SessionFact
from coach.domain.moving import Lapsed, Moved, after_missed, missed
from coach.domain.records import SessionStatus
from coach.domain.terms import Template, Weekday
from coach.domain.week import DEFAULT_DAYS, allowed_weeks
from support.months import day, done, history

LIGHT, HALF, MICRO = Template.LIGHT, Template.HALF, Template.MICRO


@pytest.mark.parametrize(
    ("source", "sessions", "today", "text"),
    [
        (1, [], 2, "missed.adjacent"),
        (3, [done(1)], 4, "missed.adjacent"),
        (5, [done(1), done(3)], 6, "missed.moved"),
        (5, [done(1), done(3)], 7, "missed.over"),
        (5, [done(1), done(3), done(6, template=HALF)], 6, "missed.adjacent"),
        (5, [done(1), done(3), done(4)], 6, "missed.enough"),
        (5, [done(0), done(2), done(4)], 6, "missed.enough"),
        (5, [done(1), done(3), *(done(n, template=LIGHT) for n in (2, 4, 5))], 6, "missed.rest"),
        (5, [done(1), done(3), *(done(n, template=LIGHT) for n in (2, 4))], 6, "missed.moved"),
        (5, [done(1), done(3), *(done(n, template=LIGHT) for n in (0, 2, 4))], 6, "missed.rest"),
        (5, [done(1), done(3), *(done(n, template=MICRO) for n in (2, 4, 5))], 6, "missed.moved"),
    ],
)
def test_r10_the_next_day_only_where_r9_holds(
    source: int, sessions: list[SessionFact], today: int, text: str
) -> None:
    past = history(sessions=sessions, today=today)
    found = after_missed(past, day(source), DEFAULT_DAYS)
    assert found.reason.text == text
    assert found.source == day(source)
    if isinstance(found, Moved):
        assert found.target == day(source + 1)


def test_r12_showing_up_is_not_a_full_session() -> None:
    past = history(sessions=[done(1, template=MICRO)], today=2)
    assert missed(past, day(1))


def test_a_session_that_was_begun_is_not_missed_nor_is_today() -> None:
    for session in (done(1), done(1, template=HALF), done(1, status=SessionStatus.STOPPED)):
        assert not missed(history(sessions=[session], today=2), day(1))
    assert not missed(history(today=1), day(1))
    assert missed(history(today=2), day(1))
    assert missed(history(sessions=[done(1, status=SessionStatus.ACTIVE)], today=2), day(1))


KINDS = st.sampled_from([Template.FULL, HALF, LIGHT, MICRO])


@given(
    st.dictionaries(st.integers(8, 14), KINDS),
    st.integers(8, 14),
    st.sampled_from(allowed_weeks()),
)
def test_r10_a_moved_session_keeps_the_week(
    log: dict[int, Template], source: int, days: tuple[Weekday, ...]
) -> None:
    past = history(sessions=[done(n, template=kind) for n, kind in log.items()], today=source + 1)
    found = after_missed(past, day(source), days)
    if isinstance(found, Lapsed):
        assert found.reason.rule in ("R9", "R10")
        return
    full = {day(n) for n, kind in log.items() if kind in (Template.FULL, HALF)}
    neighbours = {found.target - timedelta(1), found.target + timedelta(1)}
    assert found.target == day(source + 1)
    assert not neighbours & full
    assert Weekday.of(found.target + timedelta(1)) not in days
    assert len([d for d in full if 0 <= (found.target - d).days < 7]) < 3
    active = {day(n) for n, kind in log.items() if kind is not MICRO} | {found.target}
    assert len([d for d in active if 0 <= (found.target - d).days < 7]) <= 5
