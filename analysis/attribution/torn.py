"""Words that are no whole noun phrase, by which nobody speaks: pieces of clauses, times, things that say nothing."""

from __future__ import annotations

from analysis.actors.phrases import lowered
from analysis.attribution.phrases import is_listed, is_verbal
from analysis.attribution.reading import Reading, WordSpan
from analysis.attribution.roles import FINITE, PERSONAL, VERBAL
from analysis.columns import WordRole

LEADING = frozenset({WordRole.PREP, WordRole.SUB, WordRole.REL, WordRole.WH, WordRole.THAT, WordRole.CONJ})
NOUN_PHRASE = frozenset({WordRole.DET, WordRole.POSS})
HEADED = frozenset({WordRole.DET, WordRole.POSS, WordRole.MASC, WordRole.FEM, WordRole.PLUR, WordRole.OBJPLUR})
PLACING = frozenset({WordRole.PREP, WordRole.SUB, WordRole.OF, WordRole.GEN, WordRole.BY})
RELATIVE = frozenset({WordRole.REL, WordRole.WH, WordRole.THAT})
SMALL = frozenset({WordRole.DET, WordRole.GEN, WordRole.OF, WordRole.PREP, WordRole.POSS, WordRole.AS, WordRole.REFL})
"""Roles of small words that look like an auxiliary: *a*, *sein*."""
ARTICLE = frozenset({WordRole.DET, WordRole.REL, WordRole.NEUT, WordRole.REFL, WordRole.PLUR, WordRole.MASC})
"""Roles of a word that opens a noun phrase and joins it to nothing: *the*, *die*; not *der* or *des*."""
OWNER = frozenset({WordRole.DET, WordRole.REL})
WHEN = frozenset({WordRole.TIME, WordRole.ADV})
LEADING_IN = frozenset({WordRole.ADV, WordRole.REFL})
"""Roles of words before a noun phrase that only stress it: *even*, *selbst*."""
BETWEEN = frozenset({WordRole.DET, WordRole.POSS})
LONG_ADVERB = 7
"""Letters of the shortest adverb that its ending shows (*ally* is a noun)."""
PLURAL = (1, 2)
"""Letters that a plural may add: *months*, *Wochen*, *dager*."""
SHORTEST_TIME = 4
"""Letters of the shortest word for a time that is looked for in a longer one."""
TAIL = 2
"""Most words behind a noun phrase that belong to its verb."""


def is_torn(reading: Reading, phrase: WordSpan) -> bool:
    """Whether the words are no noun phrase for somebody or something that can speak.

    *freinées par la faible*, *Shortly after the protest*, *Das Problem*; only for words that name no known actor.
    """
    if _opens_with_listed(reading, phrase):
        return False
    return (
        _opens_badly(reading, phrase)
        or _holds_verb(reading, phrase)
        or _runs_on(reading, phrase)
        or _is_time(reading, phrase)
        or _is_cut(reading, phrase)
        or is_mute(reading, phrase)
    )


def mended(reading: Reading, phrase: WordSpan) -> WordSpan | None:
    """The noun phrase among words that are none by themselves: *The panel | took votes*, *lässt | der Verein*; ``None``
    where there is none."""
    words = without_tail(reading, phrase)
    end = _verb_place(reading, words)
    end = _other_noun(reading, words) if end is None else end
    if end is not None:
        words = WordSpan(words.first, end)
    else:
        words = WordSpan(_opening(reading, words), words.last)
        second = _second_phrase(reading, words)
        words = words if second is None else WordSpan(second, words.last)
    words = without_tail(reading, words) if words.size else words
    whole = words.size and words != phrase and not is_torn(reading, words)
    return words if whole and _is_headed(reading, words) else None


def _is_headed(reading: Reading, phrase: WordSpan) -> bool:
    """Whether an article opens the words, or they hold a noun for somebody who may speak."""
    return (reading.any_role(phrase.first, NOUN_PHRASE) and phrase.size > 1) or is_listed(reading, phrase)


def _opening(reading: Reading, phrase: WordSpan) -> int:
    """Where the noun phrase opens behind an auxiliary or an adverb: *Sollte | das Amt*, *Perhaps | this panel*."""
    word, behind = reading.words[phrase.first], reading.words[min(phrase.first + 1, phrase.last - 1)]
    small = not word.capital or word.start in reading.opening_starts
    leads = small and (not word.roles or bool(word.roles & (VERBAL | WHEN))) and not word.roles & HEADED
    return phrase.first + 1 if phrase.size > 2 and leads and WordRole.DET in behind.roles else phrase.first


def without_tail(reading: Reading, phrase: WordSpan) -> WordSpan:
    """A noun phrase without the words at its end that belong to the verb, nor one that only stresses it before it: *the
    senators | publicly*, *selbst | die Anwohner*."""
    first, last = phrase
    lead = reading.words[first].roles & LEADING_IN and not reading.any_role(first, NOUN_PHRASE)
    if phrase.size > 2 and lead and reading.any_role(first + 1, NOUN_PHRASE):
        first += 1
    while last > phrase.first + 1 and phrase.last - last <= TAIL and _trails(reading, phrase.first, last - 1):
        last -= 1
    return WordSpan(first, last) if phrase.last - last <= TAIL else WordSpan(first, phrase.last)


