"""Answers of a readiness check for tests: a calm person, and what differs."""

from __future__ import annotations

from typing import Any

from coach.app.check_flow import CheckFlow
from coach.domain.intake import Part, PartKind, Question


def calm(**changed: Any) -> dict[str, Any]:
    """Everything at ease: green, balanced, stage S1. Keywords replace whole answers."""
    answers: dict[str, Any] = {
        "q1": [],
        "q2": [],
        "q3": False,
        "q4": "a",
        "q5": False,
        "q6": [],
        "q7": {"age": "18-64", "unsteady": False},
        "q8": False,
        "q9": "<4",
        "q10": "unsure",
        "q11": [],
        "q12": {"rating": 4, "side": "both", "training": "none"},
    }
    return {**answers, **changed}


def presses(question: Question, answer: Any) -> list[tuple[int, int]]:
    """The (part, index) presses that give ``answer`` on its screen."""
    found: list[tuple[int, int]] = []
    for at, part in enumerate(question.parts):
        value = answer if part.key is None else answer[part.key]
        found += [(at, index) for index in _indexes(part, value)]
    return found


def _indexes(part: Part, value: Any) -> list[int]:
    if part.kind is PartKind.SCALE:
        return [value]
    values = [option.value for option in part.options]
    if part.kind is PartKind.MANY:
        return [values.index(letter) for letter in value] or [len(values)]
    return [values.index(value)]


def walked(flow: CheckFlow, answers: dict[str, Any]) -> CheckFlow:
    """Answer screen after screen, and Next, until the flow ends or has no more to say."""
    while not flow.finished and flow.question.id in answers:
        for at, index in presses(flow.question, answers[flow.question.id]):
            flow = flow.press(at, index)
        if not flow.can_go_on():
            break
        flow = flow.next()
    return flow
