"""Words that the pages of the readiness check and the printed sheet share (W1, S4, P5)."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from coach.domain.terms import Gate


def purpose() -> str:
    """What the app is, and what it is not (W1); allowed by K15 whatever the word rules say."""
    return QCoreApplication.translate(
        "check",
        "A personal mobility and strength exercise timer with a diary. It does not examine,"
        " diagnose or treat.",
    )


def headline(gate: Gate) -> str:
    """The headline of a gate (S4)."""
    translate = QCoreApplication.translate
    match gate:
        case Gate.RED_NOW:
            return translate("check", "Get help now.")
        case Gate.RED_SOON:
            return translate("check", "See someone before exercising.")
        case Gate.AMBER:
            return translate("check", "Check with a professional first.")
        case Gate.OUT:
            return translate("check", "This app is written for adults.")
        case Gate.GREEN:
            return translate("check", "You are ready to begin.")


def urgency(name: str) -> str:
    """The chip of a finding: how soon."""
    translate = QCoreApplication.translate
    match name:
        case "now":
            return translate("check", "Now")
        case "today":
            return translate("check", "Today")
        case "days":
            return translate("check", "In the next days")
        case _:
            return translate("check", "First")


def emergency_number(number: str) -> str:
    """The number that the user has set, or the words that stand in for it."""
    return number.strip() or QCoreApplication.translate("check", "your local emergency number")


def counted(count: int) -> str:
    """How many answers are signs, as the beginning of a sentence."""
    translate = QCoreApplication.translate
    words = {
        2: translate("check", "Two"),
        3: translate("check", "Three"),
        4: translate("check", "Four"),
    }
    if count == 1:
        return translate(
            "check", "One of your answers is a sign that a person should look at first."
        )
    many = translate(
        "check", "{count} of your answers are signs that a person should look at first."
    )
    return many.format(count=words.get(count, str(count)))
