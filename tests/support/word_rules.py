"""The word rules as one check: what the app never says (P5, W2, K15)."""

from __future__ import annotations

import re

_FORBIDDEN = (
    r"you have\b",
    r"caused by",
    r"diagnos\w*",
    r"treat(s|ed|ing|ment\w*)?\b",
    r"therap\w*",
    r"rehab\w*",
    r"cur(e|es|ed|ing)\b",
    r"prescri\w*",
    r"patients?\b",
    r"sciatica\b",
    r"prevents? injur\w*",
    r"clinical\w*",
    r"proven",
    r"guaranteed",
    r"abnormal\w*",
    r"cancer",
    r"tumou?r",
    r"thrombo\w*",
    r"embol\w*",
    r"cauda equina",
    r"infection",
)
_ANY = re.compile(r"\b(?:" + "|".join(_FORBIDDEN) + ")", re.IGNORECASE)


def forbidden_words(text: str) -> list[str]:
    """Every forbidden word in ``text``, as it stands there."""
    return [found.group() for found in _ANY.finditer(text)]
