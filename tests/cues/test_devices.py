"""The question for sound devices answers in words, with and without a sound system."""

from __future__ import annotations

import json

import pytest

from coach.cues import devices


def test_names_are_printed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(devices, "output_names", lambda: ["Speaker"])
    assert devices.main() == 0
    assert json.loads(capsys.readouterr().out) == {"devices": ["Speaker"]}


def test_a_missing_library_is_the_answer(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken() -> list[str]:
        raise ImportError("libpulse.so.0")

    monkeypatch.setattr(devices, "output_names", broken)
    assert devices.main() == 0
    assert json.loads(capsys.readouterr().out) == {"problem": "libpulse.so.0"}
