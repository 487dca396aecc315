"""The command line: exit codes, one line of reason, the JSON that people script against."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from coach.cli import run
from coach.domain.terms import Template
from coach.system.resources import read_text


@pytest.fixture
def answers_file(tmp_path: Path) -> Path:
    path = tmp_path / "answers.toml"
    path.write_text(read_text("answers-example.toml"), encoding="utf-8")
    return path


def as_json(capsys: pytest.CaptureFixture[str], *arguments: object) -> Any:
    assert run([str(part) for part in arguments]) == 0
    return json.loads(capsys.readouterr().out)


def refusal(capsys: pytest.CaptureFixture[str], *arguments: object) -> str:
    """The one line that a failing command prints."""
    assert run([str(part) for part in arguments]) == 1
    printed = capsys.readouterr()
    assert printed.out == ""
    [line] = printed.err.splitlines()
    assert line.startswith("coach: ")
    return line


def test_the_example_is_a_valid_answers_file(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert run(["plan", "--example"]) == 0
    path = tmp_path / "mine.toml"
    path.write_text(capsys.readouterr().out, encoding="utf-8")
    plan = as_json(capsys, "plan", path, "--json")
    assert plan["gate"] == "green"


def test_worked_case_1_as_json(capsys: pytest.CaptureFixture[str], answers_file: Path) -> None:
    plan = as_json(capsys, "plan", answers_file, "--json")
    assert plan["schema"] == "coach.plan/1"
    assert (plan["gate"], plan["locked"], plan["reasons"]) == ("green", False, [])
    assert (plan["emphasis"], plan["stage"], plan["floss"]) == ("front", "S1", "F1")
    front = {"id": "front", "points": 5, "max": 6, "shown": True}
    assert plan["patterns"][0] == front
    assert plan["patterns"][-1] == {"id": "sitting", "points": 3, "max": 3, "shown": True}
    assert [day["seconds"] for day in plan["days"]] == [573, 186, 573, 0, 573, 186, 0]
    assert [day["day"] for day in plan["days"]] == ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
    assert plan["days"][0]["items"][0] == {
        "exercise": "breathing_bridge",
        "variant": "mid",
        "sets": 3,
        "reps": 5,
        "positions": None,
        "per_side": False,
        "tempo": "4-6",
        "rest_s": 15,
        "limits": {},
        "rules": plan["days"][0]["items"][0]["rules"],
    }
    assert all(why["rule"] and why["text"] for why in plan["why"])


def test_a_red_answer_locks_with_its_reasons(
    capsys: pytest.CaptureFixture[str], answers_file: Path
) -> None:
    answers_file.write_text('q1 = ["b"]\n', encoding="utf-8")
    plan = as_json(capsys, "plan", answers_file, "--json")
    assert (plan["gate"], plan["locked"], plan["stage"]) == ("red-now", True, None)
    assert plan["floss"] == "F-LOCK"
    assert [day["kind"] for day in plan["days"]] == ["rest"] * 7
    assert plan["reasons"][0]["rule"] == "S4"
    assert plan["reasons"][0]["text"]
    timeline = as_json(capsys, "timeline", answers_file, "--json")
    assert (timeline["total_ms"], timeline["phases"]) == (0, [])


@pytest.mark.parametrize(
    ("words", "total_s"),
    [
        (["--stage", "S0"], 358),
        (["--stage", "S2", "--emphasis", "tucked"], 670),
        (["--template", "micro"], 154),
        (["--template", "half"], 390),
        (["--template", "extended", "--stage", "S4"], 1077),
        (["--template", "light", "--floss", "F2", "--stage", "S2"], 353),
        (["--day", "2"], 186),
        (["--day", "4"], 0),
        (["--stage", "S2", "--extra-floss"], 806),
        (["--stage", "S2", "--template", "full", "--floss", "F1"], 806),
        (["--stage", "S2", "--template", "full", "--floss", "F-LOCK"], 705),
        (["--stage", "S2", "--template", "full"], 705),
        (["--stage", "S2", "--floss", "F2"], 705),
        (["--stage", "S0", "--template", "full", "--floss", "F0"], 427),
    ],
)
def test_timelines_have_no_gap_and_the_planned_length(
    capsys: pytest.CaptureFixture[str], answers_file: Path, words: list[str], total_s: int
) -> None:
    timeline = as_json(capsys, "timeline", answers_file, "--json", *words)
    assert timeline["schema"] == "coach.timeline/1"
    end = 0
    for phase in timeline["phases"]:
        assert phase["start_ms"] == end
        end += phase["duration_ms"]
    assert end == timeline["total_ms"] == total_s * 1000


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("q1 = []\n", "q2"),
        ('q1 = ["z"]\n', "q1"),
        ("q13 = 1\n", "q13"),
        ("q1 = [\n", "TOML"),
        ('q6 = ["f", "a"]\n', "q1"),
        ('q1 = ["e"]\nq2 = []\nq3 = false\nq4 = "a"\n', "q5"),
        ('"a\\nb" = 1\n', "a b"),
        (f'"{"x" * 5000}" = 1\n', "xxx"),
        (f"q1 = {'[' * 100_000}\n", "nested"),
        (f"q1 = {'9' * 5000}\n", "TOML"),
    ],
)
def test_a_bad_answers_file_is_named_in_one_line(
    capsys: pytest.CaptureFixture[str], answers_file: Path, text: str, named: str
) -> None:
    answers_file.write_text(text, encoding="utf-8")
    assert named in refusal(capsys, "plan", answers_file)


def test_a_rating_of_eleven_is_refused(
    capsys: pytest.CaptureFixture[str], answers_file: Path
) -> None:
    text = answers_file.read_text(encoding="utf-8").replace("rating = 5", "rating = 11")
    answers_file.write_text(text, encoding="utf-8")
    assert "q12.rating" in refusal(capsys, "plan", answers_file)


def test_neighbouring_days_are_refused_with_the_reason(
    capsys: pytest.CaptureFixture[str], answers_file: Path
) -> None:
    text = answers_file.read_text(encoding="utf-8") + '\ndays = ["mon", "tue", "fri"]\n'
    answers_file.write_text(text, encoding="utf-8")
    assert "neighbours" in refusal(capsys, "plan", answers_file)


@pytest.mark.parametrize("head", ["", "\ufeff"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_file_of_any_editor_is_read(
    capsys: pytest.CaptureFixture[str], answers_file: Path, head: str, end: str
) -> None:
    text = head + answers_file.read_text(encoding="utf-8").replace("\n", end)
    answers_file.write_bytes(text.encode("utf-8"))
    assert as_json(capsys, "plan", answers_file, "--json")["gate"] == "green"


@pytest.mark.parametrize("content", [b"\x00\xff\xfe", b"#" * 1_000_001])
def test_what_is_no_answers_file_is_refused(
    capsys: pytest.CaptureFixture[str], answers_file: Path, content: bytes
) -> None:
    answers_file.write_bytes(content)
    assert answers_file.name in refusal(capsys, "plan", answers_file)


@pytest.mark.parametrize("template", [None, *Template])
@pytest.mark.parametrize("stage", ["S0", "S2"])
def test_each_timeline_is_as_long_as_its_day_in_the_plan(
    capsys: pytest.CaptureFixture[str], answers_file: Path, template: str | None, stage: str
) -> None:
    words = ["--stage", stage, "--json", *(["--template", template] if template else [])]
    plan = as_json(capsys, "plan", answers_file, *words)
    for number, day in enumerate(plan["days"], start=1):
        timeline = as_json(capsys, "timeline", answers_file, "--day", number, *words)
        assert timeline["total_ms"] == day["seconds"] * 1000


@pytest.mark.parametrize("words", [["plan"], ["timeline"], ["plan", "--json"]])
def test_a_terminal_without_the_letters_still_gets_the_plan(
    answers_file: Path, words: list[str]
) -> None:
    command = [sys.executable, "-m", "coach", words[0], str(answers_file), *words[1:]]
    env = {**os.environ, "PYTHONIOENCODING": "ascii"}
    done = subprocess.run(command, env=env, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")


def test_a_reader_that_has_gone_ends_it_without_a_trace(answers_file: Path) -> None:
    """As in `coach plan … | head -1`."""
    there, here = os.pipe()
    os.close(there)
    command = [sys.executable, "-m", "coach", "timeline", str(answers_file)]
    done = subprocess.run(command, stdout=here, stderr=subprocess.PIPE, check=False)
    os.close(here)
    assert (done.returncode, done.stderr) == (1, b"")


def test_a_missing_file_is_named(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert "nowhere.toml" in refusal(capsys, "plan", tmp_path / "nowhere.toml")


def test_verdicts_of_several_files(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    calm = tmp_path / "calm.csv"
    rows = [f"2026-{1 + n // 28:02}-{1 + n % 28:02},5" for n in range(84)]
    calm.write_text("date,score\n" + "\n".join(rows), encoding="utf-8")
    empty = tmp_path / "empty.csv"
    empty.write_text("date,score\n", encoding="utf-8")
    found = as_json(capsys, "verdict", calm, empty, "--json")
    assert [v["verdict"] for v in found] == ["no-clear-change", "not-enough"]
    assert (found[0]["rho"], found[0]["p"]) == (0.3, 1.0)
    assert found[1]["difference"] is None


@pytest.mark.parametrize("words", [["plan"], ["timeline"], ["plan", "x", "--stage", "S9"], ["fly"]])
def test_wrong_usage_exits_with_2(words: list[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        run(words)
    assert ended.value.code == 2


@pytest.mark.parametrize(
    "words",
    [
        ["--speed", "0"],
        ["--speed", "nan"],
        ["--speed", "inf"],
        ["--days", "-3"],
        ["--days", "9999"],
        ["--size", "12y"],
        ["--size", "0x480"],
        ["--size", "\u00b2x480"],
    ],
)
def test_an_odd_tour_is_refused_before_anything_is_made(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, words: list[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        run(["tour", "--out", str(tmp_path / "out"), *words])
    assert ended.value.code == 2
    assert words[1] in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_a_tour_into_a_file_is_refused(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    place = tmp_path / "file"
    place.write_text("mine")
    assert "cannot be made" in refusal(capsys, "tour", "--out", place)
    assert place.read_text() == "mine"


def test_a_window_without_a_display_is_refused(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("QT_QPA_PLATFORM")
    monkeypatch.setattr("coach.system.doctor.sys.platform", "linux")
    assert "no display" in refusal(capsys, "--data-dir", tmp_path / "data")
    assert not (tmp_path / "data").exists()


def test_figures_into_a_file_are_refused(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    place = tmp_path / "figures"
    place.write_text("", encoding="utf-8")
    assert str(place) in refusal(capsys, "figures", "--out", place)


def test_figures_ask_for_a_place(capsys: pytest.CaptureFixture[str]) -> None:
    for words in (["figures"], ["figures", "--out", "x", "--theme", "pink"]):
        with pytest.raises(SystemExit) as refused:
            run(words)
        assert refused.value.code == 2
