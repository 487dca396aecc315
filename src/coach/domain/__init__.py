"""The rules: pure functions over values. No clock, disk, database or Qt."""
