"""Numbers that identify the log file. Light on purpose: nothing heavy is imported here."""

from __future__ import annotations

SCHEMA = 2
"""Number of the newest schema, kept in the file's ``user_version``; each has one migration."""

APPLICATION_ID = 0x636F6163
"""``coac`` in ASCII, kept in the file's ``application_id``, so that no other file is taken."""

FILE_NAME = "coach.sqlite"
