"""Inflected forms of listed words, by the endings that a language declares."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache

from analysis.columns import EndingUse
from analysis.matching.spelling import key
from analysis.resources import rows

MIN_STEM = 3
"""An ending is added only to stems at least this long, a citation ending taken off only if this plus one stay."""
CACHED_FORMS = 50_000


@dataclass(frozen=True, slots=True)
class Inflection:
    """Endings: added to a stem, put in place of another (``-ies`` of ``-y``), lost by the citation form."""

    endings: tuple[str, ...] = ()
    swaps: tuple[tuple[str, str], ...] = ()
    citation: tuple[str, ...] = ()
    participle_endings: tuple[str, ...] = ()
    participles: frozenset[str] = frozenset()
    _forms: dict[str, tuple[str, ...]] = field(default_factory=dict, compare=False, repr=False)

    def stems(self, form: str) -> tuple[str, ...]:
        """What is left of a form when each ending is taken off, the form itself first."""
        known = self._forms.get(form)
        if known is None:
            cut = {form[: -len(end)] for end in self.endings if form.endswith(end) and len(form) - len(end) >= MIN_STEM}
            cut |= {form[: -len(end)] + base for end, base in self.swaps if form.endswith(end)}
            known = (form, *sorted(cut, key=lambda stem: (-len(stem), stem)))
            if len(self._forms) < CACHED_FORMS:
                self._forms[form] = known
        return known

    def bases(self, entry: str) -> tuple[str, ...]:
        """Stems under which an entry is listed: itself, and itself without the endings of its citation form."""
        cut = {entry[: -len(end)] for end in self.citation if entry.endswith(end) and len(entry) - len(end) > MIN_STEM}
        return (entry, *sorted(cut))

    def is_participle(self, form: str) -> bool:
        """Whether a form is or looks like a past participle."""
        if form in self.participles:
            return True
        return any(form.endswith(end) and len(form) - len(end) >= MIN_STEM for end in self.participle_endings)


@cache
def inflection(code: str) -> Inflection:
    """Endings of a language, from its lists ``framing_endings`` and ``framing_participles``."""
    listed = rows(code, "framing_endings")
    participles = [row[0] for row in rows(code, "framing_participles")]
    return Inflection(
        tuple(key(row[0]) for row in listed if row[1] in (EndingUse.INFLECTION, EndingUse.BOTH)),
        tuple((key(row[0]), key(row[2])) for row in listed if row[1] == EndingUse.SWAP),
        tuple(key(row[0]) for row in listed if row[1] in (EndingUse.CITATION, EndingUse.BOTH)),
        tuple(key(word[1:]) for word in participles if word.startswith("-")),
        frozenset(key(word) for word in participles if not word.startswith("-")),
    )
