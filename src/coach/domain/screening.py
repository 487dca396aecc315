"""The gate: what the answers allow (S3-S5, K1, K2, K5, N3, N4), the worst outcome first."""

from __future__ import annotations

from dataclasses import dataclass

from coach.domain.answers import FLOSS, Answers, FlossSign
from coach.domain.intake import Option
from coach.domain.terms import Gate

_ORDER = list(Gate)
_URGENCIES = ["now", "out", "today", "days", "first"]
_CLEARABLE = frozenset({"q4", "q5", "q6", FLOSS})


@dataclass(frozen=True, slots=True)
class Finding:
    """One answer that decides, with its ``option``; ``text`` is the id of a sentence instead for
    answers that count together and for what was told after tingling."""

    gate: Gate
    urgency: str
    rule: str
    question: str
    option: Option | None = None
    text: str = ""


@dataclass(frozen=True, slots=True)
class Screening:
    """The outcome. ``locked`` is true where no session may start (S5, K16); ``cleared`` where
    every answer that a professional can clear has been cleared (K5)."""

    gate: Gate
    locked: bool
    findings: tuple[Finding, ...]
    cleared: bool


def screen(answers: Answers) -> Screening:
    """The gate of the answers, with every finding, worst first (S4)."""
    findings = sorted(
        [*_single(answers), *_together(answers), *_told(answers)],
        key=lambda f: (_ORDER.index(f.gate), _URGENCIES.index(f.urgency)),
    )
    gate = findings[0].gate if findings else Gate.GREEN
    waiting = any(
        f.option is not None and f.option.clearance and f.question not in answers.clearance
        for f in findings
    )
    return Screening(
        gate=gate,
        locked=gate.is_red or gate is Gate.OUT or waiting,
        findings=tuple(findings),
        cleared=_cleared(answers, findings),
    )


def _single(answers: Answers) -> list[Finding]:
    found = []
    for key, option in answers.chosen:
        if option.outcome is not None:
            question = key.partition(".")[0]
            found.append(Finding(option.outcome, option.urgency, _rule(option), question, option))
    return found


def _rule(option: Option) -> str:
    return "K17" if option.outcome is Gate.OUT else "S4"


def _together(answers: Answers) -> list[Finding]:
    found = []
    rating = answers.rating or 0
    if answers.has("q8") and rating >= 6:
        found.append(_amber("q8", "gate.sit_bone"))
    if answers.has("q7.age", "65+") and answers.has("q7.unsteady"):
        found.append(_amber("q7", "gate.unsteady"))
    if rating >= 8:
        found.append(_amber("q12", "gate.very_tight"))
    return found


def _told(answers: Answers) -> list[Finding]:
    """Tingling that was more than an echo (N3), or that asks for help (N4)."""
    match answers.floss:
        case FlossSign.N3:
            return [Finding(Gate.AMBER, "first", "N3", FLOSS, text="gate_floss.n3")]
        case FlossSign.N4:
            return [Finding(Gate.RED_SOON, "today", "N4", FLOSS, text="gate_floss.n4")]
        case FlossSign.N4_BOTH:
            return [Finding(Gate.RED_NOW, "now", "N4", FLOSS, text="gate_floss.n4_both")]
    return []


def _amber(question: str, text: str) -> Finding:
    return Finding(Gate.AMBER, "first", "S4", question, text=text)


def _cleared(answers: Answers, findings: list[Finding]) -> bool:
    """Every amber answer that can be cleared has its tick, and there is at least one (K5)."""
    asked = {f.question for f in findings if f.gate is Gate.AMBER} & _CLEARABLE
    return bool(asked) and asked <= answers.clearance
