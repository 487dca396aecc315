"""``python -m coach`` and the ``coach`` command."""

from __future__ import annotations

import io
import os
import sys

from coach.cli import run


def main() -> int:
    """Run the command line; the result is the exit code.

    A letter that the terminal cannot show is replaced; a reader that has gone ends it quietly.
    """
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")
    try:
        code = run(sys.argv[1:])
        if sys.stdout is not None:  # a window without a console has none
            sys.stdout.flush()
    except BrokenPipeError:
        # What is left in the buffer goes nowhere, or the interpreter would complain at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    return code


if __name__ == "__main__":
    sys.exit(main())
