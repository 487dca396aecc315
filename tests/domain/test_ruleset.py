"""The rule tables of the content file: values that rules name, and typos that are found."""

from __future__ import annotations

import copy
from typing import Any

import pytest

from coach.domain.content_error import ContentError
from coach.domain.ruleset import Lift, parse_ruleset
from coach.domain.terms import Stage
from coach.system.resources import read_toml

FILE = "ruleset.toml"


@pytest.fixture
def tables() -> dict[str, Any]:
    return copy.deepcopy(read_toml(FILE))


def test_what_lifts_a_cap(tables: dict[str, Any]) -> None:
    """M-STRAIN 3 weeks, M-SIT 14 days, M-BAL 4 sessions; a tick on kneeling counts 28 days."""
    lifts = parse_ruleset(tables, FILE).lifts
    assert {name: lift for name, lift in lifts.items() if lift != Lift()} == {
        "M-STRAIN": Lift(days=21),
        "M-SIT": Lift(calm_days=14),
        "M-BAL": Lift(steady_sessions=4),
        "M-KNEE": Lift(tick_days=28),
    }


def test_a_cap_is_named_after_its_modifier(tables: dict[str, Any]) -> None:
    found = parse_ruleset(tables, FILE).modifiers
    for name, effect in found.items():
        assert effect.capped_by == (() if effect.cap is Stage.S4 else (name,))


@pytest.mark.parametrize(
    ("key", "value", "why"),
    [
        ("cap_dyas", 21, "unknown key"),
        ("cap_days", "21", "should be int, not str"),
        ("cap", "S9", "'S9' is not one of"),
    ],
)
def test_a_typo_in_a_modifier_is_named(
    tables: dict[str, Any], key: str, value: object, why: str
) -> None:
    tables["modifier"]["M-STRAIN"][key] = value
    with pytest.raises(ContentError) as found:
        parse_ruleset(tables, FILE)
    assert str(found.value).startswith(f"{FILE}: modifier.M-STRAIN.{key}: ")
    assert why in str(found.value)
