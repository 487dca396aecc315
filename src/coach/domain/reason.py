"""A decision's reason: the rule that made it and the sentence that says so (X2)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Reason:
    """``rule`` is an id of the rule book, ``text`` the id of a sentence in ``Texts``."""

    rule: str
    text: str
    params: tuple[tuple[str, str], ...] = ()


def reason(rule: str, text: str, **params: object) -> Reason:
    """Shorthand: parameters become strings, in the order they are given."""
    return Reason(rule, text, tuple((key, str(value)) for key, value in params.items()))


class Texts:
    """Sentences of one language by dotted id, read from a content file."""

    def __init__(self, tables: Mapping[str, object]) -> None:
        self._lines = dict(_flatten(tables, ""))

    def __getitem__(self, text_id: str) -> str:
        return self._lines[text_id]

    def __contains__(self, text_id: str) -> bool:
        return text_id in self._lines

    def __or__(self, other: Texts) -> Texts:
        """Both files' sentences. Raises ``ValueError`` for an id that stands in both."""
        both = self._lines.keys() & other._lines.keys()
        if both:
            raise ValueError(f"two files have the sentence {min(both)}")
        return Texts({**self._lines, **other._lines})

    def ids(self) -> tuple[str, ...]:
        return tuple(sorted(self._lines))

    def sentence(self, why: Reason) -> str:
        """The sentence of a reason with its parameters filled in, days of the week by name."""
        return self._lines[why.text].format_map({key: self._named(v) for key, v in why.params})

    def _named(self, value: str) -> str:
        """ "Monday, Friday" for "mon, fri"; anything else as it is."""
        names = [self._lines.get(f"weekday.{part}", "") for part in value.split(", ")]
        return ", ".join(names) if all(names) else value


def _flatten(table: Mapping[str, object], prefix: str) -> list[tuple[str, str]]:
    lines: list[tuple[str, str]] = []
    for key, value in table.items():
        if isinstance(value, Mapping):
            lines += _flatten(value, f"{prefix}{key}.")
        elif isinstance(value, str):
            lines.append((prefix + key, value))
        else:
            raise TypeError(f"{prefix}{key}: a sentence is text, not {type(value).__name__}")
    return lines
