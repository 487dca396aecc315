"""The only place that builds concrete objects and wires them."""

from __future__ import annotations

from coach.domain.book import Book
from coach.domain.exercise import parse_catalog
from coach.domain.intake import parse_intake
from coach.domain.reason import Texts
from coach.domain.ruleset import parse_ruleset
from coach.domain.verdict_text import VerdictTexts
from coach.domain.verdict_text import verdict_texts as parse_verdict_texts
from coach.system.resources import read_toml, resource_dir

LANGUAGE = "en"


def load_book(language: str = LANGUAGE) -> Book:
    """Read all content. Raises ``ContentError`` or ``ResourceError`` with one clear sentence."""
    return Book(
        intake=parse_intake(read_toml("intake.toml"), "intake.toml"),
        rules=parse_ruleset(read_toml("ruleset.toml"), "ruleset.toml"),
        catalog=parse_catalog(_exercise_files()),
        texts=Texts(read_toml(f"texts/guidance.{language}.toml")),
        language=language,
    )


def _exercise_files() -> dict[str, dict[str, object]]:
    folder = resource_dir() / "exercises"
    names = sorted(f"exercises/{path.name}" for path in folder.glob("*.toml"))
    return {name: read_toml(name) for name in names}


def verdict_texts(language: str = LANGUAGE) -> VerdictTexts:
    """The sentences of verdicts."""
    name = f"texts/verdict.{language}.toml"
    return parse_verdict_texts(read_toml(name), name)
