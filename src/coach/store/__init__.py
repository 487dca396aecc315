"""SQLite through SQLAlchemy: rows, mapping, repository, migrations."""
