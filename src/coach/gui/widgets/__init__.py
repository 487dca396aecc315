"""Reusable widgets that know neither app nor domain."""
