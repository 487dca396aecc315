"""The plan follows the log: changes that are due are written down, each with its reason (X2).

Called when a day begins, after every rating and session, and before a session is prepared. It can
be called at any time: what has been written is not written again.
"""

from __future__ import annotations

from dataclasses import replace

from coach.app.check_outcome import raise_floss_gate
from coach.app.log_facts import facts_of
from coach.app.ports import NewId, Store
from coach.app.stamps import after_all
from coach.domain.adapt import Change, next_change, raised_gate
from coach.domain.book import Book
from coach.domain.consult import Note, consult_notes
from coach.domain.decisions import Decision
from coach.domain.facts import Facts, floss_state
from coach.domain.gates import newest
from coach.domain.records import PlanState, Stamp
from coach.domain.terms import Stage

MOST_CHANGES = 12
"""More than this in one go would be a rule that undoes itself: a fault of the program."""


def adapt(store: Store, book: Book, now: Stamp, new_id: NewId) -> tuple[PlanState, ...]:
    """Write every change that is due; returns the new states of the plan, oldest first."""
    check = newest(store.checks())
    if check is None:
        return ()
    facts = facts_of(store, book, check, now)
    if (removal := raised_gate(facts)) is not None:
        # Tingling can ask for a stricter gate than the check has (N3, N4).
        check = raise_floss_gate(store, book, now, new_id, removal)
        facts = facts_of(store, book, check, now)
    written: list[PlanState] = []
    while (change := next_change(facts)) is not None:
        if len(written) == MOST_CHANGES:
            raise RuntimeError(f"the rules do not settle: {change.rule} after {written[-1].rule}")
        written.append(_write(store, book, change, now, new_id))
        facts = facts_of(store, book, check, now)
    _tell_notes(store, book, facts, now, new_id)
    return tuple(written)


def _write(store: Store, book: Book, change: Change, now: Stamp, new_id: NewId) -> PlanState:
    state = store.plan()
    if state is None:
        raise RuntimeError(f"{change.rule} needs a plan")
    row = replace(
        state,
        id=new_id(),
        stamp=after_all(store, now),
        stage=change.stage,
        floss=change.floss,
        rule=change.rule,
        reason=book.texts.sentence(change.why),
        ruleset_version=book.rules.version,
        load_kg=state.load_kg if change.stage.level >= Stage.S3.level else None,
    )
    store.add_plan(row)
    return row


def _tell_notes(store: Store, book: Book, facts: Facts, now: Stamp, new_id: NewId) -> None:
    """Keep each note that is due, so that it stays to be read and comes again no sooner (C8)."""
    floss = floss_state(facts)
    for note in consult_notes(facts.history, facts.looks, facts.ticks, floss, facts.told):
        store.save_decision(_note(note, book, now, new_id))


def _note(note: Note, book: Book, now: Stamp, new_id: NewId) -> Decision:
    return Decision(
        id=new_id(),
        stamp=now,
        rule=note.rule,
        text=note.reason.text,
        reason=book.texts.sentence(note.reason),
        ruleset_version=book.rules.version,
    )
