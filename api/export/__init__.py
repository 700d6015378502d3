"""A comparison for people: tables for a spreadsheet, a page to read and to print."""

from __future__ import annotations

from api.export.material import Material
from api.export.report import as_html, policy
from api.export.tables import as_zip

__all__ = ["Material", "as_html", "as_zip", "policy"]
