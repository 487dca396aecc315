"""Answers files: read whole, or refused with the file's name and the reason."""

from __future__ import annotations

from pathlib import Path

import pytest

from coach.app.answers_file import read_answers
from coach.app.text_file import FileError
from coach.system.resources import read_text
from support.book import real_book


def test_a_mark_in_front_is_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "answers.toml"
    path.write_text(read_text("answers-example.toml"), "utf-8-sig")
    assert read_answers(path, real_book()).chosen


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"q1 = [", "not valid TOML"),
        (b"q1 = " + b"[" * 5000, "nested too deeply"),
        (b"q9 = " + b"9" * 5000, "not valid TOML"),
        (b"\xff\xfe\x00d", "not UTF-8 text"),
        (b"#" * 1_000_001, "larger than 1 MB"),
    ],
    ids=["broken", "deep", "long", "binary", "huge"],
)
def test_a_file_that_cannot_be_used_says_why(tmp_path: Path, content: bytes, reason: str) -> None:
    path = tmp_path / "answers.toml"
    path.write_bytes(content)
    with pytest.raises(FileError, match=rf"answers\.toml: .*{reason}"):
        read_answers(path, real_book())


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileError, match=r"none\.toml: No such file"):
        read_answers(tmp_path / "none.toml", real_book())
