"""What the rules tell the user outside a session, as pages show it and take the answer."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class AdviceKind(StrEnum):
    """What a piece of advice is about, most urgent first."""

    RECHECK = "recheck"
    PAUSED = "paused"
    WELCOME = "welcome"
    DROP = "drop"
    DELOAD = "deload"
    EASY_DAY = "easy-day"
    LEFT_OUT = "left-out"
    FLOSS = "floss"
    MOVED = "moved"
    STEP_UP = "step-up"
    LOAD = "load"
    CONSULT = "consult"


class Reply(StrEnum):
    """What can be answered. ``AGREE`` and ``DECLINE`` follow or refuse, ``DISMISS`` puts a message
    away, ``START_CHECK`` opens the readiness questions, ``GO_ON`` ends a pause, ``CLEARED`` says
    that a professional found the floss to be fine."""

    AGREE = "agree"
    DECLINE = "decline"
    DISMISS = "dismiss"
    START_CHECK = "start-check"
    GO_ON = "go-on"
    CLEARED = "cleared"


@dataclass(frozen=True, slots=True)
class WhyLine:
    """A rule and its sentence, for "Why?"."""

    rule: str
    text: str


@dataclass(frozen=True, slots=True)
class Advice:
    """One message. ``subject`` tells apart those of a kind, such as the rule of a note.

    ``sentence`` is what is said first, ``why`` what "Why?" opens, ``replies`` the buttons in their
    order, the default first.
    """

    kind: AdviceKind
    subject: str
    sentence: str
    why: tuple[WhyLine, ...]
    replies: tuple[Reply, ...] = ()
