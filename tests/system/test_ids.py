"""Identifiers are UUIDv7 and sort in the order they were made."""

from __future__ import annotations

from uuid import UUID

from coach.system.ids import new_id


def test_identifiers_are_plain_time_ordered_uuids() -> None:
    made = [new_id() for _ in range(500)]
    assert {type(one) for one in made} == {UUID}
    assert {one.version for one in made} == {7}
    assert made == sorted(made)
    assert len(set(made)) == 500
