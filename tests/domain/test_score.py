"""Times by the formula T1 and the table of 3.3, to the second; phases without gap."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.domain.dose import Item, Pace
from coach.domain.plan import Plan, Wishes, plan_day
from coach.domain.score import compile_timeline, tempo_ms
from coach.domain.terms import Emphasis, Floss, PhaseKind, Side, Stage, Template, Weekday
from coach.domain.timeline import Timeline
from support.book import plan_for, real_book

TWO_LEG = {"q11": ["d"]}
STRETCH_OFF = {"q11": ["f"]}


def seconds(template: Template, wishes: Wishes, **changes: object) -> int:
    plan = plan_for(wishes, **changes)
    assert plan.situation is not None
    day = plan_day(Weekday.MON, template, plan.situation, real_book(), plan.pace)
    return day.planned_ms // 1000


@pytest.mark.parametrize(
    ("stage", "emphasis", "changes", "planned"),
    [
        ("S0", "balanced", {}, "5:58"),
        ("S0", "glute", {}, "5:58"),
        ("S0", "tucked", {}, "5:58"),
        ("S1", "balanced", {}, "9:33"),
        ("S1", "front", {}, "9:33"),
        ("S1", "glute", {}, "9:27"),
        ("S1", "balanced", TWO_LEG, "9:57"),
        ("S1", "glute", TWO_LEG, "9:51"),
        ("S2", "balanced", {}, "11:45"),
        ("S2", "glute", {}, "11:39"),
        ("S2", "tucked", {}, "11:10"),
        ("S2", "tucked", STRETCH_OFF, "9:13"),
        ("S3", "balanced", {}, "11:13"),
        ("S3", "glute", {}, "11:07"),
        ("S4", "balanced", {}, "11:53"),
        ("S4", "glute", {}, "11:47"),
        ("S4", "tucked", {}, "11:18"),
    ],
)
def test_full_sessions_take_the_time_of_the_table(
    stage: str, emphasis: str, changes: dict[str, object], planned: str
) -> None:
    wishes = Wishes(stage=Stage(stage), emphasis=Emphasis(emphasis))
    assert seconds(Template.FULL, wishes, **changes) == in_seconds(planned)


@pytest.mark.parametrize(
    ("template", "stage", "floss", "planned"),
    [
        ("light", "S1", "F1", "3:06"),
        ("light", "S2", "F1", "4:07"),
        ("light", "S1", "F2", "4:52"),
        ("light", "S2", "F2", "5:53"),
        ("light", "S0", "F-LOCK", "3:20"),
        ("light", "S1", "F-LOCK", "3:20"),
        ("light", "S2", "F-LOCK", "4:21"),
        ("micro", "S1", "F1", "2:34"),
        ("half", "S1", "F1", "6:30"),
        ("half", "S4", "F1", "6:30"),
        ("half", "S0", "F1", "4:43"),
        ("extended", "S4", "F1", "17:57"),
        ("full", "S0", "F0", "7:07"),
    ],
)
def test_other_templates_take_the_time_of_the_table(
    template: str, stage: str, floss: str, planned: str
) -> None:
    wishes = Wishes(stage=Stage(stage), floss=Floss(floss))
    assert seconds(Template(template), wishes) == in_seconds(planned)


def test_the_floss_as_an_extra_shows_its_own_time() -> None:
    wishes = Wishes(stage=Stage.S2, extra_floss=True)
    assert seconds(Template.FULL, wishes) == in_seconds("13:26")


def in_seconds(text: str) -> int:
    minutes, rest = text.split(":")
    return int(minutes) * 60 + int(rest)


def items_of(plan: Plan, weekday: Weekday = Weekday.MON) -> tuple[Item, ...]:
    return plan.day(weekday).items


def by_formula(items: tuple[Item, ...], pace: Pace) -> int:
    """T1 written out once more, from the doses alone, in milliseconds."""
    parts: dict[str, Callable[[Item], int]] = {
        "opening_breath": lambda i: (i.dose.breaths or 0) * pace.cycle_ms,
        "pelvic_rock": lambda i: (i.dose.breaths or 0) * pace.cycle_ms,
        "breathing_bridge": lambda i: (
            i.dose.sets * (pace.inhale_ms + (i.dose.reps or 0) * pace.cycle_ms)
            + (i.dose.sets - 1) * i.dose.rest_s * 1000
        ),
        "hip_flexor_release": lambda i: (
            2
            * (
                (i.dose.positions or 0) * (i.dose.breaths or 0) * pace.cycle_ms
                + ((i.dose.positions or 0) - 1) * 8000
            )
            + 12000
        ),
        "hamstring_ease": lambda _: 2 * (2 * 20000 + 6000) + 10000,
    }
    total = sum(parts.get(item.exercise, _reps)(item) for item in items)
    return total + 10000 * (len(items) - 1) + 5000 * len(items) + 20000


def _reps(item: Item) -> int:
    dose = item.dose
    rep_ms = sum(tempo_ms(dose.tempo or ""))
    sides = 2 if dose.per_side else 1
    one_set = sides * (dose.reps or 0) * rep_ms + (6000 if dose.per_side else 0)
    return dose.sets * one_set + (dose.sets - 1) * dose.rest_s * 1000


@given(
    stage=st.sampled_from(Stage),
    floss=st.sampled_from(Floss),
    emphasis=st.sampled_from(Emphasis),
    template=st.sampled_from(Template),
    inhale=st.integers(3000, 5000),
    exhale=st.integers(4000, 8000),
    side=st.sampled_from(Side),
)
def test_every_session_follows_the_formula(
    stage: Stage,
    floss: Floss,
    emphasis: Emphasis,
    template: Template,
    inhale: int,
    exhale: int,
    side: Side,
) -> None:
    plan = plan_for(Wishes(stage=stage, floss=floss, emphasis=emphasis))
    assert plan.situation is not None
    pace = Pace(inhale, exhale)
    items = plan_day(Weekday.MON, template, plan.situation, real_book(), pace).items
    timeline = compile_timeline(items, real_book(), pace=pace, first_side=side)
    assert timeline.total_ms == by_formula(items, pace)
    assert_whole(timeline)


def assert_whole(timeline: Timeline) -> None:
    assert timeline.phases[0].kind is PhaseKind.CHECK
    assert timeline.phases[-1].kind is PhaseKind.RATE
    assert sum(p.duration_ms for p in timeline) == timeline.total_ms
    for before, after in zip(timeline.blocks, timeline.blocks[1:], strict=False):
        assert before.end_ms <= after.start_ms
    for phase in timeline:
        if phase.kind.is_work:
            inside = [b for b in timeline.blocks if b.start_ms <= phase.start_ms < b.end_ms]
            assert [b.item for b in inside] == [phase.item]


@given(side=st.sampled_from(Side))
def test_sides_mirror_each_other(side: Side) -> None:
    items = items_of(plan_for())
    one = compile_timeline(items, real_book(), first_side=side)
    other = compile_timeline(items, real_book(), first_side=side.other)
    assert [(p.start_ms, p.kind) for p in one] == [(p.start_ms, p.kind) for p in other]
    for a, b in zip(one, other, strict=True):
        assert (a.side is None) == (b.side is None)
        if a.side is not None and b.side is not None:
            assert a.side is b.side.other


def test_a_bridge_set_begins_with_a_breath_in_and_lifts_on_the_way_out() -> None:
    timeline = compile_timeline(items_of(plan_for()), real_book())
    first = [p.kind for p in timeline if p.exercise == "breathing_bridge" and p.set == 1][1:12]
    assert first == [PhaseKind.INHALE, *([PhaseKind.EXHALE, PhaseKind.INHALE] * 5)]


def test_words_are_spoken_while_learning_only() -> None:
    timeline = compile_timeline(items_of(plan_for()), real_book())
    bridge = [p for p in timeline if p.exercise == "breathing_bridge" and p.kind.is_work]
    assert all(p.say for p in bridge if p.set in (1, 2))
    assert not any(p.say for p in bridge if p.set == 3)


def test_a_day_without_items_has_no_phases() -> None:
    assert compile_timeline((), real_book()).total_ms == 0
