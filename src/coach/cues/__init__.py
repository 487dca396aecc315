"""Sound: the compiled soundtrack, voice packs and playback backends."""