def head_of_words(reading: Reading, phrase: WordSpan) -> int:
    """The noun that the words are about, as they stand: the last before what is joined to it, or where adjectives
    follow, the first."""
    first, stop = phrase
    while first < stop - 1 and reading.any_role(first, BETWEEN):
        first += 1
    end = next((i for i in range(first + 1, stop) if _joins(reading, i)), stop)
    if reading.grammar.word_order.noun_before_adjective:
        return first
    while end > first + 1 and not reading.words[end - 1].is_word:
        end -= 1
    return end - 1


def is_mute(reading: Reading, phrase: WordSpan) -> bool:
    """Whether the words are about what nobody has anything from: *Das eigentliche Problem*, *Les ventes d'avril*."""
    head = head_of_words(reading, phrase)
    word = reading.words[head]
    plain = not word.capital or reading.grammar.nouns.capitalised or word.start in reading.opening_starts
    if not plain or any(named.first <= head < named.last for named in reading.named_in(head, head + 1)):
        return False
    return word.key.removeprefix("l'") in reading.grammar.nouns.mute


def _joins(reading: Reading, place: int) -> bool:
    word = reading.words[place]
    return (not word.is_word and word.key not in ("-", ".", "'", "’", "'s")) or bool(word.roles & (PLACING | RELATIVE))


def _opens_with_listed(reading: Reading, phrase: WordSpan) -> bool:
    """*people familiar with the matter*, *mit der Sache vertraute Personen*: phrases that are listed as they stand."""
    found = reading.lexicon.anonymous.at(reading, *phrase)
    return found is not None and found.size > 1


def _opens_badly(reading: Reading, phrase: WordSpan) -> bool:
    """With a preposition, a conjunction, an auxiliary, a pronoun with more behind it, or a participle."""
    word = reading.words[phrase.first]
    roles = word.roles
    owned = roles >= OWNER and not reading.grammar.nouns.capitalised  # *whose support*
    if (roles & LEADING and not roles & NOUN_PHRASE) or owned:
        return True
    if phrase.size == 1:
        return False
    verb = bool(roles & FINITE) or word.key in reading.grammar.verbs.finite
    if verb and not roles & HEADED and (not word.capital or word.start in reading.opening_starts):
        return True
    following = reading.words[phrase.first + 1]
    if roles & PERSONAL and not roles & SMALL and following.is_word and not following.roles:
        return True
    bare = reading.grammar.determiners.obligatory and not reading.grammar.nouns.capitalised
    return bare and _is_participle(reading, phrase)


def _is_participle(reading: Reading, phrase: WordSpan) -> bool:
    """*held at the request of …*, *provide about …*: one plain word without an article before a preposition."""
    nouns, (word, following) = reading.grammar.nouns, reading.words[phrase.first : phrase.first + 2]
    if word.roles or not word.is_word or word.capital or not word.key.isalpha() or word.key in nouns.collective:
        return False
    joined = following.roles & PLACING and not following.roles & NOUN_PHRASE
    if not joined or is_listed(reading, WordSpan(phrase.first, phrase.first + 1)):
        return False
    if nouns.participle_endings:
        return word.key.endswith(nouns.participle_endings)
    return nouns.plural_s and not word.key.endswith("s")


def _holds_verb(reading: Reading, phrase: WordSpan) -> bool:
    return _verb_place(reading, phrase) is not None


def _verb_place(reading: Reading, phrase: WordSpan) -> int | None:
    """A finite verb, or a subject of its own, before any relative clause: *Der Titel | lautet*, *the cup | he*."""
    for place in range(phrase.first + 1, phrase.last):
        word = reading.words[place]
        apart = reading.keys[place - 1] == ","
        if word.roles & RELATIVE and (apart or not word.roles & NOUN_PHRASE):
            return None
        if word.capital or not word.is_word or reading.any_role(place - 1, NOUN_PHRASE) or word.roles & SMALL:
            continue
        if word.key in reading.grammar.verbs.finite or is_verbal(reading, place) or WordRole.SUBJ in word.roles:
            return place
        if word.roles & PERSONAL and not word.roles & {WordRole.OBJFEM, WordRole.OBJPLUR}:
            return place
    return None


def _runs_on(reading: Reading, phrase: WordSpan) -> bool:
    """Another noun phrase opens behind a word that cannot stand before one: *reciting | the poem*, *lässt | der Chef*.

    Where nouns have capitals, also one that ends in a word without: *der Verein | kommt*.
    """
    nouns = reading.grammar.nouns
    last = reading.words[phrase.last - 1]
    glued = phrase.size > 1 and reading.words[phrase.last - 2].end == last.start  # *Example.org*
    if (
        nouns.capitalised
        and not last.capital
        and last.key.isalpha()
        and not glued
        and not last.roles & (HEADED | RELATIVE)
    ):
        return not is_listed(reading, WordSpan(phrase.last - 1, phrase.last)) and last.key not in nouns.share_words
    return _second_phrase(reading, phrase) is not None or _other_noun(reading, phrase) is not None


