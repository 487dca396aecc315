from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from coach.app.text_file import FileError
from coach.app.verdicts import MAX_BYTES, file_verdict, parse_ratings
from coach.domain.trend import VerdictKind
from coach.domain.verdict_text import verdict_texts
from coach.system.resources import read_toml

TEXTS = verdict_texts(read_toml("texts/verdict.en.toml"), "verdict.en.toml")


def table(count: int, score: int = 5) -> str:
    first = date(2026, 1, 5)
    rows = [f"{first + timedelta(days=i)},{score}" for i in range(count)]
    return "\n".join(["date,score", *rows]) + "\n"


def test_the_json_fields_of_a_verdict(tmp_path: Path) -> None:
    path = tmp_path / "ratings.csv"
    path.write_text(table(84))
    found = file_verdict(path, TEXTS)
    assert found.verdict.kind is VerdictKind.NO_CLEAR_CHANGE
    assert found.as_json() == {
        "schema": "coach.verdict/1",
        "file": str(path),
        "verdict": "no-clear-change",
        "difference": 0.0,
        "low": 0.0,
        "high": 0.0,
        "n": 84,
        "rho": 0.3,
        "p": 1.0,
        "sentence": found.sentence,
    }


def test_k11_before_day_21_the_fields_are_null(tmp_path: Path) -> None:
    path = tmp_path / "ratings.csv"
    path.write_text(table(20))
    fields = file_verdict(path, TEXTS).as_json()
    assert fields.pop("schema") == "coach.verdict/1"
    assert fields.pop("file") == str(path)
    assert "three weeks" in str(fields.pop("sentence"))
    assert fields.pop("verdict") == "not-enough"
    assert set(fields.values()) == {None}


def test_a_file_with_columns_only_has_no_ratings_yet(tmp_path: Path) -> None:
    path = tmp_path / "ratings.csv"
    path.write_text("date,score\n")
    assert file_verdict(path, TEXTS).sentence.startswith("No ratings yet.")


@pytest.mark.parametrize(
    "text",
    [
        "date,score\n2026-01-05,4\n2026-01-07,6\n",
        "date,score\r\n2026-01-05,4\r\n\r\n2026-01-07,6\r\n",
        "Score;note;Date\n4;calm;2026-01-05\n6;;2026-01-07\n",
        'date\tscore\n"2026-01-05"\t4.0\n2026-01-07\t 6 \n',
        "date,score\n2026-01-05,4\n2026-01-06,\n2026-01-07,6",
    ],
)
def test_ways_to_write_the_same_table(text: str) -> None:
    assert parse_ratings(text, "x.csv") == [(date(2026, 1, 5), 4), (date(2026, 1, 7), 6)]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "x.csv: the first line must name .* date and score is missing"),
        ("day,score\n2026-01-05,4\n", "x.csv: the first line .* date is missing"),
        ("date,score\n2026-01-05,11\n", "x.csv: line 2: the score .* 0 to 10, not '11'"),
        ("date,score\n2026-01-05,4\n2026-01-06,-1\n", "x.csv: line 3: the score .* not '-1'"),
        ("date,score\n2026-01-05,4.5\n", "not '4.5'"),
        ("date,score\n2026-01-05,²\n", "not '²'"),
        ("date,score\n2026-01-05,nan\n", "not 'nan'"),
        ("date,score\n05.01.2026,4\n", "line 2: the date .* not '05.01.2026'"),
        ("date,score\n20260105,4\n", "line 2: the date"),
        ("date,score\n2026-02-30,4\n", "line 2: the date"),
        ("date,score\n2026-02-30,\n", "line 2: the date"),
        ("date,score\n2026-01-05\n,4\n", "line 3: the date .* not ''"),
        ('date,score\n"2026-01-05"x,4\n', "line 2: "),
    ],
)
def test_bad_rows_name_file_line_and_reason(text: str, reason: str) -> None:
    with pytest.raises(FileError, match=reason):
        parse_ratings(text, "x.csv")


def test_files_that_cannot_be_read_say_why(tmp_path: Path) -> None:
    binary, huge = tmp_path / "binary.csv", tmp_path / "huge.csv"
    binary.write_bytes(b"\xff\xfe\x00d")
    with huge.open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    for path, reason in (
        (tmp_path / "none.csv", "No such file"),
        (tmp_path, "directory"),
        (binary, "not UTF-8 text"),
        (huge, "larger than 20 MB"),
    ):
        with pytest.raises(FileError, match=reason):
            file_verdict(path, TEXTS)


def test_a_byte_order_mark_is_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "ratings.csv"
    path.write_text(table(30), "utf-8-sig")
    assert file_verdict(path, TEXTS).verdict.n == 28
