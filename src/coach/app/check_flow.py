"""The readiness check, one screen after the other: a pure walk through its questions (S1, S3, K2).

Answers are plain data as in an answers file. Nothing is chosen before the user chooses it; "none
of these" is the answer ``[]``, an unanswered question has no key.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any

from coach.domain.answers import AnswerError, asks_signs, ended, is_red, read_part
from coach.domain.intake import Intake, Option, Part, PartKind, Question
from coach.domain.records import CheckDraft

_MARKS = ("mode", "seconds", "seen")


class Mode(StrEnum):
    """Why the questions are asked.

    ``FIRST``: the whole check. ``AGAIN``: the whole check after a red outcome, in the words of
    K10, with the tick of S5 at its end. ``RECHECK``: the signs alone (S7, S8), the other answers
    kept.
    """

    FIRST = "first"
    AGAIN = "again"
    RECHECK = "recheck"


@dataclass(frozen=True, slots=True)
class CheckFlow:
    """Where the user is. ``screen`` counts from 0; it equals ``total`` when all is answered.

    ``kept`` are the answers of the last check that a ``RECHECK`` does not ask again. ``seen`` is
    the tick "I have been seen by a professional since" (S5). ``seconds`` is the time spent before
    this start of the app (S2). ``stopped`` is true once an answer has ended the check (K2).
    """

    intake: Intake
    answers: Mapping[str, Any] = field(default_factory=dict)
    screen: int = 0
    mode: Mode = Mode.FIRST
    kept: Mapping[str, Any] = field(default_factory=dict)
    seen: bool = False
    seconds: int = 0
    stopped: bool = False

    @property
    def questions(self) -> tuple[Question, ...]:
        """The questions that this check asks."""
        if self.mode is Mode.RECHECK:
            return tuple(q for q in self.intake.questions if asks_signs(q))
        return self.intake.questions

    @property
    def total(self) -> int:
        return len(self.questions)

    @property
    def question(self) -> Question:
        """The question on the screen; the last one once all are answered."""
        return self.questions[min(self.screen, self.total - 1)]

    @property
    def finished(self) -> bool:
        """All is answered, or an answer ended the check."""
        return self.stopped or self.screen >= self.total

    @property
    def wants_tick(self) -> bool:
        """Whether this screen carries the tick of S5."""
        return self.mode is Mode.AGAIN and self.screen == self.total - 1

    def chosen(self, part: Part) -> tuple[Option, ...]:
        """The options chosen in a part of this screen; empty also for "none of these"."""
        return tuple(_chosen(self.question, part, self.answers))

    def is_none(self, part: Part) -> bool:
        """Whether "none of these" was chosen (S3)."""
        return part.kind is PartKind.MANY and self.value(part) == []

    def value(self, part: Part) -> Any:
        """The plain answer of a part, ``None`` while there is none."""
        return _value(self.question, part, self.answers)

    def press(self, at: int, index: int) -> CheckFlow:
        """Choose or untick answer ``index`` of part ``at``, counted as the screen shows them: "none
        of these" stands last, and on a scale the index is the rating. Others change nothing."""
        part = self.question.parts[at]
        match part.kind:
            case PartKind.SCALE:
                return self._with(part, index) if 0 <= index <= 10 else self
            case PartKind.MANY if index == len(part.options):
                return self._with(part, [])
            case _ if not 0 <= index < len(part.options):
                return self
            case PartKind.MANY:
                return self._toggled(part, part.options[index])
        return self._with(part, part.options[index].value)

    def _toggled(self, part: Part, option: Option) -> CheckFlow:
        """Tick or untick; without any tick the part is unanswered again, which is not "none"."""
        ticked = set(self.value(part) or []) ^ {option.value}
        letters = [one.value for one in part.options if one.value in ticked]
        return self._with(part, letters or None)

    def _with(self, part: Part, answer: Any) -> CheckFlow:
        changed = dict(self.answers)
        name = self.question.id
        if part.key is not None:
            parts = {**changed.get(name, {}), part.key: answer}
            answer = {key: value for key, value in parts.items() if value is not None} or None
        changed[name] = answer
        answers = {key: value for key, value in changed.items() if value is not None}
        return replace(self, answers=answers, stopped=False)

    def tick_seen(self, *, seen: bool) -> CheckFlow:
        """The tick "I have been seen by a professional since" (S5)."""
        return replace(self, seen=seen)

    def can_go_on(self) -> bool:
        """Whether every part has an answer (S3), or one ends the check (K2)."""
        if self.finished or (self.wants_tick and not self.seen):
            return False
        return _ends_here(self) or all(
            _is_answered(self.question, part, self.answers) for part in self.question.parts
        )

    def next(self) -> CheckFlow:
        """The next screen, or the end; the same flow while the screen is not answered.

        Red-now and out end the check with their screen. Red-soon ends it once all signs have been
        asked: the plan waits in any case, and a new check asks everything again.
        """
        if not self.can_go_on():
            return self
        if _ends_here(self) or self._signs_are_red():
            return replace(self, stopped=True)
        return replace(self, screen=self.screen + 1)

    def _signs_are_red(self) -> bool:
        later = self.questions[self.screen + 1 :]
        return not any(asks_signs(q) for q in later) and any(
            is_red(option)
            for question in self.questions[: self.screen + 1]
            for part in question.parts
            for option in _chosen(question, part, self.answers)
        )

    def back(self) -> CheckFlow:
        """The screen before; the first screen stays."""
        if self.stopped:
            return replace(self, stopped=False)
        return replace(self, screen=max(0, min(self.screen, self.total) - 1))

    def result(self) -> dict[str, Any]:
        """The answers of a finished check, up to the screen that ended it, with those kept."""
        last = self.screen + 1 if self.stopped else self.total
        asked = [question.id for question in self.questions[:last]]
        given = {name: self.answers[name] for name in asked if name in self.answers}
        if self.stopped:
            return given
        return {**self.kept, **given}


