from __future__ import annotations

from pathlib import Path

import pytest

from coach.app.ports import Cues
from coach.cues.choose import Backend, choose
from coach.cues.silent import SilentCues


class OtherCues(SilentCues):
    """A second backend, to see the order."""


def absent() -> Backend:
    raise ImportError("libpulse.so.0: cannot open shared object file")


def broken() -> Backend:
    raise RuntimeError("a mistake in the code")


def test_first_available_backend_wins() -> None:
    assert type(choose(backends=[absent, OtherCues, SilentCues])) is OtherCues


def test_without_any_library_it_is_silent_and_says_why(caplog: pytest.LogCaptureFixture) -> None:
    cues = choose(backends=[absent])
    assert type(cues) is SilentCues
    assert cues.problem is not None
    assert "libpulse" in caplog.text


def test_silence_on_wish_is_no_problem_and_loads_nothing() -> None:
    cues = choose(prefer_silent=True, backends=[broken])
    assert cues.problem is None


def test_a_mistake_is_not_taken_for_a_missing_library() -> None:
    with pytest.raises(RuntimeError):
        choose(backends=[broken])


def test_silence_accepts_every_call() -> None:
    cues: Cues = SilentCues()
    cues.load(Path("a.wav"))
    cues.play(0)
    cues.set_muted(True)
    assert (cues.audible, cues.position_ms()) == (False, None)
    cues.pause()
    cues.shutdown()
