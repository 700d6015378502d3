"""Writes the lists of countries and cities from Unicode CLDR: ``python -m analysis.training.names.places``.

``languages/<code>/territories.txt``: name, key. ``languages/<code>/cities.txt``: name, key. ``world/places.txt``: key,
international name, type. Keys are ISO 3166 codes and UN M.49 numbers for territories, zone names for cities.

A form has one key in a language: that of ``places.txt``, which is written by hand, then that of a territory; a city
called as its territory (Luxembourg, Singapore) is left out. What ``world/more_places.txt`` names is named there alone.
"""

from __future__ import annotations

import unicodedata
from pathlib import Path

import babel
from babel import Locale
from babel.core import get_global

from analysis.actors.folding import plain
from analysis.resources import DATA, languages, read_rows, rows

HEAD = "# source: Unicode CLDR, through babel {version}\n# licence: Unicode License v3\n"
VERSION = babel.__version__
SKIPPED_ZONES = ("Etc", "Unknown")
SKIPPED_TERRITORIES = frozenset({"ZZ", "XA", "XB", "EZ", "QO", "EU", "UN", "001"})


def zones() -> list[str]:
    """Canonical time zones that are named after a city."""
    return sorted(
        zone for zone in get_global("zone_territories") if "/" in zone and zone.split("/")[0] not in SKIPPED_ZONES
    )


def city(code: str, zone: str) -> str:
    """Name of the zone's city in a language; CLDR leaves out what equals the English name in the zone's key."""
    entry = Locale.parse(code).time_zones.get(zone)
    english = Locale.parse("en").time_zones.get(zone)
    fallback = zone.rsplit("/", 1)[1].replace("_", " ")
    for source in (entry, english):
        if source is not None and source.get("city"):
            return str(source["city"])
    return fallback


def territories(code: str) -> dict[str, str]:
    """Territory names of a language to their keys."""
    names = Locale.parse(code).territories
    return {str(name): key for key, name in names.items() if key not in SKIPPED_TERRITORIES}


def write(path: Path, rows: set[tuple[str, ...]]) -> None:
    """A list file: NFC, sorted, unique, with its source."""
    path.parent.mkdir(parents=True, exist_ok=True)
    lines = sorted(unicodedata.normalize("NFC", "\t".join(row)) for row in rows)
    path.write_text(HEAD.format(version=VERSION) + "\n".join(lines) + "\n", encoding="utf-8")


def without(forms: dict[str, str], known: dict[str, str]) -> dict[str, str]:
    """The forms but those that are known under another key."""
    return {form: key for form, key in forms.items() if known.get(plain(form), key) == key}


def folded(forms: dict[str, str]) -> dict[str, str]:
    """The forms as the gazetteer looks them up."""
    return {plain(form): key for form, key in forms.items()}


def main() -> None:
    """Write every list."""
    used: set[str] = set()
    for code in languages():
        folder = DATA / "languages" / code
        own = {row[0]: row[1] for row in rows(code, "places")}
        countries = without(territories(code), folded(own))
        cities = without(
            {city(code, zone): zone.rsplit("/", 1)[1].lower() for zone in zones()}, folded(countries) | folded(own)
        )
        write(folder / "territories.txt", set(countries.items()))
        write(folder / "cities.txt", set(cities.items()))
        used |= {*own.values(), *countries.values(), *cities.values()}
    world: set[tuple[str, ...]] = {
        (key, name, "country" if key.isalpha() else "region") for name, key in territories("en").items()
    }
    world |= {(zone.rsplit("/", 1)[1].lower(), city("en", zone), "city") for zone in zones()}
    used -= {row[0] for row in read_rows(DATA / "world" / "more_places.txt")}
    write(DATA / "world" / "places.txt", {row for row in world if row[0] in used})


if __name__ == "__main__":
    main()
