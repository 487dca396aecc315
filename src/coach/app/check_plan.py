"""How the plan opens or locks after a check: a new state on record (S4, S5, K5, X3, X4)."""

from __future__ import annotations

from dataclasses import dataclass, replace

from coach.app.log_facts import facts_of
from coach.app.ports import NewId, Store
from coach.domain.answers import Answers, parse_answers
from coach.domain.book import Book
from coach.domain.facts import floss_state
from coach.domain.plan import Plan, Wishes, build_plan
from coach.domain.reason import Reason, reason
from coach.domain.records import Check, PlanState, Stamp
from coach.domain.terms import Floss, Stage
from coach.domain.week import DEFAULT_DAYS


class StillLockedError(Exception):
    """A step that would open a locked plan without what the rules ask for (S5, K16)."""


def lock_reason(check: Check) -> Reason:
    """Why a check locks a plan, by its gate alone."""
    return reason("S5", "lock.red") if check.gate.is_red else reason("S4", "lock.clearance")


def lock_plan(
    store: Store, book: Book, check: Check, now: Stamp, new_id: NewId, why: Reason
) -> None:
    """A plan that was open is locked on record; where there was none, none is made."""
    state = store.plan()
    if state is None or state.stage is None:
        return
    store.add_plan(
        replace(
            state,
            id=new_id(),
            stamp=now,
            check_id=check.id,
            stage=None,
            floss=Floss.LOCK,
            rule=why.rule,
            reason=book.texts.sentence(why),
            ruleset_version=book.rules.version,
        )
    )


@dataclass(frozen=True, slots=True)
class Opening:
    """A check that allows sessions from ``now`` on. What was open under the check ``before`` goes
    on. ``cleared`` says that a professional's word has just been ticked, which alone opens a
    locked floss."""

    check: Check
    before: Check | None
    now: Stamp
    cleared: bool = False


def open_plan(store: Store, book: Book, opening: Opening, new_id: NewId) -> None:
    """Keep the plan that a check opens. Raises ``StillLockedError`` where it opens none."""
    check, now = opening.check, opening.now
    answers = parse_answers(check.answers, book.intake)
    earlier = [state for state in store.plans() if state.stage is not None]
    last = earlier[-1] if earlier else None
    kept = _kept(store, opening.before)
    if kept is None or (opening.cleared and kept.floss is Floss.LOCK):
        floss = _smallest(floss_state(facts_of(store, book, check, now)).level)
    else:
        floss = kept.floss
    plan = _plan(answers, book, last, kept, floss)
    if plan.stage is None:
        raise StillLockedError("a locked plan has no stage (K16)")
    rule, words = _stage_reason(plan, book, last, kept)
    state = PlanState(
        id=new_id(),
        stamp=now,
        check_id=check.id,
        stage=plan.stage,
        floss=plan.floss,
        days=plan.full_days or DEFAULT_DAYS,
        emphasis=last.emphasis if last else None,
        rule=rule,
        reason=words,
        ruleset_version=book.rules.version,
        load_kg=kept.load_kg if kept and plan.stage.level >= Stage.S3.level else None,
    )
    store.add_plan(state)


def _kept(store: Store, before: Check | None) -> PlanState | None:
    """The state that goes on: one that was open under the check before. A check that was stored
    without its lock, because the app ended there, begins anew as well (X4)."""
    latest = store.plan()
    if latest is None or latest.stage is None or before is None:
        return None
    return latest if latest.check_id == before.id else None


def _smallest(level: Floss) -> Floss:
    """What the floss begins anew with, where nothing keeps it out."""
    return Floss.LOCK if level is Floss.LOCK else Floss.F0


def _plan(
    answers: Answers,
    book: Book,
    last: PlanState | None,
    kept: PlanState | None,
    floss: Floss,
) -> Plan:
    """The week of new answers. A stage that holds stays, below the caps; after a lock the plan
    begins anew and never above the stage it had (X3, X4). The floss too begins anew, one level
    at a time, and its own lock of days outlives any check (N2, N6)."""
    days = answers.days or (last.days if last else None)
    fresh = build_plan(answers, book, Wishes(days=days))
    if last is None or last.stage is None or fresh.stage is None:
        return fresh
    stage = kept.stage if kept else min(last.stage, fresh.stage, key=lambda one: one.level)
    return build_plan(answers, book, Wishes(stage=stage, floss=floss, days=days))


def _stage_reason(
    plan: Plan, book: Book, last: PlanState | None, kept: PlanState | None
) -> tuple[str, str]:
    """Why the stage is what it is: the plan's own reason, or that of the stage that holds, or
    the floss that begins or ends beside it."""
    if kept is not None and kept.floss is not plan.floss:
        level = "locked" if plan.floss is Floss.LOCK else "f0"
        return "N6", book.texts[f"floss_level.{level}"]
    why = plan.why[0]
    if why.text != "stage.asked":
        return why.rule, book.texts.sentence(why)
    if kept is not None:
        return kept.rule, kept.reason
    fallback = reason("X4", "stage.default" if plan.stage is not Stage.S0 else "stage.amber")
    return fallback.rule, book.texts.sentence(fallback)
