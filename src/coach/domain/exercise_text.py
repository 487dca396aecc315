"""What an exercise says, in one language: names, steps, cues and spoken phrases.

Texts are written once for both sides (R3): ``{side}`` and ``{other}`` stand for the working side
and its other, ``{Side}`` and ``{Other}`` for the same words at the start of a sentence.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from coach.domain.content import Table
from coach.domain.content_error import ContentError
from coach.domain.terms import PhaseKind, Side

SAY_KEYS = frozenset(
    {"next", "ready", "switch", "position_1", "position_2", "position_3"}
    | {kind.value for kind in PhaseKind if kind.is_work}
)
_SIDED = frozenset({"switch", "switch_side"})


@dataclass(frozen=True, slots=True)
class VariantText:
    """Texts of one variant. Empty ``steps`` and missing cues or phrases mean the exercise's."""

    name: str
    hint: str
    easier: str
    harder: str
    steps: tuple[str, ...]
    cue: Mapping[str, str]
    say: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class ExerciseText:
    """Texts of one exercise in one language; ``sides`` holds the two side words."""

    name: str
    short: str
    why: str
    steps: tuple[str, ...]
    cautions: tuple[str, ...]
    cue: Mapping[str, str]
    say: Mapping[str, str]
    sides: Mapping[Side, str]
    variants: Mapping[str, VariantText]

    def filled(self, template: str, side: Side | None) -> str:
        """``template`` with its side words; ``side`` may be ``None`` where it has none."""
        if "{" not in template:
            return template
        if side is None:
            raise ValueError(f"'{template}' needs a side")
        here, there = self.sides[side], self.sides[side.other]
        return template.format(side=here, other=there, Side=_capital(here), Other=_capital(there))


def _capital(word: str) -> str:
    return word[:1].upper() + word[1:]


def read_text(table: Table) -> ExerciseText:
    """One ``[text.<language>]`` table. Raises ``ContentError``."""
    sides = table.table("sides")
    variants = table.table("variants")
    text = ExerciseText(
        name=table.text("name"),
        short=table.text("short"),
        why=table.text("why"),
        steps=table.texts("steps", required=True),
        cautions=table.texts("cautions", required=True),
        cue=_cues(table.table("cue")),
        say=_phrases(table.table("say")),
        sides={side: sides.text(side.value) for side in Side},
        variants={key: _variant(variants.table(key)) for key in variants.names},
    )
    sides.done()
    table.done()
    return text


def _variant(table: Table) -> VariantText:
    text = VariantText(
        name=table.text("name"),
        hint=table.text("hint"),
        easier=table.text("easier", ""),
        harder=table.text("harder", ""),
        steps=table.texts("steps"),
        cue=_cues(table.table("cue", required=False)),
        say=_phrases(table.table("say", required=False)),
    )
    table.done()
    return text


def _cues(table: Table) -> dict[str, str]:
    kinds = {kind.value for kind in PhaseKind}
    for key in table.names:
        if key not in kinds and key[:-2] not in kinds:
            raise table.fail(key, "is no kind of phase, with or without a position like _2")
    return _templates(table)


def _phrases(table: Table) -> dict[str, str]:
    for key in table.names:
        if key not in SAY_KEYS:
            raise table.fail(key, f"is no known phrase (known: {', '.join(sorted(SAY_KEYS))})")
    return _templates(table)


def _templates(table: Table) -> dict[str, str]:
    return {key: table.text(key) for key in table.names}


def check_templates(text: ExerciseText, variant: str, *, sided: bool, file: str, key: str) -> None:
    """Every text that ``variant`` can show fills without rest; raises ``ContentError``."""
    own = text.variants[variant]
    words = [*{**text.cue, **own.cue}.items(), *{**text.say, **own.say}.items()]
    templates = [own.hint, own.easier, own.harder, *(own.steps or text.steps), *text.cautions]
    templates += [template for name, template in words if sided or name not in _SIDED]
    for template in templates:
        try:
            text.filled(template, Side.RIGHT if sided else None)
        except (KeyError, IndexError, ValueError) as error:
            reason = f"cannot be filled for '{variant}': '{template}' ({error})"
            raise ContentError(file, key, reason) from error
