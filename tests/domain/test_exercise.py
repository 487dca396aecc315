"""The eight exercise files: complete, one source for both sides, and strict about mistakes."""

from __future__ import annotations

import copy
import re
import string
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from coach.domain.exercise import Catalog, ContentError, Exercise, parse_catalog, parse_exercise
from coach.domain.terms import PhaseKind, Side

FOLDER = Path(__file__).resolve().parents[2] / "resources" / "exercises"
VARIANTS = {
    "breathing_bridge": ["low", "mid", "full", "side_lying", "chair"],
    "hip_flexor_release": ["p1_chair", "arm_down", "arm_up", "split_stance"],
    "single_leg_deadlift": [
        "two_leg_wall",
        "two_leg",
        "toe_hand",
        "toe_free",
        "foot_off_hand",
        "loaded",
    ],
    "nerve_floss": ["standard", "chair"],
    "leg_swing": ["standard", "chair"],
    "pelvic_rock": ["standard", "chair"],
    "opening_breath": ["standard", "chair"],
    "hamstring_ease": ["standard", "chair"],
}
SYLLABLES_PER_SECOND = 4.0


def raw(exercise_id: str) -> dict[str, Any]:
    return tomllib.loads((FOLDER / f"{exercise_id}.toml").read_text("utf-8"))


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    return parse_catalog({f"{name}.toml": raw(name) for name in VARIANTS})


def all_texts(data: object) -> list[str]:
    """Every text below a table, its keys left out."""
    if isinstance(data, dict):
        return [text for value in data.values() for text in all_texts(value)]
    if isinstance(data, list):
        return [text for value in data for text in all_texts(value)]
    return [data] if isinstance(data, str) else []


def seconds_spoken(phrase: str) -> float:
    """A cautious guess: vowel groups at an even pace, a third of a second for each stop."""
    syllables = len(re.findall(r"[aeiouy]+", phrase.lower()))
    return syllables / SYLLABLES_PER_SECOND + 0.33 * len(re.findall(r"[.,]", phrase.strip(".")))


def test_there_are_exactly_the_named_exercises_and_variants(catalog: Catalog) -> None:
    assert {path.stem for path in FOLDER.glob("*.toml")} == set(VARIANTS)
    assert {name: list(catalog[name].variants) for name in catalog} == VARIANTS


def test_texts_know_no_left_or_right() -> None:
    for name in VARIANTS:
        text = raw(name)["text"]["en"]
        assert text.pop("sides") == {"left": "left", "right": "right"}
        words = set(re.findall(r"[a-z]+", " ".join(all_texts(text)).lower()))
        assert not words & {"left", "right"}, name


@pytest.mark.parametrize("side", Side)
def test_a_side_names_its_other_only_where_meant(catalog: Catalog, side: Side) -> None:
    loaded = catalog["single_leg_deadlift"]
    assert loaded.say("loaded", "ready", side) == (
        f"Deadlift. {side.value.title()} leg, weight in the {side.other.value} hand."
    )
    release = catalog["hip_flexor_release"]
    assert release.say("arm_up", "switch", side) == f"Other side. {side.value.title()} knee down."


def test_both_sides_say_the_same_but_for_the_side(catalog: Catalog) -> None:
    swap = {"left": "right", "right": "left", "Left": "Right", "Right": "Left"}
    for exercise in catalog.values():
        for variant in exercise.variants.values():
            right = " ".join(exercise.steps(variant, "en", Side.RIGHT))
            left = " ".join(exercise.steps(variant, "en", Side.LEFT))
            mirrored = re.sub(r"\b(left|right)\b", lambda m: swap[m[0]], right, flags=re.I)
            assert mirrored == left


