"""Where each rule comes from: nothing is missing, nothing leads nowhere, the page is up to date."""

from __future__ import annotations

import ast
import importlib
import re
import tomllib
from collections.abc import Iterator
from datetime import time, timedelta
from numbers import Real
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from support.scripts import load_script
from support.source import ROOT, SRC

RULE_ID = re.compile(r"\b(?:[SPRTNEGDMCAKXW]\d{1,2}b?|P-\d|M-[A-Z]{2,}\d?)\b")
STAGES = {"S0"}
DOMAIN = SRC / "coach" / "domain"
#: Numbers beside the rules of their module, and why.
NO_RULE = {
    **dict.fromkeys(("persona", "persona_events"), "made-up people"),
    "tingling.WINDOW_MS": "the minute of N1 in milliseconds",
    "floss_events._DAY_S": "the seconds of a day",
    "intent.LONGEST": "letters of one's own words",
    "lifting.WEEK_DAYS": "the days of a week",
    "phrases._MOST_SETS": "which phrases are collected to be spoken",
    "score._LEARNING_REPS": "how often the words are spoken",
    "score._LEARNING_SETS": "how often the words are spoken",
    "statistics._NO_SPREAD": "rounding",
}
SOURCE = re.compile(r"article \d{3}|outside: .+|knowledge|decision|simulation")


@pytest.fixture(scope="module")
def script() -> ModuleType:
    return load_script("make_evidence")


def toml(path: str) -> dict[str, Any]:
    return tomllib.loads((ROOT / path).read_text("utf-8"))


EVIDENCE, PROOFS = toml("resources/evidence.toml"), toml("tests/proofs.toml")
ROWS = {row["id"]: row for row in EVIDENCE["rule"]}


def test_the_page_is_up_to_date(script: ModuleType) -> None:
    """``make evidence`` writes it."""
    found = (ROOT / "docs" / "evidence.md").read_text("utf-8")
    assert found == script.page(EVIDENCE, PROOFS)


def test_every_rule_has_its_row_and_its_proof_once() -> None:
    told = set(RULE_ID.findall((ROOT / "docs" / "rules.md").read_text("utf-8"))) - STAGES
    assert set(ROWS) == told
    assert len(ROWS) == len(EVIDENCE["rule"])
    assert set(PROOFS) == told


def _rule_lists(table: Any) -> Iterator[str]:
    if isinstance(table, dict):
        for key, value in table.items():
            yield from value if key == "rules" else _rule_lists(value)
    elif isinstance(table, list):
        for value in table:
            yield from _rule_lists(value)


@pytest.mark.parametrize("path", sorted((ROOT / "resources").rglob("*.toml")), ids=lambda p: p.name)
def test_content_names_rules_that_have_a_row(path: Path) -> None:
    assert set(_rule_lists(tomllib.loads(path.read_text("utf-8")))) - set(ROWS) == set()


def test_every_table_of_the_rule_set_names_its_rules() -> None:
    """Groups stand for their tables; the doses of a stage go with the stage."""
    groups = toml("resources/ruleset.toml")
    flat = {name: groups.pop(name) for name in ("time", "pace", "usual")}
    groups.pop("version")
    flat |= {f"{group}.{name}": t for group, found in groups.items() for name, t in found.items()}
    assert [name for name, table in flat.items() if not table.get("rules")] == []


@pytest.mark.parametrize("row", ROWS.values(), ids=lambda row: row["id"])
def test_a_row_says_whence_and_how_strong(row: dict[str, Any]) -> None:
    articles = toml("resources/texts/sources.en.toml")["article"]
    assert row["strength"] in EVIDENCE["strength"]
    for source in row["source"]:
        assert SOURCE.fullmatch(source)
        assert not source.startswith("article ") or source.removeprefix("article ") in articles
    assert ("decision" in row["source"]) or row["strength"] != "design"
    assert "\n" not in row["says"]
    assert row["says"].endswith(".")


