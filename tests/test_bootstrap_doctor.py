"""The doctor on this machine: a whole report, without a trace left behind."""

from __future__ import annotations

from pathlib import Path

import pytest

from coach import bootstrap_doctor
from coach.bootstrap_doctor import doctor
from coach.domain.book import Book
from coach.domain.content_error import ContentError
from coach.store.opening import open_store
from support.book import real_book
from support.store_builders import CountedIds, SteadyClock, fill


@pytest.fixture
def quiet(monkeypatch: pytest.MonkeyPatch) -> None:
    """No other processes: their answers are given."""
    answers = {"coach.cues.devices": {"devices": ["Speaker"]}}
    monkeypatch.setattr(bootstrap_doctor, "_ask", lambda module: answers[module])


def test_a_real_look_at_everything(tmp_path: Path) -> None:
    report = doctor(tmp_path / "none", real_book)
    assert report.healthy, report.lines()
    areas = list(dict.fromkeys(finding.area for finding in report.findings))
    assert areas == ["versions", "content", "data", "sound", "voice", "display"]
    assert not (tmp_path / "none").exists()


@pytest.mark.usefixtures("quiet")
def test_the_log_is_counted(tmp_path: Path) -> None:
    store = open_store(tmp_path, SteadyClock(), CountedIds())
    fill(store)
    store.close()
    entries = [f for f in doctor(tmp_path, real_book).findings if f.name == "entries"]
    assert "set_log 4" in entries[0].text


@pytest.mark.usefixtures("quiet")
def test_a_foreign_file_makes_it_unhealthy(tmp_path: Path) -> None:
    (tmp_path / "coach.sqlite").write_text("hello")
    report = doctor(tmp_path, real_book)
    assert not report.healthy
    assert [f.name for f in report.findings if f.ok is False] == ["log"]


@pytest.mark.usefixtures("quiet")
def test_broken_content_is_named(tmp_path: Path) -> None:
    def broken() -> Book:
        raise ContentError("exercises/leg_swing.toml", "id", "is missing")

    failed = [f for f in doctor(tmp_path, broken).findings if f.ok is False]
    assert [f.area for f in failed] == ["content", "voice"]
    assert failed[0].text == "exercises/leg_swing.toml: id: is missing"


def test_a_sound_system_that_fails_is_a_note(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def silent(_module: str) -> dict[str, object]:
        raise OSError("no answer within 20 s.")

    monkeypatch.setattr(bootstrap_doctor, "_ask", silent)
    report = doctor(tmp_path, real_book)
    assert report.healthy
    player = next(f for f in report.findings if f.name == "player")
    assert (player.ok, "no answer" in player.text) == (None, True)


def test_a_process_that_ends_badly_gives_its_telling_line() -> None:
    with pytest.raises(OSError, match="No module named"):
        bootstrap_doctor._ask("coach.no_such_part")
