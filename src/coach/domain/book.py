"""All content that decisions read: questions, rule tables and exercises."""

from __future__ import annotations

from dataclasses import dataclass

from coach.domain.exercise import Catalog
from coach.domain.intake import Intake
from coach.domain.reason import Texts
from coach.domain.ruleset import Ruleset


@dataclass(frozen=True, slots=True)
class Book:
    """Read once at the start, never changed. ``language`` picks the texts of the content."""

    intake: Intake
    rules: Ruleset
    catalog: Catalog
    texts: Texts
    language: str = "en"
