"""What holds today: the next session's stage, form and limits, and all there is to be said."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import timedelta

from coach.domain.adherence import welcome_back
from coach.domain.alarms import EasyDay, easy_day
from coach.domain.consult import Note, consult_notes
from coach.domain.effort_weeks import Guidance, guidance
from coach.domain.facts import Facts, floss_state, usual_of
from coach.domain.floss_ladder import TWO_LEG, FlossState
from coach.domain.floss_limits import withheld
from coach.domain.lifting import Lifting
from coach.domain.limits import Limits
from coach.domain.load import LoadOffer, load_offer
from coach.domain.morning import EasyMorning, next_morning
from coach.domain.moving import Moved, after_missed, crowded, done_today, missed
from coach.domain.plan_log import refused_before, standing
from coach.domain.progression import Offer, offer
from coach.domain.reason import Reason
from coach.domain.returning import Pause, Return, may_pause, pause, recheck_due, returning
from coach.domain.standing import Standing
from coach.domain.templates import DEADLIFT, FLOSS
from coach.domain.terms import Stage, Weekday

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Outlook:
    """One day under the rules over weeks.

    ``stage`` is that of today's session and ``None`` where the plan is locked. ``deloading`` asks
    for half sessions, with ``may_decline`` while that can be refused. ``lighter`` says why a
    lighter version is suggested, ``eased`` that it was not refused. ``recheck`` is why the whole
    check comes first. ``moved`` stands where yesterday's session is due today, ``crowded`` says
    why no full session fits today, ``done`` that one is finished. ``missing`` is what the next
    stage or more weight waits for, ``eased_off`` says that the latest verdict is lower.
    """

    standing: Standing
    stage: Stage | None
    floss: FlossState
    limits: Limits
    lifting: Lifting
    deloading: bool = False
    may_decline: bool = False
    lighter: Reason | None = None
    eased: bool = False
    offer: Offer | None = None
    missing: tuple[Reason, ...] = ()
    load: LoadOffer | None = None
    back: Return | None = None
    welcome: Reason | None = None
    pause: Pause | None = None
    may_pause: bool = False
    recheck: Reason | None = None
    moved: Moved | None = None
    crowded: Reason | None = None
    done: bool = False
    notes: tuple[Note, ...] = ()
    eased_off: bool = False


def outlook(facts: Facts) -> Outlook:
    """Everything that the rules say of today."""
    now, past = standing(facts.history.plans), facts.history
    floss = floss_state(facts)
    plain = Outlook(
        standing=now,
        stage=now.stage,
        floss=floss,
        limits=_limits(facts, floss),
        lifting=facts.lifting,
        recheck=recheck_due(past, facts.last_check),
        eased_off=bool(facts.looks) and facts.looks[-1].is_lower,
        notes=consult_notes(past, facts.looks, facts.ticks, floss, facts.told),
    )
    return plain if now.stage is None else _open(plain, facts)


def _open(plain: Outlook, facts: Facts) -> Outlook:
    """The same for a plan that is open."""
    past, now = facts.history, plain.standing
    back, rests = returning(past), pause(past)
    following = offer(past, facts.effect, facts.load_step)
    load, lighter = _load(facts, now), _lighter(facts, now)
    return replace(
        plain,
        stage=_stage(now, back),
        deloading=now.deload_since is not None,
        may_decline=now.deload_since is not None and not refused_before(past.plans),
        offer=following if isinstance(following, Offer) and rests is None else None,
        missing=() if isinstance(following, Offer) else following,
        load=load if rests is None else None,
        back=back,
        welcome=welcome_back(past),
        pause=rests,
        may_pause=may_pause(past),
        moved=_moved(facts),
        crowded=crowded(past, past.today),
        done=done_today(past),
        lighter=lighter,
        eased=lighter is not None and lighter.rule not in facts.declined,
    )


def _stage(now: Standing, back: Return | None) -> Stage | None:
    """The deload's stage, or the lower one of the first session after a gap (D2, R13)."""
    stage = now.stage if now.deload_stage is None else now.deload_stage
    if stage is None or back is None or back.restart:
        return stage
    return min(stage, back.stage, key=lambda one: one.level)


def _lighter(facts: Facts, now: Standing) -> Reason | None:
    """The easy version of D1 or E5; within a deload the sessions are lighter already."""
    if now.deload_since is not None:
        return None
    found: EasyMorning | EasyDay | None = next_morning(facts.history)
    if found is None and _rated_lately(facts):
        found = easy_day(facts.history)
    return None if found is None else found.reason


def _rated_lately(facts: Facts) -> bool:
    """A rating from before yesterday says nothing of today (D1)."""
    rated = facts.history.rated
    return bool(rated) and rated[-1].day >= facts.today - _DAY


def _load(facts: Facts, now: Standing) -> LoadOffer | None:
    most = facts.most_kg.get(now.stage) if now.stage is not None else None
    found = load_offer(facts.history, facts.effect, facts.load_kg or 0, most, facts.load_step)
    return found if isinstance(found, LoadOffer) else None


def _moved(facts: Facts) -> Moved | None:
    """Yesterday's full session, where it was missed and fits today (R10)."""
    yesterday = facts.today - _DAY
    past = facts.history
    planned = Weekday.of(yesterday) in facts.days and yesterday >= past.start
    if not planned or not facts.open_on(yesterday) or not missed(past, yesterday):
        return None
    if "R10" in facts.declined or crowded(past, yesterday) is not None:
        return None
    found = after_missed(past, yesterday, facts.days)
    return found if isinstance(found, Moved) else None


def _limits(facts: Facts, floss: FlossState) -> Limits:
    """What effort, discomfort and floss leave for today's session (E1, E4, N1, N2, N5, R2)."""
    told = guidance(facts.history)
    flare = withheld(facts.history, lambda day: usual_of(facts, day))
    return Limits(
        without=frozenset(name for name, one in told.items() if one.removed_until is not None),
        steps_down={name: one.steps_down for name, one in told.items() if one.steps_down},
        two_leg=floss.two_leg,
        half_range=floss.half_range,
        no_floss=bool(flare),
        load_kg=facts.load_kg,
        why=_by_exercise(told, floss, flare),
    )


def _by_exercise(
    told: Mapping[str, Guidance], floss: FlossState, flare: tuple[Reason, ...]
) -> Mapping[str, tuple[Reason, ...]]:
    """The reasons of each exercise; what keeps both legs down belongs to the hinge (N2)."""
    found = {name: one.reasons for name, one in told.items()}
    hinge = tuple(why for why in floss.reasons if why.text == TWO_LEG)
    own = tuple(why for why in floss.reasons if why.text != TWO_LEG)
    for name, more in ((FLOSS, (*own, *flare)), (DEADLIFT, hinge)):
        if more:
            found[name] = (*found.get(name, ()), *more)
    return found
