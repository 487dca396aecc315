"""Text files that people hand over: UTF-8, of bearable size, with a reason where one cannot be."""

from __future__ import annotations

from pathlib import Path


class FileError(Exception):
    """A file cannot be used; the text names it and says why."""


def read_text(path: Path, most_bytes: int) -> str:
    """UTF-8, with or without the mark that some editors put in front. Raises ``FileError``."""
    try:
        with path.open("rb") as file:
            content = file.read(most_bytes + 1)
        if len(content) > most_bytes:
            raise FileError(f"{path}: larger than {most_bytes // 1_000_000} MB")
        return content.decode("utf-8-sig")
    except OSError as error:
        raise FileError(f"{path}: {error.strerror or error}") from error
    except UnicodeDecodeError as error:
        raise FileError(f"{path}: is not UTF-8 text") from error
