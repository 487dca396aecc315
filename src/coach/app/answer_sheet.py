"""The answers of a check as one page to take along (S4): what was asked, what was said."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from coach.app.check_views import FindingView, findings_of
from coach.domain.answers import FLOSS, Answers, parse_answers
from coach.domain.book import Book
from coach.domain.intake import Part, PartKind, Question
from coach.domain.records import Check
from coach.domain.screening import Screening, screen
from coach.domain.terms import Gate


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A question and what was answered: one line, or several where several were ticked."""

    number: int
    question: str
    answers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AnswerSheet:
    day: date
    gate: Gate
    findings: tuple[FindingView, ...]
    rows: tuple[SheetRow, ...]


def answer_sheet(check: Check, book: Book) -> AnswerSheet:
    """The sheet of a stored check; only questions that were asked are on it, and below them what
    was told after tingling since (N3, N4)."""
    answers = parse_answers(check.answers, book.intake)
    rows = [
        SheetRow(number, question.text[book.language]["title"], _said(question, answers, book))
        for number, question in enumerate(book.intake.questions, start=1)
        if question.id in check.answers
    ]
    found = screen(answers)
    rows += _told(found, answers, book)
    return AnswerSheet(check.stamp.civil, check.gate, findings_of(found, book), tuple(rows))


def _told(found: Screening, answers: Answers, book: Book) -> list[SheetRow]:
    said = [book.texts[one.text] for one in found.findings if one.question == FLOSS]
    if not said:
        return []
    if FLOSS in answers.clearance:
        said.append(book.texts["gate_floss.cleared"])
    number = len(book.intake.questions) + 1
    return [SheetRow(number, book.texts["gate_floss.question"], tuple(said))]


def _said(question: Question, answers: Answers, book: Book) -> tuple[str, ...]:
    lines = [_part(question, part, answers, book) for part in question.parts]
    return tuple(line for part in lines for line in part)


def _part(question: Question, part: Part, answers: Answers, book: Book) -> list[str]:
    label = part.label.get(book.language, "")
    if part.kind is PartKind.SCALE:
        return [_labelled(label, str(answers.rating))]
    name = f"{question.id}.{part.key}" if part.key else question.id
    said = [option.text[book.language] for key, option in answers.chosen if key == name]
    return [_labelled(label, text) for text in said or [part.none[book.language]]]


def _labelled(label: str, text: str) -> str:
    if not label:
        return text
    return f"{label} {text}" if label.endswith("?") else f"{label}: {text}"
