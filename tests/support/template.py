"""What the tool behind `make translations` finds in the windows: texts by their context."""

from __future__ import annotations

import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from support.source import Module, modules

Found = frozenset[tuple[str, str]]
"""Pairs of context and text."""


def gui() -> Sequence[Module]:
    """The windows and what the sound tells in them; the tour speaks to whoever runs it, in the
    language of the command line."""
    return [
        one
        for one in modules()
        if one.name.startswith(("coach.gui", "coach.cues")) and not one.path.name.startswith("tour")
    ]


@cache
def extracted() -> Found:
    with TemporaryDirectory() as folder:
        template = Path(folder) / "coach_xx.ts"
        tool = Path(sys.executable).with_name("pyside6-lupdate")
        files = [str(module.path) for module in gui()]
        subprocess.run([tool, "-silent", *files, "-ts", template], check=True)
        return pairs(template)


def pairs(template: Path) -> Found:
    """The pairs of one file of texts to translate."""
    return frozenset(
        (context.findtext("name", ""), message.findtext("source", ""))
        for context in ET.parse(template).getroot().iter("context")
        for message in context.iter("message")
    )
