"""The pages for people stay true: links lead somewhere, rule ids are told, the example works."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from coach.domain.exercise import parse_exercise
from support.source import ROOT, SRC

PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])
LINK = re.compile(r"\]\((?!https?:)([^)#\s]+)")
RULE_ID = re.compile(r"\b(?:[SPRTNEGDMCAKXW]\d{1,2}|P-\d|M-[A-Z]{2,}\d?)\b")
STAGES = {"S0", "S1", "S2", "S3", "S4"}
NO_RULES = {"X11"}  # the window system


def _name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("page", PAGES, ids=_name)
def test_links_lead_somewhere(page: Path) -> None:
    """Pictures are made by a call of their own and may not be there yet."""
    targets = [one for one in LINK.findall(page.read_text("utf-8")) if not one.endswith(".png")]
    assert [one for one in targets if not (page.parent / one).exists()] == []


def test_every_rule_that_the_code_follows_is_told() -> None:
    sources = [*SRC.rglob("*.py"), *(ROOT / "resources").rglob("*.toml")]
    named = {one for path in sources for one in RULE_ID.findall(path.read_text("utf-8"))}
    told = set(RULE_ID.findall((ROOT / "docs" / "rules.md").read_text("utf-8")))
    assert sorted(named - told - STAGES - NO_RULES) == []


def test_every_decision_is_listed_once() -> None:
    decisions = sorted(path.name for path in (ROOT / "docs" / "adr").glob("0*.md"))
    listed = re.findall(r"\((0[^)]+)\)", (ROOT / "docs" / "adr" / "README.md").read_text("utf-8"))
    assert listed == decisions
    assert len({name[:4] for name in decisions}) == len(decisions)


def test_the_example_of_an_exercise_is_one() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    exercise, _rules = re.findall(r"```toml\n(.*?)```", text, re.DOTALL)
    assert list(parse_exercise(tomllib.loads(exercise), "slow_rock.toml").variants) == ["standard"]
