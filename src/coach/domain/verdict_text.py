"""The verdict in words: templates by id, filled from the verdict's numbers (M6-M10)."""

from __future__ import annotations

import string
from collections.abc import Mapping
from typing import Any

from coach.domain.content_error import ContentError
from coach.domain.fields import Fields
from coach.domain.trend import ENOUGH_FIRST, LOW_START, Verdict, VerdictKind

VerdictTexts = Mapping[str, str]
"""Sentences by ``section.id``, as in ``sentence.lower``; under ``DECIMAL`` the sign between whole
and tenths, a point where there is none."""

DECIMAL = "decimal"

SPARSE_SHARE = 0.75
"""Below this share of rated days the text asks for more ratings (M7)."""

_RANGED = ("lower", "clearly-lower", "higher", "clearly-higher")
_BODY: dict[str, frozenset[str]] = {
    "none": frozenset(),
    "early": frozenset(),
    "thin-start": frozenset({"rated_first"}),
    "sparse": frozenset({"rated_last"}),
    "no-clear-change": frozenset({"unrest", "difference"}),
    **dict.fromkeys(_RANGED, frozenset({"points", "range"})),
}
_FIELDS: dict[str, frozenset[str]] = {
    "headline.none": frozenset(),
    **{f"headline.{kind.value}": frozenset() for kind in VerdictKind},
    **{f"sentence.{case}": fields for case, fields in _BODY.items()},
    **{f"detail.{case}": fields for case, fields in _BODY.items()},
    "part.moving": frozenset({"sd"}),
    "part.steady": frozenset(),
    "part.lower": frozenset({"points"}),
    "part.higher": frozenset({"points"}),
    "part.same": frozenset(),
    "part.range": frozenset({"a", "b"}),
    "part.range-from-none": frozenset({"b"}),
    "part.more": frozenset(),
    "part.low-start": frozenset(),
    "note.pain-studies": frozenset(),
}


def verdict_texts(data: Mapping[str, Any], file: str) -> VerdictTexts:
    """The templates of ``texts/verdict.<language>.toml``, read and checked.

    Raises ``ContentError`` that names file, key and reason.
    """
    texts = {
        f"{section}.{key}": fields.string(key)
        for section, fields in Fields(data, file).subtables()
        for key, _ in fields.items()
    }
    for key in sorted(_FIELDS.keys() ^ texts.keys()):
        raise ContentError(file, key, "is missing" if key in _FIELDS else "unknown key")
    for key, text in texts.items():
        _check_template(file, key, text)
    return texts


def _check_template(file: str, key: str, text: str) -> None:
    try:
        used = {field for _, field, _, _ in string.Formatter().parse(text) if field is not None}
    except ValueError as error:
        raise ContentError(file, key, str(error)) from error
    if used != _FIELDS[key]:
        wanted = ", ".join(sorted(_FIELDS[key])) or "nothing"
        raise ContentError(file, key, f"should name {wanted} in braces, and nothing else")


def headline(verdict: Verdict, texts: VerdictTexts, *, rated: bool = True) -> str:
    """A few words that say the verdict; ``rated`` is false before the first rating."""
    return texts[f"headline.{verdict.kind.value}" if rated else "headline.none"]


def sentence(verdict: Verdict, texts: VerdictTexts, *, rated: bool = True) -> str:
    """The verdict as sentences that stand by themselves (M9)."""
    return _body("sentence", verdict, texts, rated)


def detail(verdict: Verdict, texts: VerdictTexts, *, rated: bool = True) -> str:
    """The sentences for the place below ``headline``."""
    return _body("detail", verdict, texts, rated)


def footnote(verdict: Verdict, texts: VerdictTexts) -> str:
    """Where the mark for "clearly" comes from (M10); empty for other verdicts."""
    clearly = verdict.kind in (VerdictKind.CLEARLY_LOWER, VerdictKind.CLEARLY_HIGHER)
    return texts["note.pain-studies"] if clearly else ""


def _body(section: str, verdict: Verdict, texts: VerdictTexts, rated: bool) -> str:
    case = _case(verdict) if rated else "none"
    text = texts[f"{section}.{case}"].format_map(_values(verdict, texts))
    return " ".join([text, *_additions(verdict, case, texts)])


def _case(verdict: Verdict) -> str:
    if verdict.kind is not VerdictKind.NOT_ENOUGH:
        return verdict.kind.value
    if verdict.rated_first is None:
        return "early"
    return "thin-start" if verdict.rated_first < ENOUGH_FIRST else "sparse"


def _additions(verdict: Verdict, case: str, texts: VerdictTexts) -> list[str]:
    parts = []
    low_start = verdict.first_mean is not None and verdict.first_mean < LOW_START
    if low_start and case in ("no-clear-change", "lower"):
        parts.append(texts["part.low-start"])
    if case == "sparse" or (case == "no-clear-change" and _few(verdict)):
        parts.append(texts["part.more"])
    return parts


def _few(verdict: Verdict) -> bool:
    if verdict.n is None or verdict.look_day is None:
        return False
    return verdict.n < SPARSE_SHARE * verdict.look_day


def _values(verdict: Verdict, texts: VerdictTexts) -> dict[str, object]:
    """What the templates may name; numbers with one decimal."""
    difference = verdict.difference or 0.0
    return {
        "rated_first": verdict.rated_first,
        "rated_last": verdict.rated_last,
        "unrest": _unrest(verdict, texts),
        "difference": _difference(difference, texts),
        "points": _number(abs(difference), texts),
        "range": _range(verdict, texts),
    }


def _number(value: float, texts: VerdictTexts) -> str:
    return f"{value:.1f}".replace(".", texts.get(DECIMAL, "."))


def _unrest(verdict: Verdict, texts: VerdictTexts) -> str:
    sd = verdict.sd or 0.0
    if f"{sd:.1f}" == "0.0":
        return texts["part.steady"]
    return texts["part.moving"].format(sd=_number(sd, texts))


def _difference(difference: float, texts: VerdictTexts) -> str:
    if f"{abs(difference):.1f}" == "0.0":
        return texts["part.same"]
    points = _number(abs(difference), texts)
    return texts["part.lower" if difference < 0 else "part.higher"].format(points=points)


def _range(verdict: Verdict, texts: VerdictTexts) -> str:
    """The range as a size in points, within what the scale allows."""
    if verdict.low is None or verdict.high is None:
        return ""
    a, b = verdict.low, verdict.high
    if (verdict.difference or 0.0) < 0:
        a, b = -b, -a
    most = _number(min(b, 10.0), texts)
    if a < 0.05:
        return texts["part.range-from-none"].format(b=most)
    return texts["part.range"].format(a=_number(a, texts), b=most)