def test_the_tuck_is_cued_before_every_lean_in_all_positions(catalog: Catalog) -> None:
    release = catalog["hip_flexor_release"]
    for position in (1, 2, 3):
        cue = release.cue("arm_up", PhaseKind.EXHALE, position, Side.RIGHT)
        assert 0 <= cue.index("tuck") < cue.index("lean")
    for key in ("position_2", "position_3"):
        assert "Tuck first" in release.say("arm_up", key, Side.LEFT)


def test_the_rear_foot_swings_the_way_the_article_says(catalog: Catalog) -> None:
    release = catalog["hip_flexor_release"]
    assert "to the left" in release.say("arm_down", "position_2", Side.RIGHT)
    assert "to the right" in release.say("arm_down", "position_3", Side.RIGHT)
    turned_out = release.variant("arm_down").pose(PhaseKind.EXHALE, 2)
    turned_in = release.variant("arm_down").pose(PhaseKind.EXHALE, 3)
    assert turned_out.turn > 0 > turned_in.turn
    assert turned_out.wide == turned_in.wide > 0


def test_phrases_fit_their_gaps(catalog: Catalog) -> None:
    limits = {"next": 5.0, "switch": 5.0, "ready": 3.5, "position_2": 6.0, "position_3": 6.0}
    for exercise in catalog.values():
        for variant in exercise.variants:
            for key, limit in limits.items():
                phrase = exercise.say(variant, key, Side.RIGHT)
                assert seconds_spoken(phrase) <= limit, phrase


def test_every_phase_has_cue_and_phrase(catalog: Catalog) -> None:
    for exercise in catalog.values():
        for variant in exercise.variants.values():
            for kind in (*variant.phases, PhaseKind.GET_READY, PhaseKind.REST):
                assert exercise.cue(variant, kind, None, Side.LEFT)
            for kind in variant.phases:
                assert exercise.say(variant, kind.value, Side.LEFT) in exercise.phrases(variant)


def test_phrases_leave_nothing_to_fill(catalog: Catalog) -> None:
    phrases = catalog.phrases()
    assert "Other side. Left knee down." in phrases
    for phrase in phrases:
        assert not [name for _, name, _, _ in string.Formatter().parse(phrase) if name], phrase


def test_easier_and_harder_mirror_each_other_or_end(catalog: Catalog) -> None:
    for exercise in catalog.values():
        starts = [v for v in exercise.variants.values() if v.easier is None]
        assert starts
        for variant in exercise.variants.values():
            seen, step = {variant.id}, variant.easier
            while step is not None:
                assert step not in seen, "easier must come to an end"
                seen.add(step)
                step = exercise.variant(step).easier


def test_tags_follow_the_rules(catalog: Catalog) -> None:
    chairs = [catalog[name].variant("chair") for name in ("breathing_bridge", "opening_breath")]
    assert not any(variant.tags.lying for variant in chairs)
    release = catalog["hip_flexor_release"].variants
    assert [key for key, variant in release.items() if variant.tags.side_bend] == ["arm_up"]
    assert not release["p1_chair"].tags.rotation
    assert not release["split_stance"].tags.kneeling
    ladder = catalog["single_leg_deadlift"].variants
    assert ladder["two_leg_wall"].tags.hinge_deg <= 45
    assert [key for key, variant in ladder.items() if variant.tags.balance] == [
        "foot_off_hand",
        "loaded",
    ]


def test_unknown_language_falls_back_to_english(catalog: Catalog) -> None:
    bridge = catalog["breathing_bridge"]
    assert bridge.text("xx").name == bridge.text("en_GB").name == "Breathing bridge"


def test_no_text_promises_or_names_what_it_must_not() -> None:
    words = r"diagnos|treat|therap|rehab|cure\b|prescri|patient|sciatica|injury|proven|abnormal"
    for name in VARIANTS:
        assert not re.search(words, " ".join(all_texts(raw(name)["text"])), re.I), name


def test_stages_are_never_mentioned() -> None:
    for name in VARIANTS:
        assert not re.search(r"\bS[0-4]\b|stage", " ".join(all_texts(raw(name)["text"])), re.I)


