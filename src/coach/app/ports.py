"""What the use cases need from the world, as protocols. Adapters translate and decide nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Protocol
from uuid import UUID

from coach.domain.decisions import Decision, FlossTold, Tick
from coach.domain.records import (
    Check,
    CheckDraft,
    DiscomfortLog,
    EffortLog,
    PlanState,
    Rating,
    RatingKind,
    SessionLog,
    SessionStatus,
    SetLog,
    Stamp,
)
from coach.domain.terms import Discomfort


class Clock(Protocol):
    """Wall clock and a monotonic clock that never goes back."""

    def now(self) -> datetime:
        """The local time now, aware, with its UTC offset."""
        ...

    def monotonic_ms(self) -> float:
        """Milliseconds since an arbitrary start; unaffected by clock corrections."""
        ...


class NewId(Protocol):
    """Makes time-ordered identifiers (UUIDv7)."""

    def __call__(self) -> UUID: ...


class StoreError(Exception):
    """The environment kept the store from doing its work; the text is for the user."""


class Store(Protocol):
    """The log of one profile. Every method is one transaction, durable when it returns.

    Raises ``StoreError`` with one clear sentence where the environment is at fault.
    """

    @property
    def notices(self) -> Sequence[str]:
        """What the user should know about the way the log was opened."""
        ...

    def settings(self) -> Mapping[str, str]: ...
    def save_setting(self, key: str, value: str) -> None: ...

    def draft(self) -> CheckDraft | None: ...
    def save_draft(self, draft: CheckDraft | None) -> None:
        """Keep the unfinished check; ``None`` erases it."""
        ...

    def latest_check(self) -> Check | None:
        """The check whose gate holds: that of the latest instant (K16)."""
        ...

    def checks(self) -> Sequence[Check]:
        """Every check, oldest first."""
        ...

    def add_check(self, check: Check) -> None: ...

    def plan(self) -> PlanState | None: ...
    def plans(self) -> Sequence[PlanState]:
        """Every state the plan ever had, oldest first."""
        ...

    def add_plan(self, plan: PlanState) -> None: ...

    def ratings(self, kind: RatingKind, since: date | None = None) -> Sequence[Rating]:
        """Ratings from ``since`` on, oldest first by civil date then instant."""
        ...

    def save_rating(self, rating: Rating, changed: Stamp) -> None:
        """Insert, or correct the one with the same id and keep the old values as history."""
        ...

    def begin_session(self, session: SessionLog) -> None: ...
    def add_set(self, entry: SetLog) -> None:
        """Idempotent by (session, block): a set that is done again replaces its row."""
        ...

    def add_effort(self, entry: EffortLog) -> None: ...
    def add_discomfort(self, entry: DiscomfortLog) -> None: ...
    def end_session(self, session_id: UUID, status: SessionStatus, ended: Stamp) -> None: ...

    def open_session(self) -> SessionLog | None:
        """The newest session that is still active, with its sets."""
        ...

    def sessions(self, since: date | None = None) -> Sequence[SessionLog]:
        """Sessions that were not discarded, oldest first, with sets, efforts and discomforts."""
        ...

    def discomforts(self, kind: Discomfort) -> Sequence[DiscomfortLog]:
        """Every report of one kind, oldest first, from sessions that were not discarded."""
        ...

    def floss_told(self) -> Sequence[FlossTold]:
        """Every answer after tingling, oldest first."""
        ...

    def add_floss_told(self, told: FlossTold) -> None:
        """Idempotent by the discomfort that it answers: a later answer replaces the earlier."""
        ...

    def ticks(self, since: date | None = None) -> Sequence[Tick]:
        """Ticks of the check-in from ``since`` on, oldest first."""
        ...

    def save_tick(self, tick: Tick) -> None:
        """One of a kind for each civil date: a later one replaces the earlier."""
        ...

    def decisions(self, since: date | None = None) -> Sequence[Decision]:
        """Decisions told from ``since`` on, oldest first."""
        ...

    def save_decision(self, decision: Decision) -> None:
        """Insert, or change the one with the same id, as an answer does."""
        ...

    def close(self) -> None: ...


class Cues(Protocol):
    """Plays one compiled track. Without sound the monotonic clock stands in."""

    @property
    def audible(self) -> bool:
        """False where nothing can be heard: no device, no library, or no track."""
        ...

    def load(self, track: Path) -> None: ...
    def play(self, from_ms: int) -> None: ...
    def pause(self) -> None: ...
    def position_ms(self) -> float | None:
        """Where the track is now; ``None`` while it is silent, loading or unknown."""
        ...

    def set_muted(self, muted: bool) -> None: ...
    def shutdown(self) -> None: ...


class KeepAwake(Protocol):
    """Keeps the screen on between ``acquire`` and ``release``; both may be called twice."""

    def acquire(self) -> bool:
        """True where the desktop granted it."""
        ...

    def release(self) -> None: ...
