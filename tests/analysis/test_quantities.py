"""What figures are numbers of, in eight languages: units, shares in words, and what is never held against another."""

from __future__ import annotations

from fractions import Fraction

import pytest

from analysis.comparison.findings.figures_apart import apart, are_small, counted
from analysis.comparison.findings.quantities import SIZES, Known, Quantity, quantities
from analysis.resources import languages, rows, world

NOTHING = "xyzzy"

each_language = pytest.mark.parametrize("code", languages())


def measured(text: str, code: str) -> list[Quantity]:
    return quantities(text, code, counted(text, code))


def shown(one: str, one_code: str, other: str, other_code: str) -> tuple[str, str] | None:
    told = apart(one, one_code, other, other_code)
    return None if told is None else (told[0].shown, told[1].shown)


@each_language
def test_every_unit_is_read_behind_a_figure(code: str) -> None:
    assert [
        row
        for row in rows(code, "units")
        if [one.unit for one in measured(f"{NOTHING} 37 {row[0]}.", code)] != [row[1]]
    ] == []
    assert [one.unit for one in measured(f"{NOTHING} 37 {NOTHING}.", code)] == [""]
    listed = {row[1] for row in rows(code, "units")}
    assert (
        {"percent", "point", "krone", "euro", "kilometre", "hour", "day", "week", "month", "year"}
        <= listed
        <= SIZES.keys()
    )


@each_language
def test_every_fraction_is_a_share(code: str) -> None:
    for name, value in rows(code, "fractions"):
        (found,) = measured(f"{NOTHING} {name.replace('…', NOTHING)} {NOTHING}", code)
        assert (found.kind, found.size) == ("share", float(Fraction(value))), name


def test_a_symbol_stands_behind_a_figure_or_before_a_sum() -> None:
    listed = world("unit_symbols")
    assert {"%", "€", "km/h"} <= {row[0] for row in listed}
    assert [
        row for row in listed if [one.unit for one in measured(f"{NOTHING} 37 {row[0]} {NOTHING}", "en")] != [row[1]]
    ] == []
    assert [one.unit for one in measured("It costs €37, NOK 240m or £5.", "en")] == ["euro", "krone", "pound"]


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        ("da:Hvert tredje job hænger på fabrikken.", "sv:Var femte jobb hänger på fabriken.", "Hvert tredje|Var femte"),
        ("en:One job in four depends on it.", "fr:La moitié des emplois en dépendent.", "One job in four|La moitié"),
        ("de:Ein Drittel lernt Latein.", "ro:Jumătate dintre elevi învață latina.", "Ein Drittel|Jumătate dintre"),
        ("nn:Ein tredel tek bussen.", "nb:52 prosent av elevene tar bussen.", "Ein tredel|52 prosent"),
        ("nb:Støyen steg med 9 prosent.", "fr:Le bruit a augmenté de 12 pour cent.", "9|12"),
        ("sv:Rutten är fyra mil.", "de:Die Strecke ist 55 Kilometer lang.", "fyra mil|55 Kilometer"),
        ("en:The talks took ten days.", "ro:Negocierile au durat două săptămâni.", "ten days|două săptămâni"),
        ("ro:Zece la sută dintre case sunt goale.", "de:Zwölf Prozent der Häuser stehen leer.", "10|12"),
    ],
)
def test_shares_and_measures_differ(one: str, other: str, told: str) -> None:
    assert shown(one[3:], one[:2], other[3:], other[:2]) == tuple(told.split("|"))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("nb:To tredeler av medlemmene stemte ja.", "de:67 Prozent der Mitglieder stimmten zu."),
        ("en:A tenth of the flats are empty.", "sv:Tio procent av lägenheterna står tomma."),
        ("fr:Un sixième des logements est vide.", "de:Knapp ein Fünftel der Wohnungen steht leer."),
        ("nn:Omvegen er tre mil.", "en:The detour is 30 kilometres."),
        ("en:The road is 62 miles long.", "da:Vejen er 100 kilometer lang."),
        ("ro:Ploaia a durat 48 de ore.", "fr:La pluie a duré deux jours."),
        ("da:Bøden er 700 kroner.", "en:The fine is 750 dollars."),
        ("en:41 people fell ill.", "de:38 Prozent der Gäste erkrankten."),
        ("sv:40 procent av rösterna gick till nej.", "fr:42 pour cent ont voté non."),
    ],
)
def test_what_is_one_quantity_or_two_kinds_is_not_told(one: str, other: str) -> None:
    assert shown(one[3:], one[:2], other[3:], other[:2]) is None
    assert shown(other[3:], other[:2], one[3:], one[:2]) is None


@pytest.mark.parametrize("code", languages())
def test_a_sentence_that_is_held_against_many_is_read_once(code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []
    note = lambda text, code, told: (read.append(text), quantities(text, code, told))[1]  # noqa: E731
    monkeypatch.setattr("analysis.comparison.findings.figures_apart.quantities", note)
    sentences = [f"{NOTHING} {number} {NOTHING}." for number in (41, 47, 53, 67)]
    known: Known = {}
    told = [apart(one, code, other, code, known) for one in sentences for other in sentences]
    assert sorted(read) == sorted(sentences)
    assert told == [apart(one, code, other, code) for one in sentences for other in sentences]
    assert [one is None for one in told[:4]] == [True, False, False, False], told[:4]


def test_a_fraction_asks_for_the_readers_consent_like_a_small_number() -> None:
    assert are_small(["1/4", "1/2"])
    assert not are_small(["1/4", "52 percent"])
