"""Values as JSON keeps them. Light on purpose: every store uses it."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any


def plain(value: Any) -> Any:
    """``value`` as JSON can keep it: mappings become dicts, tuples become lists."""
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, Sequence) and not isinstance(value, str | bytes):
        return [plain(item) for item in value]
    return value


def to_json(value: Any) -> str:
    """Short JSON. Raises ``TypeError`` or ``ValueError`` for what JSON cannot say."""
    return json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))


def kept(value: Any) -> Any:
    """``value`` as it comes back from a file."""
    return json.loads(to_json(plain(value)))
