"""The licences that the About card shows."""

from __future__ import annotations

import pytest

from coach.system import notices as module
from coach.system.notices import notices


def test_the_text_names_everything_that_is_bundled() -> None:
    text = notices()
    for words in ("Apache License", "SIL OPEN FONT LICENSE", "Lucide", "Carnegie Mellon"):
        assert words.lower() in text.lower(), words


def test_without_checkout_and_package_the_bundled_ones_stay(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(module, "_OWN", ("NO-SUCH-FILE",))
    assert "SIL OPEN FONT LICENSE" in notices().upper()
