"""Where the app keeps its files. Importing or asking creates nothing."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from platformdirs import PlatformDirs

PRIVATE = 0o700
"""Only the owner may look into the folders (P-2)."""


@dataclass(frozen=True, slots=True)
class AppPaths:
    """The three folders: log of the user, things that can be made again, crash reports."""

    data: Path
    cache: Path
    log: Path

    def create(self) -> None:
        """Make the missing folders, readable by the owner alone.

        Raises ``OSError`` where that is not possible.
        """
        for folder in (self.data, self.cache, self.log):
            folder.mkdir(mode=PRIVATE, parents=True, exist_ok=True)


def keep_private() -> None:
    """From here on this process makes files that the owner alone may read (P-2)."""
    os.umask(0o077)


def app_paths(data_dir: Path | None = None) -> AppPaths:
    """The platform's folders, or everything below ``data_dir``."""
    if data_dir is not None:
        root = data_dir.expanduser().absolute()
        return AppPaths(data=root, cache=root / "cache", log=root / "log")
    dirs = PlatformDirs("coach", appauthor=False)
    return AppPaths(
        data=Path(dirs.user_data_dir), cache=Path(dirs.user_cache_dir), log=Path(dirs.user_log_dir)
    )
