"""A context over a real log, with work done at once, for controllers in a real window."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QWidget

from coach.gui.background import Background
from coach.gui.context import Context
from coach.gui.main_window import MainWindow, PageSpec
from coach.store.opening import open_store
from coach.store.sql_store import SqlStore
from support.book import real_book
from support.store_builders import CountedIds, SteadyClock
from support.workers import InlineWorker


@dataclass
class Stage:
    """A window, the log behind it, and a clock to set."""

    store: SqlStore
    clock: SteadyClock
    context: Context
    window: MainWindow

    def close(self) -> None:
        self.store.close()


def set_stage(folder: Path, pages: dict[str, Callable[[], QWidget]]) -> Stage:
    """A window whose sidebar lists ``pages``."""
    clock, ids = SteadyClock(), CountedIds()
    store = open_store(folder, clock, ids)
    context = Context(real_book(), clock, ids, Background(InlineWorker(store)))
    specs = [PageSpec(name, build, name.title(), "house") for name, build in pages.items()]
    window = MainWindow(specs, brand="coach", foot="")
    return Stage(store, clock, context, window)
