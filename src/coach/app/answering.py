"""What the user says to advice, written down with what follows from it (D1, D2, D5, G1, R2, C8)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from coach.app.advice import AdviceKind, Reply
from coach.app.check_outcome import accept, clearance_waits
from coach.app.log_facts import floss_ticks, is_note
from coach.app.planning import Standing, changed, standing, step_down
from coach.app.ports import NewId, Store
from coach.domain.book import Book
from coach.domain.decisions import Answer, Decision
from coach.domain.reason import Reason, reason
from coach.domain.records import Check, PlanState, Stamp
from coach.domain.standing import Mark

_ANSWERS: Mapping[Reply, Answer] = {
    Reply.AGREE: Answer.ACCEPTED,
    Reply.DECLINE: Answer.DECLINED,
    Reply.DISMISS: Answer.DISMISSED,
    Reply.CLEARED: Answer.ACCEPTED,
    Reply.GO_ON: Answer.ACCEPTED,
    Reply.START_CHECK: Answer.ACCEPTED,
}


@dataclass(frozen=True, slots=True)
class Said:
    """One answer to one piece of advice, and where it was given."""

    store: Store
    book: Book
    now: Stamp
    new_id: NewId
    here: Standing

    @property
    def state(self) -> PlanState:
        """Raises ``LookupError`` where there is no plan to answer for."""
        if self.here.state is None:
            raise LookupError("there is no plan")
        return self.here.state

    def change(self, state: PlanState, why: Reason, rule: str = "") -> None:
        changed(self.store, self.book, state, self.now, self.new_id, why, rule=rule)


def answer(
    store: Store,
    book: Book,
    now: Stamp,
    new_id: NewId,
    kind: AdviceKind,
    subject: str,
    reply: Reply,
) -> None:
    """Keep the answer and do what it asks for. What no longer stands does nothing."""
    here = standing(store, book, now)
    if here is None or reply is Reply.START_CHECK:
        return
    if kind is AdviceKind.CONSULT:
        if reply is Reply.AGREE:
            # C1b: a smaller plan may fit the days better.
            step_down(store, book, now, new_id)
        _put_away(store, subject, _ANSWERS[reply])
        return
    said = Said(store, book, now, new_id, here)
    why = _reason(here, kind) or Reason(subject, "")
    if here.state is not None:
        _DO.get((kind, reply), _nothing)(said)
    _keep(said, why, _ANSWERS[reply])


def pause_plan(store: Store, book: Book, now: Stamp, new_id: NewId) -> None:
    """Let the plan rest for up to 27 days, without a price (D5)."""
    here = standing(store, book, now)
    if here is not None and here.state is not None and here.outlook.may_pause:
        Said(store, book, now, new_id, here).change(here.state, reason("D5", "pause.begun"))


def may_clear(store: Store, book: Book, check: Check, now: Stamp) -> bool:
    """Whether a professional's word on the floss is missing and can be kept now (K5, N3)."""
    return bool(floss_ticks(check, book)) and not clearance_waits(store, now)


def _nothing(said: Said) -> None:
    """Only the answer is kept."""


def _decline_deload(said: Said) -> None:
    stage = said.here.outlook.standing.stage
    if said.here.outlook.may_decline and stage is not None:
        why = reason("D2", "deload.declined", stage=stage.level)
        said.change(replace(said.state, stage=stage), why, Mark.DELOAD_DECLINED)


def _go_on(said: Said) -> None:
    if said.here.outlook.pause is not None:
        said.change(said.state, reason("D5", "pause.ended"), Mark.PAUSE_END)


def _step_up(said: Said) -> None:
    offer = said.here.outlook.offer
    if offer is not None:
        said.change(replace(said.state, stage=offer.stage), offer.reason)


def _more_weight(said: Said) -> None:
    offer = said.here.outlook.load
    if offer is not None:
        load_kg = (said.state.load_kg or 0) + offer.least_kg
        why = reason("R2", "load.taken", kg=load_kg)
        said.change(replace(said.state, load_kg=load_kg), why)


def _cleared(said: Said) -> None:
    """A professional found the floss to be fine: kept with its date, as a tick of the check."""
    if may_clear(said.store, said.book, said.here.check, said.now):
        ticks = floss_ticks(said.here.check, said.book)
        accept(said.store, said.book, said.here.check, ticks, said.now, said.new_id)


_DO: Mapping[tuple[AdviceKind, Reply], Callable[[Said], None]] = {
    (AdviceKind.DELOAD, Reply.DECLINE): _decline_deload,
    (AdviceKind.PAUSED, Reply.GO_ON): _go_on,
    (AdviceKind.STEP_UP, Reply.AGREE): _step_up,
    (AdviceKind.LOAD, Reply.AGREE): _more_weight,
    (AdviceKind.FLOSS, Reply.CLEARED): _cleared,
}


def _reason(here: Standing, kind: AdviceKind) -> Reason | None:
    """What was told, to be kept with the answer."""
    today = here.outlook
    match kind:
        case AdviceKind.EASY_DAY:
            return today.lighter
        case AdviceKind.STEP_UP:
            return today.offer.reason if today.offer else None
        case AdviceKind.LOAD:
            return today.load.reason if today.load else None
        case AdviceKind.PAUSED:
            return today.pause.reason if today.pause else None
        case _:
            return None


def _put_away(store: Store, rule: str, said: Answer) -> None:
    for note in store.decisions():
        if is_note(note) and note.rule == rule and note.answer is None:
            store.save_decision(replace(note, answer=said))


def _keep(said: Said, why: Reason, reply: Answer) -> None:
    said.store.save_decision(
        Decision(
            id=said.new_id(),
            stamp=said.now,
            rule=why.rule,
            text=why.text,
            reason=said.book.texts.sentence(why) if why.text else "",
            ruleset_version=said.book.rules.version,
            answer=reply,
        )
    )
