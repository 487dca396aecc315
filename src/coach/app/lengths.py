"""Lengths of time as people read them."""

from __future__ import annotations


def clock(ms: int) -> str:
    """573000 → "9:33"."""
    minutes, seconds = divmod(round(ms / 1000), 60)
    return f"{minutes}:{seconds:02}"