def drop(*path: str) -> Callable[[dict[str, Any]], None]:
    def change(data: dict[str, Any]) -> None:
        for key in path[:-1]:
            data = data[key]
        del data[path[-1]]

    return change


def put(value: object, *path: str) -> Callable[[dict[str, Any]], None]:
    def change(data: dict[str, Any]) -> None:
        for key in path[:-1]:
            data = data.setdefault(key, {})
        data[path[-1]] = value

    return change


@pytest.mark.parametrize(
    ("change", "key", "reason"),
    [
        (put(1, "colour"), "colour", "unknown key"),
        (put(True, "variants", "low", "tags", "lyign"), "variants.low.tags.lyign", "unknown key"),
        (
            put("yes", "variants", "low", "tags", "lying"),
            "variants.low.tags.lying",
            "should be bool",
        ),
        (put("higher", "variants", "low", "harder"), "variants.low.harder", "'higher'"),
        (put("uup", "variants", "low", "motion", "exhale"), "variants.low.motion.exhale", "'uup'"),
        (put("up", "variants", "low", "motion", "ehxale"), "variants.low.motion.ehxale", "no kind"),
        (drop("variants", "low", "motion", "exhale"), "variants.low.motion.exhale", "missing"),
        (put(["a", 1], "poses", "down", "hip"), "poses.down.hip", "numbers"),
        (put([0.0], "poses", "down", "hip"), "poses.down.hip", "two numbers"),
        (put(float("nan"), "poses", "down", "torso"), "poses.down.torso", "finite"),
        (put("nobody", "poses", "tuck", "like"), "poses.tuck.like", "'nobody'"),
        (put("tuck", "poses", "tuck", "like"), "poses.tuck.like", "'tuck'"),
        (put([0, 0, "moon"], "poses", "down", "near_hand"), "poses.down.near_hand", "anchor"),
        (put(["elbow"], "glow"), "glow", "'elbow'"),
        (put([{"kind": "sofa"}], "props"), "props[1].kind", "'sofa'"),
        (put(["fly"], "phases"), "phases", "'fly'"),
        (drop("text", "en", "cue", "rest"), "text.en.cue.rest", "missing"),
        (drop("text", "en", "say", "next"), "text.en.say.next", "missing"),
        (drop("text", "en", "variants", "mid"), "text.en.variants.mid", "missing"),
        (put("Raise {sdie}", "text", "en", "cue", "inhale"), "text.en", "{sdie}"),
        (put("The {side} knee", "text", "en", "cue", "inhale"), "text.en", "needs a side"),
        (put("Hop", "text", "en", "say", "hop"), "text.en.say.hop", "no known phrase"),
        (put("other", "id"), "id", "'other'"),
        (drop("text", "en"), "text.en", "missing"),
        (put(3, "text", "en", "name"), "text.en.name", "should be str"),
        (put("", "text", "en", "why"), "text.en.why", "empty"),
    ],
)
def test_a_wrong_file_names_file_key_and_reason(
    change: Callable[[dict[str, Any]], None], key: str, reason: str
) -> None:
    data = copy.deepcopy(raw("breathing_bridge"))
    change(data)
    with pytest.raises(ContentError) as caught:
        parse_exercise(data, "breathing_bridge.toml")
    assert caught.value.file == "breathing_bridge.toml"
    assert key in caught.value.key
    assert reason in str(caught.value)
    assert "\n" not in str(caught.value)


def test_an_exercise_may_not_come_twice() -> None:
    data = raw("leg_swing")
    with pytest.raises(ContentError, match="another file"):
        parse_catalog({"leg_swing.toml": data, "more/leg_swing.toml": data})


def test_the_file_as_it_stands_is_right() -> None:
    exercise: Exercise = parse_exercise(raw("breathing_bridge"), "breathing_bridge.toml")
    assert exercise.variant("mid").harder == "full"
    assert exercise.sources[0] == "003"
