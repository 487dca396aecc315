"""Rows of a label and words."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from coach.gui.widgets.fact_rows import FactRows
from coach.gui.widgets.text import Text


def test_facts_are_read_with_their_label(themed: QtBot) -> None:
    rows = FactRows()
    themed.addWidget(rows)
    rows.resize(600, 100)
    rows.show_facts([("Stage", "Stage 1"), ("", "Alone")])
    assert rows.facts == (("Stage", "Stage 1"), ("", "Alone"))
    names = [label.accessibleName() for label in rows.findChildren(Text)]
    assert names == ["Stage", "Stage: Stage 1", "", "Alone"]


def test_facts_stand_below_their_label_where_it_is_narrow(themed: QtBot) -> None:
    rows = FactRows()
    themed.addWidget(rows)
    rows.show_facts([("Stage", "Stage 1")])

    def tops() -> tuple[int, int]:
        label, words = (one for one in rows.findChildren(Text) if one.isVisible())
        return label.y(), words.y()

    rows.resize(600, 100)
    with themed.waitExposed(rows):
        rows.show()
    themed.waitUntil(lambda: abs(tops()[0] - tops()[1]) < 8)
    rows.resize(250, 100)
    themed.waitUntil(lambda: tops()[1] - tops()[0] > 12)