def _other_noun(reading: Reading, phrase: WordSpan) -> int | None:
    """Where nouns have capitals: where an article or an adjective opens another noun phrase right behind a noun, as no
    genitive does: *des Amtes | letzte Zahlen*, *Konzerns | eine Lücke*."""
    within = reading.any_role(phrase.first, NOUN_PHRASE) and reading.any_role(phrase.first + 1, PLACING)
    if not reading.grammar.nouns.capitalised or within:  # *der von der Firma bestellte Gutachter*
        return None
    articles = (*lowered(reading.lexicon.code, "articles", 0), *reading.grammar.determiners.indefinite)
    for place in range(phrase.first + 1, phrase.last - 1):
        word, before, behind = reading.words[place], reading.words[place - 1], reading.words[place + 1]
        noun = before.capital and before.is_word and not before.roles and before.start not in reading.opening_starts
        if word.capital or not word.is_word or not noun:
            continue
        if word.key in articles and not word.roles & PLACING and not word.roles & {WordRole.OBL}:
            return place
        owned = word.key.endswith(reading.grammar.nouns.strong_endings)  # *Vertreter deutscher Behörden*
        if not word.roles and behind.capital and word.key.isalpha() and not owned:
            return place
    return None


def _second_phrase(reading: Reading, phrase: WordSpan) -> int | None:
    """Where a second noun phrase opens behind a word that joins nothing."""
    nouns, articles = reading.grammar.nouns, lowered(reading.lexicon.code, "articles", 0)
    determiners = reading.grammar.determiners
    if not determiners.obligatory:
        return None
    for place in range(phrase.first, phrase.last - 1):
        word, following = reading.words[place], reading.words[place + 1]
        if word.roles or not word.is_word or not word.key.isalpha() or word.key in nouns.share_words:
            continue
        if word.capital and (place > phrase.first or word.start not in reading.opening_starts or nouns.capitalised):
            continue
        opens = following.key in articles or following.key in (*determiners.introducing, *determiners.demonstrative)
        plain = following.roles <= ARTICLE and not following.capital
        if opens and plain and not is_listed(reading, WordSpan(place, place + 1)):
            return place + 1
    return None


def _is_time(reading: Reading, phrase: WordSpan) -> bool:
    """Only when or how much, before anything that is joined to it: *Sept. 8*, *the 1990s*, *Several months into …*."""
    places = range(phrase.first + 1, phrase.last)
    stop = next((i for i in places if reading.any_role(i, PLACING | RELATIVE)), phrase.last)
    if is_listed(reading, WordSpan(phrase.first, stop)):
        return False
    words = [word for word in reading.words[phrase.first : stop] if word.is_word or word.key[0].isdigit()]
    told = [word for word in words if _tells_when(reading, word.key) or word.key[0].isdigit()]
    if not told or (stop < phrase.last - 1 and reading.keys[stop + 1][0].isdigit()):
        return False
    nouns = reading.grammar.nouns
    if any(word.key.endswith(nouns.age_endings) for word in told if nouns.age_endings) or _is_share(reading, phrase):
        return False
    return all(word in told or word.roles & BETWEEN or _is_adverb(reading, word.key) for word in words)


def _tells_when(reading: Reading, key: str) -> bool:
    lists = reading.lexicon
    if key in lists.days or key in lists.months or key.rstrip(".") in lists.months:
        return True
    forms = (key, *(key[:-cut] for cut in PLURAL if len(key) - cut >= SHORTEST_TIME))
    return any(lists.roles.get(form, frozenset()) & WHEN for form in forms) or _is_adverb(reading, key)


def _is_share(reading: Reading, phrase: WordSpan) -> bool:
    return any(reading.keys[i] in reading.grammar.nouns.share_words for i in range(*phrase))


def _is_cut(reading: Reading, phrase: WordSpan) -> bool:
    """Whether the last word goes on behind a hyphen: *der Berner Gesundheits- und Sozialdirektor*."""
    end = reading.words[phrase.last - 1].end
    return reading.text[end : end + 1] == "-" and not reading.text[end + 1 : end + 2].isalnum()


def _is_adverb(reading: Reading, key: str) -> bool:
    endings = reading.grammar.nouns.trailing_adverbs
    return bool(endings) and len(key) >= LONG_ADVERB and key.endswith(endings)


def _trails(reading: Reading, first: int, place: int) -> bool:
    word = reading.words[place]
    if word.capital or not word.is_word or not word.key.isalpha() or reading.words[place - 1].end == word.start:
        return False
    if word.roles & WHEN and not word.roles & (SMALL | PLACING):
        return True
    if is_listed(reading, WordSpan(place, place + 1)):
        return False
    if reading.grammar.nouns.capitalised:
        plain = any(reading.words[i].capital for i in range(first, place)) and not word.roles & (HEADED | RELATIVE)
        return plain and word.key not in reading.grammar.nouns.share_words
    return place - first > 1 and _is_adverb(reading, word.key)
