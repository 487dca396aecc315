from __future__ import annotations

from coach.cues.tone_rules import Tone, ToneAt, tones
from coach.domain.terms import PhaseKind
from coach.domain.timeline import Phase
from support.cue_scores import K, part, score, session


def heard(*phases: Phase) -> list[tuple[int, Tone]]:
    return [(cue.at_ms, cue.tone) for cue in tones(score(*phases).phases)]


def rep(kind: PhaseKind, duration_ms: int, number: int) -> Phase:
    return part(kind, duration_ms, item=0, set=1, rep=number)


def test_breath_has_a_tone_for_in_and_for_out_and_one_when_done() -> None:
    assert heard(rep(K.INHALE, 4_000, 1), rep(K.EXHALE, 6_000, 1)) == [
        (0, Tone.IN),
        (4_000, Tone.OUT),
        (10_000, Tone.DONE),
    ]


def test_get_ready_ticks_its_last_three_seconds() -> None:
    found = heard(part(K.GET_READY, 5_000, item=0), rep(K.INHALE, 4_000, 1))
    assert found[:4] == [
        (2_000, Tone.TICK),
        (3_000, Tone.TICK),
        (4_000, Tone.TICK),
        (5_000, Tone.IN),
    ]


def test_a_rest_ticks_only_before_work() -> None:
    before_work = heard(part(K.REST, 20_000, item=0), rep(K.INHALE, 4_000, 1))
    before_move = heard(part(K.REST, 20_000, item=0), part(K.MOVE, 10_000, item=1))
    assert [tone for _, tone in before_work].count(Tone.TICK) == 3
    assert Tone.TICK not in [tone for _, tone in before_move]


def test_deadlift_lowers_on_in_and_rises_on_out_more_quietly() -> None:
    phases = (rep(K.LOWER, 3_000, 1), rep(K.HOLD, 1_000, 1), rep(K.RAISE, 2_000, 1))
    found = tones(score(*phases).phases)
    assert found[:2] == (ToneAt(0, Tone.IN, 0.6), ToneAt(4_000, Tone.OUT, 0.6))


def test_brisk_repetitions_only_tick() -> None:
    phases = [rep(kind, 2_000, n) for n in (1, 2) for kind in (K.LOWER, K.RAISE)]
    assert [tone for _, tone in heard(*phases)] == [
        Tone.TICK,
        Tone.TOCK,
        Tone.TICK,
        Tone.TOCK,
        Tone.DONE,
    ]


def test_every_change_is_announced_and_short_holds_are_silent() -> None:
    kinds = (K.MOVE, K.CHANGE_POSITION, K.SWITCH_SIDE, K.REST)
    assert [t for _, t in heard(*(part(kind, 4_000) for kind in kinds))][:4] == [Tone.CHANGE] * 4
    assert [t for _, t in heard(rep(K.HOLD, 1_000, 1))] == [Tone.DONE]
    assert [t for _, t in heard(rep(K.HOLD, 20_000, 1))] == [Tone.CHANGE, Tone.DONE]


def test_tones_come_in_order_and_nothing_makes_nothing() -> None:
    moments = [cue.at_ms for cue in tones(session(5).phases)]
    assert moments == sorted(moments)
    assert tones(()) == ()
