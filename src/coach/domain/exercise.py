"""Reads exercise files into values and checks that they hold together.

``parse_exercise`` takes what a TOML reader returned; ``parse_catalog`` takes all files. Both
raise ``ContentError`` with file, key and reason; an unknown key is an error.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from coach.domain.content import Table
from coach.domain.content_error import ContentError
from coach.domain.exercise_model import (
    DEFAULT_LANGUAGE,
    Catalog,
    Exercise,
    Variant,
    VariantTags,
)
from coach.domain.exercise_text import ExerciseText, VariantText, check_templates, read_text
from coach.domain.glow import GLOW_AREAS
from coach.domain.pose import Pose
from coach.domain.pose_file import read_poses
from coach.domain.props import read_props
from coach.domain.terms import PhaseKind

__all__ = [
    "Catalog",
    "ContentError",
    "Exercise",
    "ExerciseText",
    "Variant",
    "VariantTags",
    "VariantText",
    "parse_catalog",
    "parse_exercise",
]


def parse_catalog(files: Mapping[str, Mapping[str, Any]]) -> Catalog:
    """File name → parsed TOML. A file is named after the exercise in it."""
    exercises = {}
    for source, data in files.items():
        exercise = parse_exercise(data, source)
        if exercise.id in exercises:
            raise ContentError(source, "id", f"'{exercise.id}' is used by another file")
        exercises[exercise.id] = exercise
    return Catalog(exercises)


def parse_exercise(data: Mapping[str, Any], source: str) -> Exercise:
    """One exercise from its table; ``source`` is the file name for messages."""
    table = Table(data, source)
    frame = _Frame(table)
    texts = table.table("text")
    exercise = Exercise(
        id=table.text("id"),
        rules=table.texts("rules", required=True),
        sources=table.texts("sources", required=True),
        variants=_variants(table.table("variants"), frame),
        texts={lang: read_text(texts.table(lang)) for lang in texts.names},
    )
    table.done()
    _check(exercise, source)
    return exercise


class _Frame:
    """What the exercise says for all its variants."""

    def __init__(self, table: Table) -> None:
        self.equipment = table.texts("equipment", required=True)
        self.phases = _phases(table)
        self.positions = table.integer("positions", 1)
        self.sided = table.flag("sided")
        self.glow = _glow(table)
        self.props = table.values("props")
        self.pose_table = table.table("poses", required=False)
        self.poses = read_poses(self.pose_table)


def _phases(table: Table) -> tuple[PhaseKind, ...]:
    kinds = {kind.value: kind for kind in PhaseKind if kind.is_work}
    names = table.texts("phases", required=True)
    for name in names:
        if name not in kinds:
            raise table.fail("phases", f"has '{name}', which is no kind of work")
    return tuple(kinds[name] for name in names)


def _glow(table: Table) -> tuple[str, ...]:
    names = table.texts("glow")
    for name in names:
        if name not in GLOW_AREAS:
            raise table.fail("glow", f"has '{name}', which is no area of the body")
    return names


def _variants(table: Table, frame: _Frame) -> dict[str, Variant]:
    variants: dict[str, Variant] = {}
    for key in table.names:
        own = table.table(key)
        base_id = own.text("base", "")
        if base_id and base_id not in variants:
            raise own.fail("base", f"names no variant above it: '{base_id}'")
        variants[key] = _variant(key, own, frame, variants.get(base_id))
    if not variants:
        raise table.fail("", "holds no variant")
    for variant in variants.values():
        _check_links(table, variant, variants)
    return variants


def _variant(key: str, table: Table, frame: _Frame, base: Variant | None) -> Variant:
    poses = {**frame.poses, **(base.poses if base else {})}
    poses |= read_poses(table.table("poses", required=False), frame.pose_table)
    props = table.values("props") if "props" in table else frame.props
    variant = Variant(
        id=key,
        tags=_tags(table.table("tags", required=False)),
        easier=table.text("easier", "") or None,
        harder=table.text("harder", "") or None,
        equipment=table.texts("equipment") if "equipment" in table else frame.equipment,
        phases=frame.phases,
        positions=table.integer("positions", frame.positions),
        sided=table.choice_flag("sided", default=frame.sided),
        glow=_glow(table) if "glow" in table else frame.glow,
        props=base.props if base and "props" not in table else read_props(table, props),
        poses=poses,
        motion=_motion(table, poses, base),
        still=table.text("still", base.still if base else ""),
    )
    table.done()
    _check_motion(table, variant)
    return variant


def _tags(table: Table) -> VariantTags:
    tags = VariantTags(
        lying=table.flag("lying"),
        kneeling=table.flag("kneeling"),
        hinge_deg=table.integer("hinge_deg", 0),
        side_bend=table.flag("side_bend"),
        rotation=table.flag("rotation"),
        load=table.flag("load"),
        balance=table.flag("balance"),
    )
    if not 0 <= tags.hinge_deg <= 120:
        raise table.fail("hinge_deg", "must be from 0 to 120")
    table.done()
    return tags


def _motion(table: Table, poses: Mapping[str, Pose], base: Variant | None) -> dict[str, str]:
    motion = dict(base.motion) if base else {}
    own = table.table("motion", required=False)
    kinds = {kind.value for kind in PhaseKind} | {"start"}
    for key in own.names:
        if key not in kinds and key[:-2] not in kinds:
            raise own.fail(key, "is no kind of phase, with or without a position like _2")
        motion[key] = own.text(key)
        if motion[key] not in poses:
            raise own.fail(key, f"names no pose '{motion[key]}'")
    return motion


def _check_motion(table: Table, variant: Variant) -> None:
    for key in ("start", *(kind.value for kind in variant.phases)):
        if key not in variant.motion:
            raise table.fail(f"motion.{key}", "is missing: every phase needs a pose")
    if variant.still not in variant.poses:
        raise table.fail("still", f"names no pose '{variant.still}'")
    if not 1 <= variant.positions <= 3:
        raise table.fail("positions", "must be from 1 to 3")


def _check_links(table: Table, variant: Variant, variants: Mapping[str, Variant]) -> None:
    for key, target in (("easier", variant.easier), ("harder", variant.harder)):
        if target is not None and (target not in variants or target == variant.id):
            raise table.fail(f"{variant.id}.{key}", f"names no other variant '{target}'")


def _check(exercise: Exercise, source: str) -> None:
    if exercise.id != source.rsplit("/", 1)[-1].removesuffix(".toml"):
        raise ContentError(source, "id", f"'{exercise.id}' differs from the name of the file")
    if DEFAULT_LANGUAGE not in exercise.texts:
        raise ContentError(source, f"text.{DEFAULT_LANGUAGE}", "is missing")
    for lang, text in exercise.texts.items():
        key = f"text.{lang}"
        for name in text.variants:
            if name not in exercise.variants:
                raise ContentError(source, f"{key}.variants.{name}", "is no variant")
        for variant in exercise.variants.values():
            if variant.id not in text.variants:
                raise ContentError(source, f"{key}.variants.{variant.id}", "is missing")
            check_templates(text, variant.id, sided=variant.sided, file=source, key=key)
            _check_words(text, variant, source, key)


def _check_words(text: ExerciseText, variant: Variant, source: str, key: str) -> None:
    """Every phase has its cue and every spoken moment its phrase."""
    own = text.variants[variant.id]
    for part, needed, have in (
        ("cue", _cues_of(variant), text.cue.keys() | own.cue.keys()),
        ("say", _phrases_of(variant), text.say.keys() | own.say.keys()),
    ):
        for name in needed:
            if name not in have:
                raise ContentError(source, f"{key}.{part}.{name}", f"is missing for '{variant.id}'")


def _cues_of(variant: Variant) -> Sequence[str]:
    cues = ["get_ready", "rest", *(kind.value for kind in variant.phases)]
    if variant.sided:
        cues.append("switch_side")
    return cues + [f"change_position_{n}" for n in range(2, variant.positions + 1)]


def _phrases_of(variant: Variant) -> Sequence[str]:
    phrases = ["next", "ready", *(kind.value for kind in variant.phases)]
    if variant.sided:
        phrases.append("switch")
    return phrases + [f"position_{n}" for n in range(2, variant.positions + 1)]
