"""What stands around the chart: dates, table, pictures, card, grid of cards."""

from __future__ import annotations

from datetime import date, timedelta
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from coach.gui.theme import Theme
from coach.gui.widgets.card_grid import CardGrid
from coach.gui.widgets.chart_card import ChartCard
from coach.gui.widgets.chart_dates import date_ticks, long_date, short_date
from coach.gui.widgets.chart_model import ChartColors, ChartMark, ChartModel
from coach.gui.widgets.chart_picture import PictureKind, PictureWords, chart_picture
from coach.gui.widgets.chart_table import ChartTable

FIRST = date(2026, 1, 5)
MODEL = ChartModel(
    FIRST,
    FIRST + timedelta(days=27),
    dots=((FIRST, 6), (FIRST + timedelta(days=3), 4)),
    line=(((FIRST, 6.0), (FIRST + timedelta(days=3), 5.3)),),
    band=(5.0, 7.0),
    sessions=(FIRST + timedelta(days=1), FIRST + timedelta(days=3)),
    marks=(ChartMark(FIRST + timedelta(days=9), "Stage 2"),),
)
WORDS = PictureWords("No clear change yet.", "Tightness from 0 to 10")


def after(days: int) -> date:
    return FIRST + timedelta(days=days)


@pytest.mark.parametrize(
    ("days", "most", "words"),
    [
        (27, 4, ["5 Jan", "12 Jan", "19 Jan", "26 Jan"]),
        (27, 3, ["5 Jan", "19 Jan"]),
        (27, 1, ["5 Jan"]),
        (83, 12, ["5 Jan", "12 Jan", "19 Jan", "26 Jan", "2 Feb", "9 Feb"]),
        (300, 12, ["Feb", "Mar", "Apr", "May", "Jun", "Jul"]),
        (300, 4, ["Apr", "Jul", "Oct"]),
        (400, 5, ["Apr 2026", "Jul 2026", "Oct 2026", "Jan 2027"]),
        (3650, 11, ["2027", "2028", "2029", "2030", "2031", "2032"]),
        (3650, 3, ["2030", "2035"]),
    ],
)
def test_dates_fit_and_fall_on_days_people_count_by(days: int, most: int, words: list[str]) -> None:
    ticks = date_ticks(FIRST, after(days), most)
    assert [said for _, said in ticks][:6] == words
    assert len(ticks) <= most
    assert all(FIRST <= when <= after(days) for when, _ in ticks)


def test_dates_in_words() -> None:
    assert (short_date(FIRST), long_date(FIRST)) == ("5 Jan", "Mon 5 Jan 2026")


def test_the_table_lists_busy_days_newest_first(themed: QtBot) -> None:
    table = ChartTable()
    assert table.rowCount() == 0
    table.show_model(MODEL)
    rows = [
        [table.data(table.index(row, column)) for column in range(table.columnCount())]
        for row in range(table.rowCount())
    ]
    assert rows == [
        ["Wed 14 Jan 2026", "", "", "Stage 2"],
        ["Thu 8 Jan 2026", "4", "yes", ""],
        ["Tue 6 Jan 2026", "", "yes", ""],
        ["Mon 5 Jan 2026", "6", "", ""],
    ]
    heads = [table.headerData(column, Qt.Orientation.Horizontal) for column in range(4)]
    assert heads == ["Day", "Tightness", "Session", "Change"]
    assert table.headerData(0, Qt.Orientation.Vertical) is None
    assert table.data(QModelIndex()) is None
    assert table.data(table.index(0, 0), Qt.ItemDataRole.DecorationRole) is None
    assert table.rowCount(table.index(0, 0)) == table.columnCount(table.index(0, 0)) == 0


def picture(kind: PictureKind, theme: Theme) -> bytes:
    return chart_picture(kind, MODEL, ChartColors.of(theme), theme.font(15), WORDS)


def test_a_png_shows_the_chart_at_double_sharpness(theme: Theme) -> None:
    image = QImage.fromData(picture(PictureKind.PNG, theme), "PNG")
    assert (image.width(), image.height()) == (2400, 1120)
    found = {image.pixelColor(x, 720).name() for x in range(0, 2400, 2)}
    assert ChartColors.of(theme).ground.name() in found
    whole = {image.pixelColor(x, y).name() for x in range(0, 700, 2) for y in range(200, 1100, 3)}
    assert {ChartColors.of(theme).line.name(), ChartColors.of(theme).session.name()} <= whole


def test_an_svg_holds_its_words_as_text(theme: Theme) -> None:
    root = ET.fromstring(picture(PictureKind.SVG, theme))
    texts = {"".join(node.itertext()).strip() for node in root.iter() if node.tag.endswith("text")}
    assert {"No clear change yet.", "Stage 2", "10", "5 Jan"} <= texts
    opacities = {node.get("fill-opacity") for node in root.iter()} - {None}
    assert opacities <= {"1"}


def test_a_pdf_is_one_page(theme: Theme) -> None:
    content = picture(PictureKind.PDF, theme)
    assert content.startswith(b"%PDF-")
    assert content.count(b"/Type /Page\n") == 1


def test_the_card_offers_spans_and_a_table(themed: QtBot) -> None:
    card = ChartCard("Tightness", {"4": "4 weeks", "all": "all"})
    themed.addWidget(card)
    card.show_model(MODEL, "all", "summary")
    assert card.spans["all"].isChecked()
    with themed.waitSignal(card.span_chosen) as asked:
        card.spans["4"].setFocus()
        QTest.keyClick(card.spans["4"], Qt.Key.Key_Return)
    assert asked.args == ["4"]
    assert card.chart.isVisibleTo(card)
    card.as_table.click()
    assert card.table.isVisibleTo(card)
    assert not card.chart.isVisibleTo(card)
    assert card.table.model().rowCount() == 4


def test_key_and_note_show_only_where_there_is_something_to_tell(themed: QtBot) -> None:
    card = ChartCard("Tightness", {"all": "all"})
    themed.addWidget(card)
    card.show_model(ChartModel(FIRST, after(27)), "all", "")
    assert not card.key.isVisibleTo(card)
    assert not card.note.isVisibleTo(card)
    card.show_model(MODEL, "all", "", "A foot note.")
    assert card.key.isVisibleTo(card)
    assert card.note.text() == "A foot note."


@pytest.mark.parametrize(("width", "columns"), [(984, 4), (860, 4), (859, 2), (420, 2), (419, 1)])
def test_cards_stand_in_four_two_or_one_column(themed: QtBot, width: int, columns: int) -> None:
    grid = CardGrid([QWidget() for _ in range(4)])
    themed.addWidget(grid)
    grid.resize(width, 200)
    grid.show()
    assert grid.columns == columns
