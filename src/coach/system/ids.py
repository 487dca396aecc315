"""Time-ordered identifiers."""

from __future__ import annotations

from uuid import UUID

import uuid6


def new_id() -> UUID:
    """A UUIDv7 as a plain ``UUID``; later calls in one process sort after earlier ones."""
    return UUID(int=uuid6.uuid7().int)
