"""English stands in where a language has no words yet."""

from __future__ import annotations

from coach.domain.languages import spoken_in

FILE = {
    "id": "leg_swing",
    "text": {"en": {"name": "Leg swing", "sides": {"left": "left"}}},
    "question": [{"title": {"en": "How old?", "de": "Wie alt?"}}, {"title": {"en": "How tall?"}}],
}


def test_english_stands_in_for_what_is_missing() -> None:
    told = spoken_in(FILE, "de")
    assert told["text"]["de"] == FILE["text"]["en"]  # type: ignore[index]
    assert [one["title"]["de"] for one in told["question"]] == ["Wie alt?", "How tall?"]


def test_what_is_there_stays() -> None:
    assert spoken_in(FILE, "en") == FILE
    assert spoken_in(FILE, "de")["text"]["en"] == FILE["text"]["en"]  # type: ignore[index]
