"""A session to take along: which one, what it says before it begins, and when there is none.

It is the player's own session: the same plan, side, pace and levels. Locked is locked here too
(K16), a check that is due comes first (S6), and the question before a session is spoken (S7).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Protocol

from coach.app.adapting import adapt
from coach.app.planning import Standing, standing
from coach.app.ports import NewId, Store
from coach.app.preferences import Preferences
from coach.app.running import prepare, timeline_of
from coach.app.starting import session_now, todays_plan
from coach.domain.book import Book
from coach.domain.plan import DayPlan
from coach.domain.reason import Reason, reason
from coach.domain.records import Stamp
from coach.domain.terms import DayKind, PhaseKind, Side, Template, Weekday
from coach.domain.timeline import Block, Timeline

DAYS_AHEAD = 6
"""A session can be taken along for today and so many days after it."""


class AudioError(Exception):
    """No file was made; the text says why in one sentence."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the session that can be jumped to; ``at_ms`` is a moment of the timeline."""

    at_ms: int
    name: str


@dataclass(frozen=True, slots=True)
class Opening:
    """What is spoken first: the question, what to do after a yes, and the way on (S7)."""

    name: str
    question: str
    stop: str
    go: str

    @property
    def phrases(self) -> tuple[str, ...]:
        return (self.question, self.stop, self.go)


@dataclass(frozen=True, slots=True)
class AudioSession:
    """All that a file is made of. ``no_voice`` is the sentence for a voice that cannot ask; it
    has ``{why}`` to be filled in."""

    day: date
    title: str
    timeline: Timeline
    parts: tuple[Part, ...]
    opening: Opening
    preferences: Preferences
    no_voice: str


class AudioWriter(Protocol):
    """Makes the file; raises ``AudioError``. ``overwrite`` allows to replace one that is there."""

    def __call__(self, session: AudioSession, path: Path, *, overwrite: bool) -> None: ...


def day_named(name: str, today: date) -> date:
    """The date of ``today``, of a weekday (``mon`` … ``sun``: the next one, today included) or of
    an ISO date. Raises ``ValueError`` for anything else."""
    if name == "today":
        return today
    if name in tuple(Weekday):
        return today + timedelta(days=(Weekday(name).number - today.weekday()) % 7)
    return date.fromisoformat(name)


def audio_session(store: Store, book: Book, now: Stamp, new_id: NewId, day: date) -> AudioSession:
    """The session of ``day`` as the player would run it. What is due changes the plan first, as
    before every session. Raises ``AudioError`` where there is none to take along."""
    if not 0 <= (day - now.civil).days <= DAYS_AHEAD:
        raise _refused(book, reason("K16", "audio.too_far", day=day.isoformat()))
    adapt(store, book, now, new_id)
    here = _open(store, book, now)
    if day == now.civil:
        plan = _today(here, book, day)
    else:
        _open(store, book, _later(now, day))
        plan = here.plan.day(Weekday.of(day))
    if not plan.items:
        raise _refused(book, reason("R9", "audio.rest", day=Weekday.of(day)))
    return _session(store, book, now, new_id, day, plan)


def _refused(book: Book, why: Reason) -> AudioError:
    return AudioError(book.texts.sentence(why))


def _later(now: Stamp, day: date) -> Stamp:
    ahead = day - now.civil
    return Stamp(now.utc + ahead, now.offset_min, day)


def _open(store: Store, book: Book, now: Stamp) -> Standing:
    """Where one stands then. Raises ``AudioError`` where no session may start (K16, S6, D5)."""
    here = standing(store, book, now)
    if here is None:
        raise _refused(book, reason("S6", "audio.no_check"))
    if here.plan.screening.locked:
        raise _refused(book, reason("K16", "audio.locked"))
    if not here.ready:
        raise _refused(book, here.outlook.recheck or reason("S6", "audio.no_check"))
    if here.outlook.pause is not None:
        raise _refused(book, reason("D5", "audio.paused"))
    return here


def _today(here: Standing, book: Book, day: date) -> DayPlan:
    today = todays_plan(here, book, day)
    if today.template is None or today.kind is DayKind.REST:
        why = here.outlook.crowded or reason("R9", "audio.rest", day=Weekday.of(day))
        raise _refused(book, why)
    found = session_now(here, book, day, today.template)
    if isinstance(found, Reason):
        raise _refused(book, found)
    return found


def _session(
    store: Store, book: Book, now: Stamp, new_id: NewId, day: date, plan: DayPlan
) -> AudioSession:
    texts = book.texts
    ready = prepare(store, book, plan, now, new_id)
    timeline = ready.timeline
    if _days_between(store, book, now, day) % 2:
        side = Side(ready.session.plan["first_side"]).other
        data = {**ready.session.plan, "first_side": side}
        timeline = timeline_of(replace(ready.session, plan=data), book)
    title = texts["audio.title"].format(
        kind=texts[f"audio.{plan.template}"],
        day=texts[f"weekday.{Weekday.of(day)}"],
        date=day.isoformat(),
    )
    return AudioSession(
        day=day,
        title=title,
        timeline=timeline,
        parts=tuple(_parts(timeline, book)),
        opening=Opening(
            name=texts["audio.opening"],
            question=texts["speech.new_since"],
            stop=texts["speech.new_stop"],
            go=texts["speech.new_go"],
        ),
        preferences=ready.preferences,
        no_voice=texts["audio.no_voice"],
    )


def _days_between(store: Store, book: Book, now: Stamp, day: date) -> int:
    """Sessions that are planned before the one of ``day`` and not done yet: each of them changes
    the side that is first (R4)."""
    here = _open(store, book, now)
    days = [now.civil + timedelta(days=ahead) for ahead in range((day - now.civil).days)]
    planned = [one for one in days if here.plan.day(Weekday.of(one)).items]
    done = {
        session.stamp.civil
        for session in store.sessions(now.civil)
        if session.sets and session.plan["template"] != Template.MICRO
    }
    return len(set(planned) - done)


def _parts(timeline: Timeline, book: Book) -> Iterator[Part]:
    """One for each set on one side, from where it is announced on."""
    guided = next(phase.start_ms for phase in timeline if phase.kind is not PhaseKind.CHECK)
    sets: dict[int, int] = {}
    for block in timeline.blocks:
        sets[block.item] = max(sets.get(block.item, 0), block.set)
    starts = [guided, *(earlier.end_ms for earlier, _ in pairwise(timeline.blocks))]
    for at_ms, block in zip(starts, timeline.blocks, strict=True):
        yield Part(at_ms, _name(block, sets[block.item], book))


def _name(block: Block, sets: int, book: Book) -> str:
    text = book.catalog[block.exercise].text(book.language)
    side = "" if block.side is None else text.sides[block.side]
    words = {
        (False, False): "audio.chapter",
        (False, True): "audio.chapter_side",
        (True, False): "audio.chapter_set",
        (True, True): "audio.chapter_both",
    }[sets > 1, bool(side)]
    return book.texts[words].format(name=text.name, set=block.set, sets=sets, side=side)
