"""Use cases and the ports they need; one frozen view state per screen."""
