"""The page about faults names tests that are there."""

from __future__ import annotations

import re

import pytest

from support.source import ROOT

PAGE = (ROOT / "docs" / "reliability.md").read_text("utf-8")
NAMED = re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", PAGE)


@pytest.mark.parametrize(("file", "name"), NAMED)
def test_each_test_is_there(file: str, name: str) -> None:
    assert f"def {name}(" in (ROOT / file).read_text("utf-8")


def test_each_fault_has_a_test() -> None:
    rows = [line for line in PAGE.splitlines() if line.count("|") == 5][2:]
    assert len(rows) == 10
    assert all("::test_" in row for row in rows)
