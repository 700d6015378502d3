"""Parallax's library: text in, scored objects out. Knows no web, no database, no environment variable."""

METHOD_VERSION = "1.12.0"
"""Version of the method; a stored analysis of another version is computed anew when it is asked for."""
