"""In which form, and in whose language, a client wants an answer (RFC 9110, sections 12.5.1 and 12.5.4)."""

from __future__ import annotations

from collections.abc import Sequence

from flask import g, request
from werkzeug.datastructures import MIMEAccept

from analysis.languages import readable
from api.services.errors import NotAcceptableError

VARIES = ("Accept", "Accept-Language")


def chosen_media(offered: Sequence[str]) -> str:
    """The form that the client likes best; of equal ones the first that is offered, as without ``Accept``.

    Parameters of a type (``charset``, ``level``) decide nothing. Raises NotAcceptableError if none is accepted.
    """
    g.vary = VARIES
    asked = [(_plain(value), quality) for value, quality in request.accept_mimetypes]
    accepted = MIMEAccept([(value, quality) for value, quality in asked if "/" in value])
    if not accepted:
        return offered[0]
    chosen = accepted.best_match(offered)
    if chosen is None:
        listed = f"{', '.join(offered[:-1])} or {offered[-1]}"
        raise NotAcceptableError(f"The answer can be had as {listed}; `Accept` allows none of these.")
    return chosen


def _plain(value: str) -> str:
    media = value.partition(";")[0].strip().lower()
    return "*/*" if media == "*" else media


def reader_languages() -> tuple[str, ...]:
    """Codes of the languages that ``Accept-Language`` names, the one read best first, without what is no language."""
    named = sorted(((tag, quality) for tag, quality in request.accept_languages if quality), key=lambda one: -one[1])
    return tuple(dict.fromkeys(code for tag, _ in named if tag != "*" for code in readable(tag)))
