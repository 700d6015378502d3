"""Words that stand a second time: headings in marks, of whoever says the same below, and pull quotes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from analysis.attribution.reading import Reading
from analysis.quotes.drafts import Draft

ROLE = "subheading"
MARKS = " \u00a0\"'“”„«»‘’‚‹›–—―-"
ENDS = ".!?…,;:"
LONGEST = 15
"""Most words of a paragraph that may be a heading."""
BELOW = 12
"""Most statements below a heading among which its words are looked for."""
STEM = 5
"""Letters by which two forms of a word are one."""
SHORTEST = 4
"""Letters of the shortest word that counts."""
SHARE = 0.5
"""Share of the words of a heading that whoever says them below has."""


def is_heading(reading: Reading, draft: Draft) -> bool:
    """Whether marked words that nothing attributes are an intermediate heading: a paragraph of their own, a short one
    that ends as no sentence does."""
    if not draft.marked or draft.attribution is not None:
        return False
    own = reading.document.paragraphs[draft.paragraph]
    words = reading.text[draft.start : draft.end]
    alone = reading.text[own.start : own.end].strip(MARKS) == words.strip(MARKS)
    return own.role == ROLE or (alone and words[-1] not in ENDS and len(words.split()) <= LONGEST)


def name_headings(reading: Reading, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, in text order, a heading in marks with what attributes the same words below it, if anything does."""
    return [_named(reading, draft, drafts[place + 1 :]) for place, draft in enumerate(drafts)]


def _named(reading: Reading, draft: Draft, below: Sequence[Draft]) -> Draft:
    if not is_heading(reading, draft):
        return draft
    own = _stems(reading, draft)
    for other in below[:BELOW]:
        told = other.attribution is not None and other.attribution.speaker is not None
        if told and own and len(own & _stems(reading, other)) >= SHARE * len(own):
            return replace(draft, attribution=other.attribution)
    return draft


def _stems(reading: Reading, draft: Draft) -> frozenset[str]:
    """The beginnings of the words of a draft that are no function words."""
    words = range(*reading.range(draft.start, draft.end))
    plain = (reading.keys[i] for i in words if reading.words[i].is_word and not reading.words[i].roles)
    return frozenset(key[:STEM] for key in plain if len(key) >= SHORTEST)


def once(text: str, drafts: Sequence[Draft]) -> list[Draft]:
    """Without pull quotes: marked words that nothing attributes and that stand elsewhere with who said them."""
    direct = [d for d in drafts if d.kind == "direct"]
    told = {_bare(text, d) for d in direct if d.attribution is not None}
    return [d for d in drafts if d.kind != "direct" or d.attribution is not None or _bare(text, d) not in told]


def _bare(text: str, draft: Draft) -> str:
    """The words of a quotation without a comma or full stop at their end."""
    return text[draft.start : draft.end].rstrip(" ,.")
