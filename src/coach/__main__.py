"""``python -m coach`` and the ``coach`` command."""

from __future__ import annotations

import sys

from coach.cli import run


def main() -> int:
    """Run the command line; the result is the exit code."""
    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
