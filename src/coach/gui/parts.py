"""What bootstrap hands to the window besides the context, and the names of the pages."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from coach.app.audio_export import AudioWriter
    from coach.app.ports import Cues, KeepAwake
    from coach.app.preferences import Preferences
    from coach.app.voice_look import VoiceLook
    from coach.domain.verdict_text import VerdictTexts
    from coach.gui.media_remote import MakeRemote
    from coach.gui.player_sound import Steering
    from coach.gui.player_tracks import RenderTrack

TODAY, ROUTINE, PROGRESS = "today", "routine", "progress"
EXERCISES, SETTINGS = "exercises", "settings"


@dataclass(frozen=True, slots=True)
class Parts:
    """Concrete things from bootstrap that are no part of the context.

    ``max_gap_ms`` is the longest stretch between two ticks that is not taken for sleep.
    """

    verdict_texts: VerdictTexts
    cues: Cues
    keep_awake: KeepAwake
    render_track: RenderTrack
    steering: Steering | None
    play_sample: Callable[[str], None]
    look_at_voice: Callable[[str], VoiceLook]
    write_audio: AudioWriter
    apply_look: Callable[[Preferences], None]
    data_dir: Path
    max_gap_ms: float
    make_remote: MakeRemote
