"""The sentences that decisions are told with: all there, and with no word that nobody fills in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from coach.domain.checked_texts import named_in, read_texts
from coach.domain.content_error import ContentError
from coach.domain.reason import Texts

# Each sentence that is used, by id, and the words in braces that it is given.
_USED = """
days.three count
days.adjacent first second
days.only_full
gate.sit_bone
gate.unsteady
gate.very_tight
stage.amber
stage.high_rating
stage.trained
stage.default
stage.asked
stage.capped
stage.below_range
emphasis.balanced
emphasis.front
emphasis.glute
emphasis.nerve_like
emphasis.tucked
emphasis.old_injury
emphasis.sitting
emphasis.by_hand
emphasis.also name
emphasis.overlap count
emphasis.sitting_note
emphasis.guarding
emphasis.no_ease
pattern.sitting
pattern.front
pattern.glute
pattern.nerve_like
pattern.tucked
pattern.old_injury
pattern.balanced
floss_level.locked
floss_level.f0
floss_level.f1
week.gentle
week.usual
lock.now
lock.soon
lock.red
lock.clearance
lock.out
modifier.M-NERVE1
modifier.M-NERVE2
modifier.M-SIT
modifier.M-STRAIN
modifier.M-HIP
modifier.M-KNEE
modifier.M-BONE
modifier.M-PREG
modifier.M-BAL
modifier.M-BP
modifier.M-BACK
lift.strain_waits days
lift.strain_over days
lift.sit_waits days
lift.sit_over days
lift.steady_waits done needed
lift.steady_over needed
lift.kneeling
weekday.mon
weekday.tue
weekday.wed
weekday.thu
weekday.fri
weekday.sat
weekday.sun
stage_name.S0
stage_name.S1
stage_name.S2
stage_name.S3
stage_name.S4
speech.rest set
speech.rest_last
speech.last_one
speech.new_since
speech.new_stop
speech.new_go
speech.left
speech.right
speech.sample
audio.no_check
audio.locked
audio.paused
audio.rest day
audio.too_far day
audio.no_voice why
audio.opening
audio.title date day kind
audio.full
audio.half
audio.light
audio.micro
audio.extended
audio.chapter name
audio.chapter_set name set sets
audio.chapter_side name side
audio.chapter_both name set sets side
change.days days
change.emphasis name
change.step_down stage
dose.breaths breaths
dose.bridge reps sets
dose.bridge_one reps
dose.positions breaths positions
dose.positions_one breaths
dose.reps reps sets
dose.reps_one reps
dose.both reps sets
dose.both_one reps
dose.holds hold_s sets
dose.half_range
dose.load load_kg
dose.load_most most_kg
review.offer days next
review.cap
review.plateau
next_stage.S1
next_stage.S2
next_stage.S3
next_stage.S4
equipment.mat
equipment.block
equipment.cushion
equipment.pad
equipment.chair
equipment.wall
equipment.weight
"""


def guidance_texts(tables: Mapping[str, object], file: str) -> Texts:
    """Every sentence by its id. Raises ``ContentError`` for one that is missing, is no text, or
    holds a word in braces that it is not given."""
    texts = read_texts(tables, file)
    for text_id, given in _used():
        if text_id not in texts:
            raise ContentError(file, text_id, "is missing")
        _check(texts[text_id], given, file, text_id)
    return texts


def _used() -> Iterator[tuple[str, frozenset[str]]]:
    for line in _USED.strip().splitlines():
        text_id, *given = line.split()
        yield text_id, frozenset(given)


def _check(text: str, given: frozenset[str], file: str, text_id: str) -> None:
    if unknown := sorted(named_in(text, file, text_id) - given):
        raise ContentError(file, text_id, f"nothing is filled in for {{{unknown[0]}}}")
