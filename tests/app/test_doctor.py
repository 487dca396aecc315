"""The doctor's report: marks, lines, JSON, and probes that fail."""

from __future__ import annotations

import json

import pytest

from coach.app.doctor import (
    Finding,
    Report,
    awake_finding,
    collect,
    display_findings,
    folder_finding,
    log_findings,
    sound_findings,
    version_findings,
    voice_findings,
)

GOOD = Finding("data", "folder", ok=True, text="/somewhere")
NOTE = Finding("sound", "devices", ok=None, text="none found")
BAD = Finding("data", "log", ok=False, text="is not a database")


@pytest.mark.parametrize(
    ("findings", "healthy"),
    [((), True), ((GOOD, NOTE), True), ((GOOD, BAD), False), ((BAD, BAD), False)],
)
def test_notes_are_no_illness(findings: tuple[Finding, ...], healthy: bool) -> None:
    assert Report(findings).healthy is healthy


def test_the_lines_name_each_area_once() -> None:
    assert Report((GOOD, BAD, NOTE)).lines() == [
        "data",
        "  ok   folder: /somewhere",
        "  BAD  log: is not a database",
        "sound",
        "  note devices: none found",
        "1 of these must be mended.",
    ]
    assert Report((GOOD,)).lines()[-1] == "All is well."


def test_the_json_carries_its_schema() -> None:
    data = json.loads(json.dumps(Report((NOTE,)).as_json()))
    assert data == {
        "schema": "coach.doctor/1",
        "healthy": True,
        "findings": [{"area": "sound", "name": "devices", "ok": None, "text": "none found"}],
    }


def test_a_missing_library_becomes_a_finding_and_the_rest_goes_on() -> None:
    def broken() -> list[Finding]:
        raise ImportError("libpulse.so.0: cannot open shared object file")

    report = collect({"sound": broken, "data": lambda: [GOOD]}, (ImportError,))
    assert [(f.area, f.ok) for f in report.findings] == [("sound", False), ("data", True)]
    assert "libpulse.so.0" in report.findings[0].text
    assert "install" in report.findings[0].text


def test_what_nobody_expects_is_not_hidden() -> None:
    def bug() -> list[Finding]:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        collect({"data": bug}, (OSError,))


def test_a_needed_library_is_worse_to_miss_than_a_wished_one() -> None:
    found = version_findings({"SQLAlchemy": None, "wakepy": None, "Python": "3.11"}, ["SQLAlchemy"])
    assert [finding.ok for finding in found] == [False, None, True]


@pytest.mark.parametrize(
    ("exists", "writable", "others", "ok"),
    [(True, True, False, True), (True, True, True, None), (True, False, False, False)],
)
def test_the_folder(exists: bool, writable: bool, others: bool, ok: bool | None) -> None:
    found = folder_finding("f", exists=exists, writable=writable, others=others, mode=0o755)
    assert found.ok is ok


def test_a_folder_that_is_not_there_yet_is_fine() -> None:
    found = folder_finding("f", exists=False, writable=True, others=False, mode=None)
    assert (found.ok, found.text) == (True, "f is made at the first start.")


@pytest.mark.parametrize(
    ("schema", "integrity", "healthy"),
    [(1, "ok", True), (2, "ok", True), (3, "ok", False), (2, "page 4 is lost", False)],
)
def test_the_log(schema: int, integrity: str, healthy: bool) -> None:
    report = Report(tuple(log_findings(schema, 2, integrity, {"rating": 3})))
    assert report.healthy is healthy
    assert "rating 3" in report.findings[-1].text


def test_sound_and_screen_lock_are_notes_at_most() -> None:
    silent = sound_findings(problem="no libpulse", devices=(), tones=6)
    assert [finding.ok for finding in silent] == [None, None, True]
    assert sound_findings(problem=None, devices=["Speaker"], tones=6)[1].text == "Speaker"
    assert [awake_finding(granted=granted).ok for granted in (True, False)] == [True, None]


def test_missing_phrases_are_named_but_not_all() -> None:
    found = voice_findings(84, ["In", "Out", "Stay", "Rest"])[0]
    assert (found.ok, found.text.endswith("In; Out; Stay …")) == (None, True)
    assert voice_findings(88, [])[0].ok is True


def test_no_display_is_a_note_and_a_display_without_screens_is_not() -> None:
    assert [f.ok for f in display_findings("", (), bare=True)] == [None]
    assert [f.ok for f in display_findings("xcb", (), bare=False)] == [True, False]
    assert [f.ok for f in display_findings("xcb", ("1280 × 820 at 1",), bare=False)] == [True, True]
