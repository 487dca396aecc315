"""The sentences about discomfort, floss, consult notes and regularity: complete and fillable."""

from __future__ import annotations

from collections.abc import Mapping

from coach.domain.checked_texts import exact_texts
from coach.domain.reason import Texts

_PLAIN = """
effort.go_on effort.not_given effort.easier_now effort.too_much effort.sharp effort.tingling
effort.dizzy effort.wrong effort.easier_next effort.lower_after effort.soreness
effort.easier_later effort.tingling_later effort.smaller_range
effort.why_e1 effort.why_e2 effort.why_e3 effort.why_s8
floss.echo floss.rests floss.silent floss.ends floss.why_n1 floss.why_n2 floss.why_n4 floss.why_x4
floss.half_range floss.two_leg floss.removed floss.check floss.red floss.clearance floss.gentle
floss.step_up floss.held floss.least
floss.flare floss.stretch
gate_floss.n3 gate_floss.n4 gate_floss.n4_both gate_floss.question gate_floss.cleared
consult.c1 consult.c1b consult.c2 consult.c3_deload consult.c3_drop consult.c3_exercise
consult.c3_floss consult.c4 consult.c5 consult.c6 consult.c7
adherence.welcome adherence.welcome_long adherence.dose adherence.habit
"""
CARE_FIELDS: Mapping[str, frozenset[str]] = {
    **dict.fromkeys(_PLAIN.split(), frozenset()),
    "effort.removed": frozenset({"days"}),
    "floss.locked": frozenset({"days"}),
}
"""Every sentence that is used, by id, and what is filled in."""


def care_texts(tables: Mapping[str, object], file: str) -> Texts:
    """Every sentence of ``texts/care.<language>.toml`` by its id.

    Raises ``ContentError`` for one that is missing, unknown, no text, or that does not name
    exactly what is filled in.
    """
    return exact_texts(tables, file, CARE_FIELDS)
