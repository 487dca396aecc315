"""When and where a session begins, and what is done when it gets hard: two plans of one line (A1).

Both are optional. Each part is an entry of a list or the user's own short words.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from enum import StrEnum

from coach.domain.reason import Reason, Texts, reason

RULE = "A1"
LONGEST = 60
"""The most characters of own words."""


class Part(StrEnum):
    """What a plan is made of: the moment, the place, and what may come between."""

    CUE = "cue"
    PLACE = "place"
    OBSTACLE = "obstacle"


LISTED: dict[Part, tuple[str, ...]] = {
    Part.CUE: ("breakfast", "work", "shower", "teeth", "laptop", "evening"),
    Part.PLACE: ("home", "living_room", "bedroom", "desk", "work", "gym"),
    Part.OBSTACLE: ("tired", "little_time", "travelling", "sore", "no_mood"),
}
"""What may be picked, by key, in the order it is shown."""

_JOINERS = "\u200c\u200d"  # some languages and pictures are written with them


class WordsError(ValueError):
    """Own words that are not taken: empty, too long, or with signs that cannot be seen."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """One part: the ``words`` are a key of ``LISTED`` where ``listed``, else the user's own.

    Raises ``WordsError`` for own words that are not taken.
    """

    words: str
    listed: bool = True

    def __post_init__(self) -> None:
        if self.listed:
            return
        if not 0 < len(self.words) <= LONGEST:
            raise WordsError(f"own words are 1 to {LONGEST} characters, not {len(self.words)}")
        if any(map(_unseen, self.words)):
            raise WordsError("own words are plain text")


def own_words(typed: str) -> Chosen:
    """Own words as they were typed; every gap becomes one space, a full stop at the end goes.

    Raises ``WordsError``.
    """
    return Chosen(" ".join(typed.split()).rstrip(" .,;:"), listed=False)


def _unseen(sign: str) -> bool:
    """Control signs, hidden ones that turn the direction of a line, and breaks of a line."""
    kind = unicodedata.category(sign)
    return (kind.startswith("C") or kind in ("Zl", "Zp")) and sign not in _JOINERS


@dataclass(frozen=True, slots=True)
class Intent:
    """Both plans; a part that is ``None`` is left open."""

    cue: Chosen | None = None
    place: Chosen | None = None
    obstacle: Chosen | None = None

    def part(self, part: Part) -> Chosen | None:
        return {Part.CUE: self.cue, Part.PLACE: self.place, Part.OBSTACLE: self.obstacle}[part]

    @property
    def empty(self) -> bool:
        return not any(self.part(part) for part in Part)


def listed(part: Part, key: str) -> Chosen | None:
    """An entry of a list by its key; ``None`` for a key that the list does not have."""
    return Chosen(key) if key in LISTED[part] else None


def words_of(part: Part, chosen: Chosen, texts: Texts) -> str:
    """What stands in the sentence."""
    return texts[f"intent.{part}.{chosen.words}"] if chosen.listed else chosen.words


def start(intent: Intent, texts: Texts) -> Reason | None:
    """ "When …, I start the session", with what is given of moment and place (A1)."""
    cue, place = (_told(part, intent, texts) for part in (Part.CUE, Part.PLACE))
    if cue and place:
        return reason(RULE, "intent.when_where", cue=cue, place=place)
    if cue:
        return reason(RULE, "intent.when", cue=cue)
    return reason(RULE, "intent.where", place=place) if place else None


def barrier(intent: Intent, texts: Texts) -> Reason | None:
    """ "If …, then I do the 2-minute version" (A1)."""
    obstacle = _told(Part.OBSTACLE, intent, texts)
    return reason(RULE, "intent.barrier", obstacle=obstacle) if obstacle else None


def sentences(intent: Intent, texts: Texts) -> tuple[str, ...]:
    """Both plans as they are shown, without the one that is not made."""
    found = (start(intent, texts), barrier(intent, texts))
    return tuple(texts.sentence(why) for why in found if why is not None)


def _told(part: Part, intent: Intent, texts: Texts) -> str:
    chosen = intent.part(part)
    return words_of(part, chosen, texts) if chosen else ""
