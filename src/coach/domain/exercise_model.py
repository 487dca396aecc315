"""Exercises as values: variants with tags, poses and texts, and the catalogue of all of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from coach.domain.exercise_text import ExerciseText, VariantText
from coach.domain.pose import Pose
from coach.domain.props import PropSpec
from coach.domain.terms import PhaseKind, Side

DEFAULT_LANGUAGE = "en"


@dataclass(frozen=True, slots=True)
class VariantTags:
    """What a variant asks of the body; modifiers filter on these (K18)."""

    lying: bool = False
    kneeling: bool = False
    hinge_deg: int = 0
    side_bend: bool = False
    rotation: bool = False
    load: bool = False
    balance: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Variant:
    """One way to do an exercise.

    ``phases`` are the kinds of work it consists of, ``positions`` how many it has, ``sided``
    whether each side works alone. ``motion`` maps phase kinds (``exhale``, or ``exhale_2`` in
    position 2) to names in ``poses``; ``start`` is the resting place between them.
    """

    id: str
    tags: VariantTags
    easier: str | None
    harder: str | None
    equipment: tuple[str, ...]
    phases: tuple[PhaseKind, ...]
    positions: int
    sided: bool
    glow: tuple[str, ...]
    props: tuple[PropSpec, ...]
    poses: Mapping[str, Pose]
    motion: Mapping[str, str]
    still: str

    def pose(self, kind: PhaseKind, position: int | None = None) -> Pose:
        """The target pose of a phase; kinds without their own are the start pose."""
        place = f"_{position}" if position and position > 1 else ""
        for key in (f"{kind.value}{place}", kind.value, f"start{place}"):
            if key in self.motion:
                return self.poses[self.motion[key]]
        return self.start

    @property
    def start(self) -> Pose:
        return self.poses[self.motion["start"]]


@dataclass(frozen=True, slots=True, eq=False)
class Exercise:
    """One exercise file: ids of rules and sources, variants in order of ease, texts."""

    id: str
    rules: tuple[str, ...]
    sources: tuple[str, ...]
    variants: Mapping[str, Variant]
    texts: Mapping[str, ExerciseText]

    def variant(self, variant_id: str) -> Variant:
        """Raises ``KeyError`` for an unknown id."""
        return self.variants[variant_id]

    def text(self, lang: str = DEFAULT_LANGUAGE) -> ExerciseText:
        """Texts in ``lang`` (also ``de`` for ``de_AT``), else in English."""
        for key in (lang, lang.replace("-", "_").split("_")[0]):
            if key in self.texts:
                return self.texts[key]
        return self.texts[DEFAULT_LANGUAGE]

    def variant_text(self, variant: Variant | str, lang: str = DEFAULT_LANGUAGE) -> VariantText:
        return self.text(lang).variants[_id(variant)]

    def hint(
        self, variant: Variant | str, lang: str = DEFAULT_LANGUAGE, side: Side | None = None
    ) -> str:
        """A few words that set this variant apart, for example "toes down, hand on the wall"."""
        return self.text(lang).filled(self.variant_text(variant, lang).hint, self._side(side))

    def steps(
        self, variant: Variant | str, lang: str = DEFAULT_LANGUAGE, side: Side | None = None
    ) -> tuple[str, ...]:
        """How to do it, for one side."""
        text = self.text(lang)
        steps = self.variant_text(variant, lang).steps or text.steps
        return tuple(text.filled(step, self._side(side)) for step in steps)

    def cautions(self, lang: str = DEFAULT_LANGUAGE, side: Side | None = None) -> tuple[str, ...]:
        text = self.text(lang)
        return tuple(text.filled(caution, self._side(side)) for caution in text.cautions)

    def cue(
        self,
        variant: Variant | str,
        kind: PhaseKind,
        position: int | None = None,
        side: Side | None = None,
        lang: str = DEFAULT_LANGUAGE,
    ) -> str:
        """The sentence on screen during a phase; empty where the exercise has none."""
        text = self.text(lang)
        own = self.variant_text(variant, lang).cue
        keys = (f"{kind.value}_{position}", kind.value) if position else (kind.value,)
        for key in keys:
            for cues in (own, text.cue):
                if key in cues:
                    return text.filled(cues[key], self._side(side))
        return ""

    def say(
        self,
        variant: Variant | str,
        key: str,
        side: Side | None = None,
        lang: str = DEFAULT_LANGUAGE,
    ) -> str:
        """A spoken phrase by its key (``next``, ``ready``, ``switch``, ``inhale``,
        ``position_2`` …); empty where the exercise has none."""
        text = self.text(lang)
        own = self.variant_text(variant, lang).say
        template = own.get(key, text.say.get(key, ""))
        return text.filled(template, self._side(side))

    def phrases(self, variant: Variant | str, lang: str = DEFAULT_LANGUAGE) -> set[str]:
        """All spoken phrases of a variant for both sides: what a voice pack must hold."""
        chosen = self.variants[_id(variant)]
        own = self.variant_text(variant, lang).say
        keys = {key for key in self.text(lang).say.keys() | own.keys() if _spoken(chosen, key)}
        return {self.say(variant, key, side, lang) for key in keys for side in Side}

    @staticmethod
    def _side(side: Side | None) -> Side:
        """Sided words need some side; the picture's default side is the right one."""
        return side or Side.RIGHT


def _id(variant: Variant | str) -> str:
    return variant if isinstance(variant, str) else variant.id


def _spoken(variant: Variant, key: str) -> bool:
    """False for the change of side or position that a variant does not have."""
    if key == "switch":
        return variant.sided
    if key.startswith("position_"):
        return int(key[-1]) <= variant.positions and variant.positions > 1
    return True


@dataclass(frozen=True, slots=True)
class Catalog(Mapping[str, Exercise]):
    """Exercise id → exercise, in file order."""

    exercises: Mapping[str, Exercise]

    def __getitem__(self, exercise_id: str) -> Exercise:
        return self.exercises[exercise_id]

    def __iter__(self) -> Iterator[str]:
        return iter(self.exercises)

    def __len__(self) -> int:
        return len(self.exercises)

    def phrases(self, lang: str = DEFAULT_LANGUAGE) -> set[str]:
        """Every spoken phrase of every variant."""
        return {
            phrase
            for exercise in self.values()
            for variant in exercise.variants
            for phrase in exercise.phrases(variant, lang)
        }
