"""Arguments to one call. Exit 0 done, 1 it failed and says why in one line, 2 wrong usage."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from typing import Any

from coach import bootstrap
from coach.app import answers_file, plan_output, verdicts
from coach.app.audio_export import AudioError
from coach.app.lengths import clock
from coach.app.ports import StoreError
from coach.app.text_file import FileError
from coach.arguments import build_parser
from coach.domain.answers import AnswerError
from coach.domain.book import Book
from coach.domain.content_error import ContentError
from coach.domain.plan import DaysRefusedError, Plan, Wishes, build_plan
from coach.domain.terms import Template
from coach.system.display import DisplayError
from coach.system.resources import ResourceError, read_text

_USER_ERRORS = (
    AnswerError,
    AudioError,
    ContentError,
    DisplayError,
    FileError,
    ResourceError,
    StoreError,
)


_LONGEST = 400


def run(arguments: Sequence[str]) -> int:
    """Run one command; the result is the exit code."""
    parser = build_parser()
    args = parser.parse_args(arguments)
    if args.command == "plan" and args.answers is None and not args.example:
        parser.error("plan needs an answers file; `coach plan --example` prints one")
    if args.command == "simulate" and args.persona is None and not args.example:
        parser.error("simulate needs a persona file; `coach simulate --example` prints one")
    try:
        return _COMMANDS[args.command](args)
    except _USER_ERRORS as error:
        print(f"coach: {_one_line(str(error))}", file=sys.stderr)
        return 1


def _one_line(text: str) -> str:
    """Whatever a file or its name holds, the reason stays one line of bearable length."""
    line = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"


def _print_json(data: Any) -> None:
    """Plain ASCII, so that no pipe or code page can spoil it."""
    json.dump(data, sys.stdout, indent=2)
    print()


def _asks_for_floss(args: argparse.Namespace) -> bool:
    """A floss level beside the full template means the full session with that extra (K8)."""
    return args.template is Template.FULL and args.floss is not None


def _built(args: argparse.Namespace, book: Book) -> Plan:
    wishes = Wishes(
        stage=args.stage,
        floss=args.floss,
        emphasis=args.emphasis,
        template=args.template,
        extra_floss=args.extra_floss or _asks_for_floss(args),
    )
    try:
        return build_plan(answers_file.read_answers(args.answers, book), book, wishes)
    except DaysRefusedError as error:
        raise AnswerError("days", book.texts.sentence(error.reason)) from error


def _plan(args: argparse.Namespace) -> int:
    if args.example:
        print(read_text("answers-example.toml"), end="")
        return 0
    book = bootstrap.load_book()
    plan = _built(args, book)
    if args.json:
        _print_json(plan_output.plan_data(plan, book))
    else:
        print("\n".join(plan_output.plan_lines(plan, book)))
    return 0


def _timeline(args: argparse.Namespace) -> int:
    book = bootstrap.load_book()
    plan = _built(args, book)
    timeline = answers_file.day_timeline(plan, book, args.day)
    if args.json:
        _print_json(plan_output.timeline_data(timeline))
    else:
        print("\n".join(plan_output.timeline_lines(timeline)))
    return 0


def _verdict(args: argparse.Namespace) -> int:
    texts = bootstrap.verdict_texts()
    found = [verdicts.file_verdict(path, texts) for path in args.files]
    if args.json:
        _print_json([verdict.as_json() for verdict in found])
    else:
        for verdict in found:
            print(f"{verdict.file}: {verdict.sentence}")
    return 0


def _simulate(args: argparse.Namespace) -> int:
    if args.example:
        print(read_text("personas/example.toml"), end="")
        return 0
    from coach.app import simulate_output  # noqa: PLC0415 - only this command needs it

    texts = bootstrap.verdict_texts()
    persona, days = bootstrap.simulate(args.persona, args.weeks)
    if args.json:
        for day in days:
            print(json.dumps(simulate_output.day_data(day, texts)))
    else:
        for line in simulate_output.lines(persona, days, texts):
            print(line)
    return 0


def _tour(args: argparse.Namespace) -> int:
    try:
        return bootstrap.run_tour(
            args.out, speed=args.speed, theme=args.theme, size=args.size, days=args.days
        )
    except OSError as error:
        raise FileError(f"{args.out}: {error.strerror or error}") from error


def _figures(args: argparse.Namespace) -> int:
    try:
        return bootstrap.draw_figures(args.out, theme=args.theme)
    except OSError as error:
        raise FileError(f"{args.out}: {error.strerror or error}") from error


def _audio(args: argparse.Namespace) -> int:
    made = bootstrap.audio(args.day, args.out, args.data_dir, overwrite=args.force)
    print(f"{args.out}: {made.title}, {clock(made.timeline.total_ms)}")
    return 0


def _doctor(args: argparse.Namespace) -> int:
    report = bootstrap.doctor(args.data_dir)
    if args.json:
        _print_json(report.as_json())
    else:
        print("\n".join(report.lines()))
    return 0 if report.healthy else 1


def _app(args: argparse.Namespace) -> int:
    return bootstrap.run_app(args.data_dir)


_COMMANDS: dict[str | None, Callable[[argparse.Namespace], int]] = {
    None: _app,
    "plan": _plan,
    "timeline": _timeline,
    "verdict": _verdict,
    "simulate": _simulate,
    "tour": _tour,
    "figures": _figures,
    "audio": _audio,
    "doctor": _doctor,
}
