"""The summary on paper: one page, whatever the log holds."""

from __future__ import annotations

from dataclasses import replace
from uuid import uuid4

import pytest
from PySide6.QtCore import QMarginsF, QSizeF
from PySide6.QtGui import QColor, QPageLayout, QPageSize, QPdfWriter
from pytestqt.qtbot import QtBot

from coach.app.professional import Log, NoteView, ProfessionalView, build_professional
from coach.domain.decisions import FlossTold
from coach.domain.records import Check, DiscomfortLog, SessionLog
from coach.domain.terms import Discomfort, Gate, Side, Stage
from coach.domain.verdict_text import verdict_texts
from coach.gui import paper
from coach.gui.pages.check_words import purpose
from coach.gui.pages.notes_words import NotesWords
from coach.gui.pages.progress_words import ProgressWords
from coach.gui.summary_sheet import MOST, chart_image, summary_html, summary_paper
from coach.gui.theme import Token, load_theme
from coach.gui.widgets.chart_model import ChartModel
from coach.system.resources import read_toml
from support.book import real_book
from support.check_answers import calm
from support.log_values import day, plan, ratings, session, stamp
from support.word_rules import forbidden_words

TEXTS = verdict_texts(read_toml("texts/verdict.en.toml"), "verdict.en.toml")
BOOK = real_book()
DAYS = 400
EVERYTHING = calm(
    q1=list("abcde"),
    q2=list("abcdefg"),
    q3=True,
    q4="d",
    q5=True,
    q6=list("abcde"),
    q8=True,
    q11=list("abcdefgh"),
)


def hurt(number: int) -> SessionLog:
    done = session(number)
    key = DiscomfortLog(
        uuid4(), done.id, stamp(number), Discomfort.TINGLING, 0, "nerve_floss", Side.LEFT, 0
    )
    return replace(done, discomforts=(key,))


def full_log(answers: dict[str, object] = EVERYTHING) -> ProfessionalView:
    """More than a year with something on every other day, and every answer a sign."""
    sessions = [hurt(number) for number in range(1, DAYS, 2)]
    told = [
        FlossTold(uuid4(), one.id, key.id, one.stamp, 6, 600, True, True)
        for one in sessions
        for key in one.discomforts
    ]
    why = "A sentence as long as the ones that the rules give as their reason, and some more."
    stages = (Stage.S1, Stage.S2)
    log = Log(
        daily=ratings([4 + number % 5 for number in range(DAYS)]),
        sessions=sessions,
        plans=[plan(n, stages[n % 2], rule="G1", reason=why) for n in range(1, DAYS, 9)],
        told=told,
        check=Check(uuid4(), stamp(1), answers, Gate.RED_NOW, "1", 90),
    )
    view = build_professional(log, BOOK, day(DAYS), TEXTS)
    texts = [name for name in BOOK.texts.ids() if name.startswith("consult.")]
    notes = tuple(NoteView(day(9), BOOK.texts[name], "C1") for name in texts)
    return replace(view, notes=notes)


def model(view: ProfessionalView) -> ChartModel:
    return ProgressWords().chart(view.progress.chart)


@pytest.mark.parametrize("size", [QPageSize.PageSizeId.A4, QPageSize.PageSizeId.Letter])
def test_a_year_fits_one_page(themed: QtBot, tmp_path: object, size: QPageSize.PageSizeId) -> None:
    writer = QPdfWriter(f"{tmp_path}/summary.pdf")
    writer.setResolution(paper.RESOLUTION_DPI)
    edge = QMarginsF(*[paper.MARGIN_MM] * 4)
    writer.setPageLayout(
        QPageLayout(
            QPageSize(size), QPageLayout.Orientation.Portrait, edge, QPageLayout.Unit.Millimeter
        )
    )
    view = full_log()
    assert paper.draw(summary_paper(view, model(view), load_theme("light")), writer) == 1


def test_only_the_newest_are_on_it(themed: QtBot) -> None:
    html = summary_html(full_log(), NotesWords())
    assert html.count("tingling, numb or shooting") == MOST
    assert html.count("A sentence as long") == MOST


def test_it_says_what_it_is_and_names_no_condition(themed: QtBot) -> None:
    """W1, W2, C8: apart from the questions, which may (K15)."""
    html = summary_html(replace(full_log(), answers=()), NotesWords())
    assert purpose() in html
    assert forbidden_words(html.replace(purpose(), "")) == []


def test_words_from_outside_are_escaped(themed: QtBot) -> None:
    odd = replace(full_log(), notes=(NoteView(day(1), "<b>a & b</b> **c**", "C1"),))
    html = summary_html(odd, NotesWords())
    assert "&lt;b&gt;a &amp; b&lt;/b&gt; <b>c</b>" in html


def test_an_empty_log_leaves_out_what_it_has_not(themed: QtBot) -> None:
    view = build_professional(Log(), BOOK, day(1), TEXTS)
    html = summary_html(view, NotesWords())
    assert "<img" not in html
    assert "Signs during sessions" not in html
    assert "Readiness check" not in html


def test_the_chart_is_on_white_paper(themed: QtBot) -> None:
    theme = load_theme("light")
    image = chart_image(model(full_log()), theme)
    size = QSizeF(image.size())
    assert image.pixelColor(0, 0) == QColor("white")
    shown = {
        image.pixelColor(x, y).name()
        for x in range(0, int(size.width()), 3)
        for y in range(0, int(size.height()), 3)
    }
    assert theme.color(Token.BREATH).name() in shown