def _value(question: Question, part: Part, answers: Mapping[str, Any]) -> Any:
    found = answers.get(question.id)
    if part.key is None or found is None:
        return found
    return found.get(part.key)


def _chosen(question: Question, part: Part, answers: Mapping[str, Any]) -> list[Option]:
    value = _value(question, part, answers)
    return [] if value is None else read_part(part, value, question.id)


def _is_answered(question: Question, part: Part, answers: Mapping[str, Any]) -> bool:
    return _value(question, part, answers) is not None


def _ends_here(flow: CheckFlow) -> bool:
    question = flow.question
    parts = question.parts
    return ended([(question.id, one) for part in parts for one in flow.chosen(part)])


def draft_of(flow: CheckFlow, seconds: int) -> CheckDraft:
    """What is kept while the check is not finished; ``seconds`` in all so far."""
    marks = {"mode": flow.mode.value, "seconds": seconds, "seen": flow.seen}
    return CheckDraft({**flow.answers, **marks}, flow.screen)


def restored(draft: CheckDraft, intake: Intake, kept: Mapping[str, Any]) -> CheckFlow:
    """The flow of a draft on the same screen. What cannot be read is asked again, and no screen
    is shown before those in front of it are answered (X4)."""
    marks = {key: draft.answers.get(key) for key in _MARKS}
    mode = Mode(marks["mode"]) if marks["mode"] in list(Mode) else Mode.FIRST
    flow = CheckFlow(
        intake=intake,
        answers=_readable(draft.answers, intake),
        mode=mode,
        kept=kept if mode is Mode.RECHECK else {},
        seen=marks["seen"] is True,
        seconds=marks["seconds"] if type(marks["seconds"]) is int else 0,
    )
    while flow.screen < min(draft.screen, flow.total - 1):
        further = flow.next()
        if further.stopped or further.screen == flow.screen:
            break
        flow = further
    return flow


def _readable(answers: Mapping[str, Any], intake: Intake) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for question in intake.questions:
        answer = answers.get(question.id)
        if question.parts[0].key is None:
            if _reads(question.parts[0], answer):
                found[question.id] = answer
        elif isinstance(answer, Mapping):
            parts = {p.key: answer.get(p.key) for p in question.parts}
            good = {p.key: parts[p.key] for p in question.parts if _reads(p, parts[p.key])}
            if good:
                found[question.id] = good
    return found


def _reads(part: Part, answer: Any) -> bool:
    if answer is None:
        return False
    try:
        read_part(part, answer, "")
    except AnswerError:
        return False
    return True