def test_only_simulation_claims_simulation() -> None:
    for row in ROWS.values():
        assert row["strength"] != "simulation" or "simulation" in row["source"]


def _constants() -> Iterator[str]:
    """Every upper-case number of the modules that follow a rule, as module.NAME."""
    for path in (one for one in sorted(DOMAIN.glob("*.py")) if RULE_ID.search(one.read_text())):
        module = importlib.import_module(f"coach.domain.{path.stem}")
        for name in _assigned(ast.parse(path.read_text("utf-8"))):
            value = getattr(module, name)
            number = isinstance(value, Real | timedelta | time) and not isinstance(value, bool)
            if number and name.lstrip("_").isupper():
                yield f"{path.stem}.{name}"


def _assigned(tree: ast.Module) -> Iterator[str]:
    for node in tree.body:
        targets = node.targets if isinstance(node, ast.Assign) else []
        targets = [node.target] if isinstance(node, ast.AnnAssign) else targets
        for target in targets:
            names = target.elts if isinstance(target, ast.Tuple) else [target]
            yield from (name.id for name in names if isinstance(name, ast.Name))


def test_every_number_of_the_rules_is_told(script: ModuleType) -> None:
    told = {pointer for rule in script.read_rules(EVIDENCE) for pointer in rule.pointers}
    numbers = {name for name in _constants() if not name.endswith("._DAY")}
    without = {name for name in numbers if f"code:coach.domain.{name}" not in told}
    assert {n for n in without if n not in NO_RULE and n.partition(".")[0] not in NO_RULE} == set()


@pytest.mark.parametrize(
    ("pointer", "value"),
    [
        ("ruleset:modifier.M-STRAIN.cap", "S1"),
        ("ruleset:pace.inhale_s", "4"),
        ("ruleset:modifier.M-NERVE1.ease", "no"),
        ("code:coach.domain.alarms.AGAIN_DAYS", "21"),
        ("code:coach.domain.day.DAY_START", "04:00"),
        ("code:coach.domain.trend.CLEAR_SHARE", "3/10"),
        ("code:coach.domain.ruleset.Effect.min_stage_days", "10"),
        ("code:coach.app.checkin.CORRECTION", "48 h"),
        ("intake:q1.a", "red-now"),
        ("intake:q7.age.<18", "out"),
        ("intake:q6.c.clearance", "waits for a professional"),
    ],
)
def test_a_pointer_leads_to_the_value_in_force(
    script: ModuleType, pointer: str, value: str
) -> None:
    assert script.shown(script.resolve(pointer)) == value


@pytest.mark.parametrize(
    "pointer",
    [
        "ruleset:modifier.M-NONE.cap",
        "code:coach.domain.alarms.NOTHING",
        "code:coach.domain.nowhere.DAYS",
        "intake:q1.z",
        "intake:q99.a",
        "elsewhere:x",
    ],
)
def test_a_pointer_that_leads_nowhere_is_named(script: ModuleType, pointer: str) -> None:
    with pytest.raises(script.EvidenceError, match=re.escape(pointer)):
        script.resolve(pointer)


def test_a_whole_table_is_no_value(script: ModuleType) -> None:
    with pytest.raises(script.EvidenceError, match="not a value"):
        script.shown(script.resolve("ruleset:modifier.M-STRAIN"))


def _names(path: Path) -> set[str]:
    """Tests and state machines that a file holds."""
    found = set()
    for node in ast.parse(path.read_text("utf-8")).body:
        if isinstance(node, ast.FunctionDef):
            found.add(node.name)
        if isinstance(node, ast.Assign):
            found |= {target.id for target in node.targets if isinstance(target, ast.Name)}
    return found


@pytest.mark.parametrize("rule", PROOFS)
def test_each_proof_is_a_test_that_there_is(rule: str) -> None:
    nodes = PROOFS[rule]
    if isinstance(nodes, str):
        assert nodes.endswith(".")
        return
    assert nodes
    for node in nodes:
        file, name = node.split("::")
        assert name.lower().startswith("test")
        assert name in _names(ROOT / file), node
