"""Each read is asked once, and a write lets go of what was kept."""

from __future__ import annotations

import inspect
from collections import Counter
from datetime import timedelta
from typing import Any

from coach.app.ports import Store
from coach.app.read_once import _READS, read_once
from coach.app.today import build_today
from coach.domain.records import RatingKind
from coach.store.memory_store import MemoryStore
from support.book import real_book
from support.diary import Diary
from support.store_builders import CountedIds, SteadyClock, rating, stamp


class Counted:
    """A store that counts what it is asked."""

    def __init__(self, store: MemoryStore) -> None:
        self.store = store
        self.calls: Counter[tuple[object, ...]] = Counter()

    def __getattr__(self, name: str) -> Any:
        found = getattr(self.store, name)
        if not callable(found):
            return found

        def asked(*given: object, **named: object) -> Any:
            self.calls[name, *map(str, given)] += 1
            return found(*given, **named)

        return asked


def test_a_read_is_asked_once_for_each_question() -> None:
    counted = Counted(MemoryStore(SteadyClock(), CountedIds()))
    once = read_once(counted)  # type: ignore[arg-type]
    day = stamp().civil
    for _ in range(3):
        once.ratings(RatingKind.DAILY)
        once.ratings(RatingKind.DAILY, day)
        once.ratings(RatingKind.DAILY, day - timedelta(days=1))
    assert set(counted.calls.values()) == {1}
    assert len(counted.calls) == 3


def test_a_write_is_seen_by_the_next_read() -> None:
    store = MemoryStore(SteadyClock(), CountedIds())
    once = read_once(store)
    assert once.ratings(RatingKind.DAILY) == []
    once.save_rating(rating(), stamp())
    assert len(once.ratings(RatingKind.DAILY)) == 1
    assert once.notices == store.notices


def test_every_method_of_the_port_is_a_read_or_begins_like_a_write() -> None:
    methods = {name for name, _ in inspect.getmembers(Store, inspect.isfunction)}
    public = {name for name in methods if not name.startswith("_")}
    writes = {n for n in public if n.startswith(("save_", "add_", "begin_", "end_", "close"))}
    assert public - writes == _READS


def test_today_is_the_same_either_way() -> None:
    diary = Diary()
    diary.rates((4, 4, 5, 4, 4, 4, 5, 6, 6))
    now = diary.at(9)
    plain = build_today(diary.store, real_book(), now)
    assert build_today(read_once(diary.store), real_book(), now) == plain
