"""The contact sheet's rows: nothing that the figure does is left out."""

from __future__ import annotations

from itertools import pairwise

import pytest

from coach.app.figure_index import index_html
from coach.app.figure_rows import STRIP_SHOTS, Row, rows
from coach.domain.terms import PhaseKind, Side
from support.book import real_book
from support.rounds import CASES


def found(exercise: str, variant: str) -> tuple[Row, ...]:
    one = real_book().catalog[exercise]
    return rows(real_book(), one, one.variants[variant])


@pytest.mark.parametrize(("exercise", "variant"), CASES)
def test_every_side_position_and_phase_has_its_key_pose(exercise: str, variant: str) -> None:
    shape = real_book().catalog[exercise].variants[variant]
    keys = {
        (shot.phase.side, shot.phase.position, shot.phase.kind)
        for row in found(exercise, variant)
        for shot in row.shots
        if shot.is_key and shot.phase.kind.is_work
    }
    sides = tuple(Side) if shape.sided else (None,)
    places = range(1, shape.positions + 1) if exercise == "hip_flexor_release" else (None,)
    hold = {PhaseKind.HOLD} if exercise == "single_leg_deadlift" else set()
    for side in sides:
        for place in places:
            for kind in set(shape.phases) - hold:
                assert (side, place, kind) in keys


@pytest.mark.parametrize(("exercise", "variant"), CASES)
def test_two_postures_lie_before_each_key_pose(exercise: str, variant: str) -> None:
    for row in found(exercise, variant):
        for phase in {id(shot.phase): shot.phase for shot in row.shots}.values():
            shares = [shot.share for shot in row.shots if shot.phase is phase]
            between = [] if phase.kind is PhaseKind.GET_READY else [1 / 3, 2 / 3]
            assert shares == [*between, 1.0]


def test_a_strip_runs_evenly_through_one_rep() -> None:
    for row in found("nerve_floss", "standard"):
        times = [shot.phase.start_ms + shot.share * shot.phase.duration_ms for shot in row.strip]
        steps = [b - a for a, b in pairwise(times)]
        assert len(times) == STRIP_SHOTS
        assert steps == pytest.approx([steps[0]] * len(steps))
        assert times[0] == min(s.phase.start_ms for s in row.shots if s.phase is row.strip[0].phase)


def test_the_index_names_every_page_and_escapes_what_it_says() -> None:
    page = index_html([("a.png", "Bridge & <b>"), ("b.png", "Swing")], "#ffffff", "#000000")
    assert page.count("<img ") == 2
    assert "Bridge &amp; &lt;b&gt;" in page
    assert '<html lang="en">' in page
