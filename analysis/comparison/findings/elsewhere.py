"""Whether an article names somebody, in whatever form: what is said to be in one article alone must be in no other."""

from __future__ import annotations

import re
from functools import cache, cached_property

from analysis.actors.folding import fold_word, plain
from analysis.actors.identity import generation
from analysis.cleaning.reasons import unread
from analysis.comparison.members import Member
from analysis.resources import languages, rows
from analysis.types import Actor

WORD = re.compile(r"[^\W\d_](?:[’'.]?[^\W\d_])*")
"""A word without digits; the stops of an abbreviation (*N.A.A.C.P.*) stay in it."""
SHORT_WORDS = 3
"""Letters up to which a word between capitals is passed over when initials are read: *of*, *and*, *for*."""
LONGEST_NAME = 8
"""Words of the longest name whose initials are read."""
ENDING = 2
"""Letters that a name may have behind it in another language's genitive or definite form."""
LEAST_LETTERS = 3
"""Letters of a folded word from which it tells one name from another."""
SIGNIFICANT = 5
"""Letters from which a word of a body's name counts as a word of its own, and not as *of* or *for*."""
TITLED = 0.7
"""Share of a headline's longer words with a capital from which a capital tells no name there."""
ENOUGH_WORDS = 120
"""Words from which an article is long enough that what it does not have says something of it."""


class Naming:
    """The names of an article, headline, text and what of it was not read, as others' names are looked for in them."""

    def __init__(self, member: Member) -> None:
        article = member.analysis.article
        headline = article.headline or ""
        self._shift = len(headline) + 1
        whole = f"{headline}\n{article.text}\n{unread(article)}"
        self._words = [(found.start(), bare(found[0])) for found in WORD.finditer(whole)]
        self._titled = self._shift if _is_titled(headline) else 0
        self.code = article.language.code

    @property
    def long_enough(self) -> bool:
        """Whether the article has room for what others tell."""
        return len(self._words) >= ENOUGH_WORDS

    def first(self, actor: Actor) -> int | None:
        """Where the article first names somebody, counted from the start of the text and negative in the headline.

        A person by surname, whatever stands before it; a body by its name, its initials, or most words of its name.
        ``None`` if in no form.
        """
        forms = (actor.name, *actor.aliases)
        if actor.type == "person":
            places = [place for form in forms for key in surname(form) for place in self._places(key)]
        else:
            places = [place for form in forms for place in self._body(form)]
        return min(places) - self._shift if places else None

    def _places(self, key: str) -> list[int]:
        """Places of a name, with another ending or none (*Bergs*, *Bergen*); none in a headline that puts capitals to
        all words, where *Personal* is not a form of *Person*."""
        spelt = self._spelt.get(key, [])
        if len(key) < LEAST_LETTERS:
            return [*spelt, *self._names.get(key, [])]
        bare = [key[:-cut] for cut in range(1, ENDING + 1) if len(key) - cut > LEAST_LETTERS]
        near = {*self._by_start.get(key, ()), *(word for word in bare if word in self._names)}
        return [*spelt, *(place for word in near for place in self._names[word])]

    def _body(self, name: str) -> list[int]:
        words = WORD.findall(name)
        significant = [key for word in words if len(word) >= SIGNIFICANT and (key := fold_word(word))]
        found = list(self._places(fold_word(name))) if len(words) == 1 else []
        initials = "".join(word[0] for word in words if word[0].isupper())
        for short in {initials, name.replace(".", "")}:
            if len(short) > 1 and short.isupper():
                found += self._abbreviations.get(short, [])
        places = [here for key in significant if (here := self._any.get(key)) is not None]
        return [*found, min(places)] if places and 2 * len(places) > len(significant) else found

    @cached_property
    def _names(self) -> dict[str, list[int]]:
        """Words with a capital, in their folded form, and the parts of those with hyphens."""
        found: dict[str, list[int]] = {}
        for start, word in self._words:
            if word[0].isupper() and start >= self._titled:
                for key in {fold_word(word), plain(word)}:
                    found.setdefault(key, []).append(start)
        return found

    @cached_property
    def _spelt(self) -> dict[str, list[int]]:
        """Words of a headline in which all have capitals, as they are spelt."""
        found: dict[str, list[int]] = {}
        for start, word in self._words:
            if start >= self._titled:
                break
            found.setdefault(plain(word), []).append(start)
        return found

    @cached_property
    def _by_start(self) -> dict[str, list[str]]:
        """Folded names by each of their beginnings that an ending may have been put to."""
        found: dict[str, list[str]] = {}
        for word in self._names:
            for cut in range(ENDING + 1):
                found.setdefault(word[: len(word) - cut] if cut else word, []).append(word)
        return found

    @cached_property
    def _any(self) -> dict[str, int]:
        """The first place of each longer word, capital or not."""
        found: dict[str, int] = {}
        for start, word in self._words:
            if len(word) >= SIGNIFICANT:
                found.setdefault(fold_word(word), start)
        return found

    @cached_property
    def _abbreviations(self) -> dict[str, list[int]]:
        """Words in capitals, and the initials of runs of words with capitals (*Fish and Wildlife Service*: FWS)."""
        found: dict[str, list[int]] = {}
        for place, (start, word) in enumerate(self._words):
            if not word[0].isupper():
                continue
            found.setdefault(word.replace(".", ""), []).append(start)
            short = ""
            for _, after in self._words[place : place + LONGEST_NAME]:
                if after[0].isupper():
                    short += after[0]
                    found.setdefault(short, []).append(start)
                elif len(after) > SHORT_WORDS:
                    break
        return found


def _is_titled(headline: str) -> bool:
    """Whether a headline puts a capital to most of its longer words, as English ones may."""
    longer = [word for word in WORD.findall(headline) if len(word) > SHORT_WORDS]
    return len(longer) > SHORT_WORDS and sum(word[0].isupper() for word in longer) >= TITLED * len(longer)


def bare(word: str) -> str:
    """A word without the *'s* of a genitive."""
    return word[:-2] if word[-2:] in ("'s", "’s") else word


def surname(name: str) -> list[str]:
    """The last word of a person's name, without *jr*, as it is heard and as it is spelt (*Schiff*, *Schiffs*)."""
    words = WORD.findall(name)
    if not words:
        return []
    last = words[-2] if generation(words) else words[-1]
    return sorted({key for key in (fold_word(last), plain(last)) if key})


def is_full_name(name: str) -> bool:
    """Whether a reader knows somebody by this name: a given name and a surname, and no title for a given name."""
    words = name.split()
    titles = any(word.strip(".").casefold() in _titles() for word in words[:-1])
    return len(words) > 1 and words[0][0].isupper() and words[-1][0].isupper() and not titles


@cache
def _titles() -> frozenset[str]:
    lists = ("titles", "roles")
    return frozenset(row[0].casefold() for code in languages() for name in lists for row in rows(code, name))
