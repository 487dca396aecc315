from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from time import process_time

import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from coach.gui.style import apply_theme
from coach.gui.theme import Theme, load_theme
from coach.gui.widgets.chart import Chart
from coach.gui.widgets.chart_model import ChartColors, ChartFrame, ChartMark, ChartModel
from coach.gui.widgets.chart_paint import chart_frame, paint_chart

FIRST = date(2026, 1, 5)
AREA = QRectF(0, 0, 800, 260)


def day(number: int) -> date:
    return FIRST + timedelta(days=number - 1)


def months(days: int = 84) -> ChartModel:
    """A rating on every day but the tenth, and a session on every third day."""
    rated = [n for n in range(1, days + 1) if n != 10]
    dots = tuple((day(n), 3 + n % 4) for n in rated)
    return ChartModel(
        first=FIRST,
        last=day(days),
        dots=dots,
        line=(tuple((when, score + 0.5) for when, score in dots),),
        band=(5.0, 7.0),
        sessions=tuple(day(n) for n in range(1, days + 1, 3)),
        marks=(ChartMark(day(40), "Stage 2"),),
    )


def painted(model: ChartModel, colors: ChartColors, theme: Theme) -> tuple[QImage, ChartFrame]:
    image = QImage(AREA.size().toSize(), QImage.Format.Format_RGB32)
    image.fill(colors.ground)
    painter = QPainter(image)
    painter.setFont(theme.font(13))
    frame = paint_chart(painter, AREA, model, colors)
    painter.end()
    return image, frame


@pytest.fixture
def chart(themed: QtBot) -> Chart:
    shown = Chart("Tightness")
    themed.addWidget(shown)
    shown.resize(800, 264)
    shown.show_model(months(), "84 days")
    return shown


def test_each_part_is_drawn_where_its_value_lies(theme: Theme) -> None:
    colors = ChartColors.of(theme)
    model = ChartModel(
        FIRST,
        day(28),
        dots=((day(5), 8), (day(20), 2)),
        line=(((day(5), 8.0), (day(20), 2.0)),),
        band=(3.5, 4.5),
        sessions=(day(10),),
    )
    image, frame = painted(model, colors, theme)

    def at(x: float, y: float) -> str:
        return image.pixelColor(round(x), round(y)).name()

    assert at(frame.x(day(5)), frame.y(8)) == colors.line.name()
    assert at(frame.x(day(12)) + frame.plot.width() / 54, frame.y(5)) == colors.line.name()
    assert at(frame.x(day(1)) + 9, frame.y(4.2)) == colors.band.name()
    assert at(frame.x(day(1)) + 9, frame.y(5)) == colors.ground.name()
    assert at(frame.x(day(10)), frame.plot.bottom() + 0.8 * frame.em_px) == colors.session.name()
    assert at(frame.x(day(11)), frame.plot.bottom() + 0.8 * frame.em_px) == colors.ground.name()


def test_a_gap_in_the_line_stays_a_gap(theme: Theme) -> None:
    colors = ChartColors.of(theme)
    parts = (((day(1), 5.0), (day(5), 5.0)), ((day(20), 5.0), (day(28), 5.0)))
    image, frame = painted(ChartModel(FIRST, day(28), line=parts), colors, theme)
    middle = round(frame.y(5))
    assert image.pixelColor(round(frame.x(day(3))), middle) == colors.line
    assert image.pixelColor(round(frame.x(day(12))), middle) != colors.line


@pytest.mark.parametrize("name", ["light", "dark"])
def test_parts_differ_from_their_ground(theme: Theme, name: str) -> None:
    colors = ChartColors.of(load_theme(name))
    parts = (colors.text, colors.grid, colors.dot, colors.line, colors.band, colors.session)
    assert all(part.alpha() == 255 for part in parts)
    assert len({part.name() for part in (*parts, colors.ground)}) == 7


def test_the_frame_turns_days_into_places_and_back(theme: Theme) -> None:
    frame = chart_frame(theme.font(13), AREA, months())
    for number in (1, 2, 40, 83, 84):
        assert frame.day_at(frame.x(day(number))) == day(number)
    assert frame.day_at(-50) == FIRST
    assert frame.day_at(5000) == day(84)
    assert frame.y(10) == frame.plot.top()
    assert frame.y(0) == frame.plot.bottom()


def test_a_chart_of_one_day_and_an_empty_one_can_be_drawn(theme: Theme) -> None:
    colors = ChartColors.of(theme)
    painted(ChartModel(FIRST, FIRST, dots=((FIRST, 5),), line=(((FIRST, 5.0),),)), colors, theme)
    painted(ChartModel(FIRST, day(28)), colors, theme)
    with pytest.raises(ValueError, match="cannot end"):
        ChartModel(day(2), FIRST)


def test_keys_move_over_the_days_and_tell_them(chart: Chart) -> None:
    assert chart.accessibleDescription() == "84 days"
    QTest.keyClick(chart, Qt.Key.Key_Left)
    assert chart.cursor_day == day(84)
    assert chart.accessibleDescription() == "Sun 29 Mar 2026 · tightness 3"
    QTest.keyClick(chart, Qt.Key.Key_Left)
    assert chart.cursor_day == day(83)
    QTest.keyClick(chart, Qt.Key.Key_PageUp)
    assert chart.cursor_day == day(76)
    assert chart.accessibleDescription() == "Sat 21 Mar 2026 · tightness 3 · session"
    QTest.keyClick(chart, Qt.Key.Key_Home)
    QTest.keyClick(chart, Qt.Key.Key_Left)
    assert chart.cursor_day == FIRST
    QTest.keyClick(chart, Qt.Key.Key_Escape)
    assert chart.cursor_day is None
    assert chart.accessibleDescription() == "84 days"


def test_a_day_without_rating_and_a_day_with_a_change_say_so(chart: Chart) -> None:
    chart.move_cursor(day(10))
    assert chart.cursor_words() == "Wed 14 Jan 2026 · no rating · session"
    chart.move_cursor(day(40))
    assert chart.cursor_words() == "Fri 13 Feb 2026 · tightness 3 · session · Stage 2"


def test_the_pointer_moves_the_cursor_and_leaving_takes_it_away(chart: Chart) -> None:
    frame = chart_frame(chart.font(), QRectF(chart.rect()), months())
    QTest.mouseMove(chart, QPoint(round(frame.x(day(30))), 100))
    chart.show()
    QTest.mouseMove(chart, QPoint(round(frame.x(day(31))), 100))
    assert chart.cursor_day == day(31)
    chart.hide()
    chart.move_cursor(None)
    assert chart.cursor_words() == ""


def test_the_cursor_is_drawn(chart: Chart) -> None:
    before = chart.grab().toImage()
    chart.move_cursor(day(30))
    assert chart.grab().toImage() != before


def test_a_new_look_and_a_new_model_redraw_the_kept_picture(
    chart: Chart, qapp: QApplication
) -> None:
    light = chart.grab().toImage()
    apply_theme(qapp, load_theme("dark"))
    dark = chart.grab().toImage()
    assert dark != light
    chart.show_model(months(28), "28 days")
    assert chart.grab().toImage() != dark


def fastest(work: Callable[[], object]) -> float:
    times = []
    for _ in range(3):
        begun = process_time()
        work()
        times.append(process_time() - begun)
    return min(times)


def test_ten_years_are_drawn_fast_and_then_only_copied(chart: Chart) -> None:
    chart.show_model(months(3650), "ten years")

    def draw() -> None:
        chart.refresh(load_theme("light"))
        chart.grab()

    assert fastest(draw) < 0.2
    assert fastest(chart.grab) < 0.02
