"""The `parallax` command."""

from __future__ import annotations

from api.cli.commands import main

__all__ = ["main"]
