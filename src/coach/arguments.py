"""The command line's words (docs/user-guide.md): arguments only, nothing is done here."""

from __future__ import annotations

import argparse
from pathlib import Path

from coach import __version__
from coach.domain.terms import Emphasis, Floss, Stage, Template

_FASTEST = 1_000
_MOST_DAYS = 365
_MOST_WEEKS = 520
_LONGEST_PX = 8_000


def build_parser() -> argparse.ArgumentParser:
    """The parser of ``coach``; without a command the app opens."""
    parser = argparse.ArgumentParser(
        prog="coach",
        description="A personal mobility and strength exercise timer with a diary. "
        "It does not examine, diagnose or treat.",
    )
    parser.add_argument("--version", action="version", version=f"coach {__version__}")
    parser.add_argument(
        "--data-dir", type=Path, metavar="DIR", help="keep data here, not in the usual folder"
    )
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    _plan(commands)
    _timeline(commands)
    _verdict(commands)
    _simulate(commands)
    _tour(commands)
    _figures(commands)
    _audio(commands)
    doctor = commands.add_parser("doctor", help="check data, sound, voice, display and versions")
    doctor.add_argument("--json", action="store_true", help="print JSON")
    doctor.add_argument("--data-dir", type=Path, default=argparse.SUPPRESS, metavar="DIR")
    return parser


def _wishes(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--stage", type=_stage, metavar="S0…S4", help="look at this stage")
    parser.add_argument(
        "--floss",
        type=_floss,
        metavar="F0…F3",
        help="look at this floss level; with --template full, as an extra of the full session",
    )
    parser.add_argument(
        "--emphasis", type=_emphasis, metavar="ID", help="choose the accent by hand"
    )
    parser.add_argument(
        "--template",
        type=Template,
        choices=list(Template),
        help="look at this kind of session",
    )
    parser.add_argument(
        "--extra-floss", action="store_true", help="append the floss to the full sessions"
    )
    parser.add_argument("--json", action="store_true", help="print JSON")


def _stage(text: str) -> Stage:
    return Stage(text.upper())


def _floss(text: str) -> Floss:
    name = text.upper()
    return Floss.LOCK if name in ("LOCK", "F-LOCK") else Floss(name)


def _emphasis(text: str) -> Emphasis:
    return Emphasis(text.lower().replace("-", "_"))


def _speed(text: str) -> float:
    """Raises ``ValueError`` for what is no speed that a session could be played at."""
    speed = float(text)
    if not 1 <= speed <= _FASTEST:
        raise argparse.ArgumentTypeError(f"a speed is 1 to {_FASTEST}, not {text}")
    return speed


def _days(text: str) -> int:
    days = int(text)
    if not 0 <= days <= _MOST_DAYS:
        raise argparse.ArgumentTypeError(f"days are 0 to {_MOST_DAYS}, not {text}")
    return days


def _weeks(text: str) -> int:
    """Raises ``ValueError`` for what is no number of weeks that can be lived through."""
    weeks = int(text)
    if not 1 <= weeks <= _MOST_WEEKS:
        raise argparse.ArgumentTypeError(f"weeks are 1 to {_MOST_WEEKS}, not {text}")
    return weeks


def _size(text: str) -> str:
    width, _, height = text.partition("x")
    if not (_is_length(width) and _is_length(height)):
        raise argparse.ArgumentTypeError(f"a size is like 1280x820, not {text}")
    return text


def _is_length(text: str) -> bool:
    return text.isascii() and text.isdecimal() and 0 < int(text) <= _LONGEST_PX


def _plan(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    plan = commands.add_parser("plan", help="gate, patterns and week for an answers file")
    plan.add_argument("answers", nargs="?", type=Path, metavar="ANSWERS.toml")
    plan.add_argument("--example", action="store_true", help="print an answers file to fill in")
    _wishes(plan)


def _timeline(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    timeline = commands.add_parser("timeline", help="the compiled phases of one day's session")
    timeline.add_argument("answers", type=Path, metavar="ANSWERS.toml")
    timeline.add_argument(
        "--day", type=int, choices=range(1, 8), default=1, metavar="N", help="1 Monday … 7 Sunday"
    )
    _wishes(timeline)


def _verdict(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    verdict = commands.add_parser("verdict", help="the verdict of ratings files (date,score)")
    verdict.add_argument("files", nargs="+", type=Path, metavar="RATINGS.csv")
    verdict.add_argument("--json", action="store_true", help="print JSON")


def _simulate(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    simulate = commands.add_parser("simulate", help="weeks of a made-up person's life with coach")
    simulate.add_argument("persona", nargs="?", type=Path, metavar="PERSONA.toml")
    simulate.add_argument("--example", action="store_true", help="print a persona to change")
    simulate.add_argument(
        "--weeks", type=_weeks, default=12, metavar="N", help="how long; 12 if not given"
    )
    simulate.add_argument("--json", action="store_true", help="print one JSON object a day")


def _audio(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    audio = commands.add_parser("audio", help="a session as an audio file with chapters")
    audio.add_argument("day", metavar="DAY", help="today, mon … sun, or a date like 2026-03-02")
    audio.add_argument(
        "--out", type=Path, required=True, metavar="FILE", help="a .wav, .flac, .ogg or .mp3"
    )
    audio.add_argument("--force", action="store_true", help="replace a file that is there")
    audio.add_argument("--data-dir", type=Path, default=argparse.SUPPRESS, metavar="DIR")


def _tour(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    tour = commands.add_parser("tour", help="play the main job in the real windows, with pictures")
    tour.add_argument("--out", type=Path, required=True, metavar="DIR")
    tour.add_argument(
        "--speed", type=_speed, default=60.0, metavar="N", help="clock, N times faster"
    )
    tour.add_argument("--theme", choices=("light", "dark"), default="light")
    tour.add_argument(
        "--days",
        type=_days,
        default=34,
        metavar="N",
        help="days before today that are lived through",
    )
    tour.add_argument(
        "--size", type=_size, default="1280x820", metavar="WxH", help="size of the window"
    )


def _figures(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    figures = commands.add_parser("figures", help="pictures of every posture of every exercise")
    figures.add_argument("--out", type=Path, required=True, metavar="DIR")
    figures.add_argument("--theme", choices=("light", "dark"), default="light")
