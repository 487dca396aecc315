"""``coach simulate``: the same bytes everywhere, one line of reason, exit codes, a closed pipe."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from coach.cli import run
from coach.system.resources import read_text


@pytest.fixture
def persona_file(tmp_path: Path) -> Path:
    path = tmp_path / "persona.toml"
    path.write_text(read_text("personas/example.toml"), encoding="utf-8")
    return path


def printed(capsys: pytest.CaptureFixture[str], *arguments: object) -> str:
    assert run(["simulate", *map(str, arguments)]) == 0
    return capsys.readouterr().out


def refusal(capsys: pytest.CaptureFixture[str], *arguments: object) -> str:
    """The one line that a failing command prints."""
    assert run(["simulate", *map(str, arguments)]) == 1
    found = capsys.readouterr()
    assert found.out == ""
    [line] = found.err.splitlines()
    assert line.startswith("coach: ")
    return line


def in_a_process(*arguments: str, **environment: str) -> bytes:
    """What a process of its own prints, whatever language and hashing it was given."""
    call = [sys.executable, "-m", "coach", "simulate", *arguments]
    done = subprocess.run(
        call, check=True, capture_output=True, env={**os.environ, **environment}, timeout=60
    )
    assert done.stderr == b""
    return done.stdout


def test_the_example_lives(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(printed(capsys, "--example"), encoding="utf-8")
    assert (
        printed(capsys, path, "--weeks", 1).splitlines()[0].startswith("Example, from 2026-01-05")
    )


def test_json_is_one_object_a_day(capsys: pytest.CaptureFixture[str], persona_file: Path) -> None:
    found = [json.loads(line) for line in printed(capsys, persona_file, "--json").splitlines()]
    assert len(found) == 12 * 7
    assert found[0]["date"] == "2026-01-05"
    assert {line["schema"] for line in found} == {"coach.simulate/1"}
    assert next(n for n, line in enumerate(found, 1) if "verdict" in line) >= 21
    told = [change for line in found for change in line["changes"]]
    assert all(change["rule"] and change["text"] for change in told)


def test_the_same_person_gives_the_same_bytes_everywhere(persona_file: Path) -> None:
    words = (str(persona_file), "--weeks", "3", "--json")
    plain = in_a_process(*words, PYTHONHASHSEED="1", LC_ALL="C", TZ="UTC", PYTHONUTF8="0")
    other = in_a_process(
        *words, PYTHONHASHSEED="2", LC_ALL="C.UTF-8", TZ="Pacific/Auckland", PYTHONUTF8="1"
    )
    assert plain == other
    assert plain.isascii()


def test_another_seed_gives_another_life(
    capsys: pytest.CaptureFixture[str], persona_file: Path
) -> None:
    first = printed(capsys, persona_file, "--weeks", 2, "--json")
    text = persona_file.read_text(encoding="utf-8").replace("seed = 7", "seed = 8")
    persona_file.write_text(text, encoding="utf-8")
    assert printed(capsys, persona_file, "--weeks", 2, "--json") != first


@pytest.mark.parametrize(
    ("old", "new", "named"),
    [
        ("seed = 7", "", "seed"),
        ("seed = 7", 'seed = "7"', "seed"),
        ("start = 2026-01-05", "start = 2026-13-05", "TOML"),
        ("full = 0.9", "full = 9", "adherence.full"),
        ("q5 = false", "q5 = 3", "answers.q5"),
        ('kind = "flare"', 'kind = "flair"', "event[2].kind"),
        ("points = 3", "pionts = 3", "event[2].points"),
        ("[accepts]", "[acepts]", "acepts"),
    ],
)
def test_a_bad_persona_is_named_in_one_line(
    capsys: pytest.CaptureFixture[str], persona_file: Path, old: str, new: str, named: str
) -> None:
    text = persona_file.read_text(encoding="utf-8")
    assert old in text
    persona_file.write_text(text.replace(old, new, 1), encoding="utf-8")
    said = refusal(capsys, persona_file)
    assert named in said
    assert persona_file.name in said


def test_a_file_that_is_not_there(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert "nobody.toml" in refusal(capsys, tmp_path / "nobody.toml")


@pytest.mark.parametrize(
    "words", [[], ["--weeks", "0"], ["--weeks", "521"], ["--weeks", "some"], ["a", "b"]]
)
def test_wrong_usage_is_exit_code_2(words: list[str], persona_file: Path) -> None:
    arguments = words if not words or words[0] == "a" else [str(persona_file), *words]
    with pytest.raises(SystemExit) as stopped:
        run(["simulate", *arguments])
    assert stopped.value.code == 2


def test_somebody_under_18_has_no_plan(
    capsys: pytest.CaptureFixture[str], persona_file: Path
) -> None:
    """K17: nothing is stored, so that nothing is planned either."""
    text = persona_file.read_text(encoding="utf-8").replace("age = 45", "age = 17")
    persona_file.write_text(text, encoding="utf-8")
    found = printed(capsys, persona_file, "--weeks", 1, "--json")
    days = [json.loads(line) for line in found.splitlines()]
    assert {(day["gate"], day["stage"], day["planned"]) for day in days} == {
        ("out", None, "locked")
    }


def test_a_reader_that_goes_ends_it_quietly(persona_file: Path) -> None:
    call = [sys.executable, "-m", "coach", "simulate", str(persona_file), "--weeks", "520"]
    with subprocess.Popen(call, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        assert running.stdout.readline().startswith(b"Example")
        running.stdout.close()
        assert running.wait(timeout=60) == 1
        assert running.stderr.read() == b""
