"""The log on one page, to take along to a professional (C8)."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QCoreApplication, QRectF, QSize
from PySide6.QtGui import QColor, QFont, QImage, QPainter

from coach.app.professional import ProfessionalView
from coach.gui.pages.check_words import purpose
from coach.gui.pages.notes_words import NotesWords
from coach.gui.paper import TEXT_PT, Paper
from coach.gui.print_sheet import written_day
from coach.gui.theme import Size, Theme
from coach.gui.widgets.chart_model import ChartColors, ChartModel
from coach.gui.widgets.chart_paint import paint_chart
from coach.gui.widgets.fact_rows import Fact

FILE_NAME = "coach-summary.pdf"
WEEKS = 8
CHART = "chart"
PAPER = QColor("white")
"""Paper is white whatever the theme."""

CHART_PX = QSize(900, 230)
CHART_WIDTH = 670
"""In CSS pixels, 96 to the inch: what fits an A4 page between its margins."""
SHARPNESS = 2.5
MOST = 6
"""Notes, changes and signs on the page; the newest matter most."""

translate = QCoreApplication.translate


def summary_html(view: ProfessionalView, words: NotesWords, text_pt: float = TEXT_PT) -> str:
    """The page as rich text. Everything from outside is escaped."""
    title = translate("summary", "Summary for a professional")
    halves = (
        _table(translate("summary", "Ratings, 0 to 10"), words.ratings(view.means), 35)
        + _table(translate("summary", "Plan now"), words.plan(view), 35),
        _table(translate("summary", "Sessions by week"), words.weeks(view.weeks)[:WEEKS], 25),
    )
    notes = _table(translate("summary", "When a check was suggested"), words.notes(view)[:MOST])
    tables = (
        _table(translate("summary", "What changed"), words.changes(view, MOST)),
        _table(translate("summary", "Signs during sessions"), words.events(view.events, MOST)),
        _table(_answers_title(view), _in_a_line(words.answers(view)), 45),
    )
    picture = f'<p><img src="{CHART}" width="{CHART_WIDTH}"></p>'
    left, right = halves
    beside = f'<tr><td width="50%">{left}</td><td>{right}</td></tr>'
    return (
        f'<html><body style="font-family: Inter; font-size: {text_pt}pt">'
        f'<p style="font-size: {text_pt * 1.8}pt"><b>{escape(title)}</b></p>'
        f"<p>{escape(written_day(view.day))} · {escape(view.progress.headline)} "
        f"{escape(view.progress.sentence)}</p>"
        + notes
        + (picture if view.progress.has_ratings else "")
        + f'<table width="100%">{beside}</table>'
        + "".join(tables)
        + f'<hr><p style="font-size: {text_pt * 0.85}pt">{escape(purpose())}</p></body></html>'
    )


def _in_a_line(facts: Sequence[Fact]) -> list[Fact]:
    """Several answers to a question in one line, which saves the page."""
    return [(label, words.replace("\n", " · ")) for label, words in facts]


def _answers_title(view: ProfessionalView) -> str:
    title = translate("summary", "Readiness check of {day}")
    return title.format(day=written_day(view.answered) if view.answered else "")


def _table(name: str, facts: Sequence[Fact], label_percent: int = 16) -> str:
    """A heading with its rows; nothing where there are none."""
    if not facts:
        return ""
    rows = "".join(
        f'<tr><td width="{label_percent}%">{escape(label)}</td><td>{_said(words)}</td></tr>'
        for label, words in facts
    )
    return (
        f'<p style="margin-bottom: 0"><b>{escape(name)}</b></p>'
        f'<table cellspacing="0" cellpadding="1" width="100%">{rows}</table>'
    )


def _said(words: str) -> str:
    """Bold runs and lines as on the screen."""
    parts = escape(words).replace("\n", "<br>").split("**")
    return "".join(f"<b>{part}</b>" if at % 2 else part for at, part in enumerate(parts))


def chart_image(model: ChartModel, theme: Theme) -> QImage:
    """The chart as on the screen, in the look of paper."""
    image = QImage(CHART_PX * SHARPNESS, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(SHARPNESS)
    image.fill(PAPER)
    painter = QPainter(image)
    font = QFont(theme.font(Size.BODY))
    painter.setFont(font)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    area = QRectF(0, 0, CHART_PX.width(), CHART_PX.height())
    paint_chart(painter, area, model, ChartColors.of(theme))
    painter.end()
    return image


def summary_paper(view: ProfessionalView, model: ChartModel, theme: Theme) -> Paper:
    """The page to print; ``theme`` is the light one at 100 %, as paper is."""
    words = NotesWords()
    return Paper(
        title=translate("summary", "Summary for a professional"),
        caption=translate("summary", "Save the summary"),
        file_name=FILE_NAME,
        html=lambda text_pt: summary_html(view, words, text_pt),
        pictures={CHART: chart_image(model, theme)},
    )
