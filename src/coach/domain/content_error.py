"""The one error of content files: it names the file, the key and the reason."""

from __future__ import annotations


class ContentError(ValueError):
    """A resource file is wrong; ``str()`` is one sentence for whoever edited it."""

    def __init__(self, file: str, key: str, reason: str) -> None:
        super().__init__(f"{file}: {key}: {reason}")
        self.file = file
        self.key = key
        self.reason = reason
