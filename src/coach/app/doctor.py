"""The doctor's report: what was looked at, what is well, and what to do about the rest."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

SCHEMA = "coach.doctor/1"
_MARKS = {True: "ok", None: "note", False: "BAD"}


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at. ``ok`` is ``None`` for what the app can do without; then
    and where it is false, ``text`` says what to do."""

    area: str
    name: str
    ok: bool | None
    text: str


@dataclass(frozen=True, slots=True)
class Report:
    """All findings in order."""

    findings: tuple[Finding, ...]

    @property
    def healthy(self) -> bool:
        """Whether the app can do all its work; notes are allowed."""
        return all(finding.ok is not False for finding in self.findings)

    def lines(self) -> list[str]:
        """For reading: each area with its findings, and the outcome at the end."""
        lines: list[str] = []
        area = ""
        for finding in self.findings:
            if finding.area != area:
                area = finding.area
                lines.append(area)
            lines.append(f"  {_MARKS[finding.ok]:<5}{finding.name}: {finding.text}")
        bad = sum(finding.ok is False for finding in self.findings)
        lines.append("All is well." if not bad else f"{bad} of these must be mended.")
        return lines

    def as_json(self) -> dict[str, Any]:
        """For programs; ``ok`` is true, false or null."""
        return {
            "schema": SCHEMA,
            "healthy": self.healthy,
            "findings": [
                {"area": f.area, "name": f.name, "ok": f.ok, "text": f.text} for f in self.findings
            ],
        }


Probe = Callable[[], Iterable[Finding]]
"""Looks at one area. It may raise for whatever the area is about."""


def collect(probes: Mapping[str, Probe], expected: tuple[type[Exception], ...]) -> Report:
    """Run the probes by area; one that raises one of ``expected`` becomes a finding itself."""
    findings: list[Finding] = []
    for area, probe in probes.items():
        try:
            findings += probe()
        except expected as error:
            findings.append(Finding(area, "check", ok=False, text=_one_line(error)))
    return Report(tuple(findings))


def _one_line(error: Exception) -> str:
    """The sentence of an error; a missing library is named with what to do."""
    if isinstance(error, ImportError):
        return f"A library cannot be loaded ({error}): install coach again."
    return " ".join(str(error).split()) or type(error).__name__


def version_findings(found: Mapping[str, str | None], needed: Iterable[str]) -> list[Finding]:
    """Programs and libraries by name; those that are ``needed`` must be there."""
    must = set(needed)
    return [_version(name, version, needed=name in must) for name, version in found.items()]


def _version(name: str, version: str | None, *, needed: bool) -> Finding:
    if version is not None:
        return Finding("versions", name, ok=True, text=version)
    ok = False if needed else None
    return Finding("versions", name, ok, "is missing: install coach again.")


def folder_finding(
    folder: str, *, exists: bool, writable: bool, others: bool, mode: int | None
) -> Finding:
    """The data folder. ``others`` says that more people than its owner may look in (P-2)."""
    area, name = "data", "folder"
    if not writable:
        words = f"{folder} cannot be written: allow writing there or choose one with --data-dir."
        return Finding(area, name, ok=False, text=words)
    if not exists:
        return Finding(area, name, ok=True, text=f"{folder} is made at the first start.")
    if others:
        words = f"{folder} can be read by others (mode {mode:03o}): chmod 700 closes it."
        return Finding(area, name, ok=None, text=words)
    shown = f" (mode {mode:03o})" if mode is not None else ""
    return Finding(area, name, ok=True, text=f"{folder}{shown}")


def log_findings(
    schema: int, newest: int, integrity: str, counts: Mapping[str, int]
) -> list[Finding]:
    """A database that is there."""
    findings = [Finding("data", "integrity", ok=integrity == "ok", text=_integrity(integrity))]
    if schema > newest:
        words = f"form {schema} is newer than this program knows ({newest}): install the newer one."
        findings.append(Finding("data", "form", ok=False, text=words))
    else:
        older = "" if schema == newest else f", brought to {newest} at the next start"
        findings.append(Finding("data", "form", ok=True, text=f"{schema}{older}"))
    rows = ", ".join(f"{table} {count}" for table, count in counts.items())
    return [*findings, Finding("data", "entries", ok=True, text=rows or "none")]


def _integrity(found: str) -> str:
    if found == "ok":
        return "sound"
    return f"{found}. Start coach: it keeps the damaged file beside a new one."


def sound_findings(*, problem: str | None, devices: Iterable[str], tones: int) -> list[Finding]:
    """Sessions run without sound too, so nothing here keeps the app from its work."""
    names = ", ".join(devices)
    if problem is not None:
        backend = Finding("sound", "player", ok=None, text=problem)
    else:
        backend = Finding("sound", "player", ok=True, text="Qt Multimedia")
    words = names or "none found: sessions run silently, with the picture alone."
    device = Finding("sound", "devices", ok=True if names else None, text=words)
    return [backend, device, Finding("sound", "tones", ok=True, text=f"{tones} can be read")]


def voice_findings(clips: int, missing: Iterable[str]) -> list[Finding]:
    """What the voice can say; a missing phrase falls back to its tone."""
    absent = tuple(missing)
    if not absent:
        return [Finding("voice", "phrases", ok=True, text=f"{clips} clips, none missing")]
    shown = "; ".join(absent[:3])
    more = " …" if len(absent) > 3 else ""
    words = f"{clips} clips, {len(absent)} phrases missing (tones stand in): {shown}{more}"
    return [Finding("voice", "phrases", ok=None, text=words)]


def display_findings(platform: str, screens: Iterable[str], *, bare: bool) -> list[Finding]:
    """``bare`` says that the machine has no display, so that windows open nowhere."""
    if bare:
        words = "none here; `coach tour` runs without one, the app needs one."
        return [Finding("display", "screen", ok=None, text=words)]
    shown = ", ".join(screens)
    return [
        Finding("display", "platform", ok=True, text=platform),
        Finding("display", "screen", ok=bool(shown), text=shown or "none found"),
    ]


def awake_finding(*, granted: bool) -> Finding:
    """Whether the desktop keeps the screen on when asked."""
    words = "the desktop keeps the screen on during sessions."
    if not granted:
        words = "not granted here: let the screen saver wait longer than a session."
    return Finding("display", "keep awake", ok=granted or None, text=words)


def media_finding(*, bus: bool) -> Finding:
    """Whether media keys reach a session from outside the window."""
    words = "media keys reach a session wherever the desktop takes them."
    if not bus:
        words = "no session bus here: media keys work while the window is in front."
    return Finding("display", "media keys", ok=bus or None, text=words)
