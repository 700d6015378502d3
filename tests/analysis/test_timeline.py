"""The timeline: dates as articles name them, read against the day of publication, and nothing where none is sure."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from analysis.columns import TimeUse
from analysis.comparison.members import members_of
from analysis.comparison.timeline import timeline
from analysis.comparison.timeline.phrases import find_phrases
from analysis.comparison.timeline.resolving import day_of, resolve
from analysis.encoders import load_encoder
from analysis.pipeline import analyse
from analysis.resources import languages, rows
from analysis.types import ArticleInput, PartialDate, Timeline

FRIDAY = "2025-02-14"
TODAY = date.fromisoformat(FRIDAY)
DAYS = {
    "sv": "tisdag", "nb": "tirsdag", "nn": "tysdag", "da": "tirsdag", "ro": "marți", "en": "Tuesday", "de": "Dienstag",
    "fr": "mardi",
}  # fmt: skip
TEXTS = {
    "sv": (
        "Regeringen stängde bron i tisdags. Olyckan inträffade den 3 februari. På måndag möts parterna. Bron byggdes i "
        "mars 2019 och målades sedan 2021. ”Vi öppnar i morgon”, sa minister Anna Berg på torsdagen. 2000 träd föll.",
        {"2025-02-11", "2025-02-03", "2025-02-17", "2019-03", "2021", "2025-02-13"},
    ),
    "nb": (
        "Regjeringen stengte broen i går. Ulykken skjedde 3. februar. Broen ble bygget i 2019, og den ble malt i mars "
        "2021. Forrige måned kom 12 busser. Tirsdag stemmer Stortinget. «Vi åpner i morgen», sa Anna Berg onsdag.",
        {"2025-02-13", "2025-02-03", "2019", "2021-03", "2025-01", "2025-02-12"},
    ),
    "nn": (
        "Regjeringa stengde brua i går. Ulykka skjedde 3. februar. Brua vart bygd i 2019, og ho vart måla i mars 2021. "
        "Førre månad kom 12 bussar. Tysdag røystar Stortinget.",
        {"2025-02-13", "2025-02-03", "2019", "2021-03", "2025-01"},
    ),
    "da": (
        "Regeringen lukkede broen i tirsdags. Ulykken skete den 3. februar. På mandag mødes parterne. Broen blev "
        "bygget i 2019, og i sidste måned kom 12 busser. I 2000 tilfælde gik det galt.",
        {"2025-02-11", "2025-02-03", "2025-02-17", "2019", "2025-01"},
    ),
    "ro": (
        "Guvernul a închis podul ieri. „Deschidem mâine”, a declarat joi ministra Anna Berg. Accidentul s-a produs pe "
        "3 februarie. Podul a fost construit în 2019, apoi renovat în martie 2021. Cei 5 mai buni au plecat.",
        {"2025-02-13", "2025-02-03", "2019", "2021-03"},
    ),
    "en": (
        "The government closed the bridge on Tuesday. “We open tomorrow,” Minister Anna Berg said on Wednesday. It was "
        "hit on February 3. The firm was founded in 2019 and sold in March 2021. Today, the town has 500 people. They "
        "lost in 2000 cases. Last month 12 buses came. The vote is planned for next Monday.",
        {"2025-02-12", "2025-02-03", "2019", "2021-03", "2025-01", "2025-02-17"},
    ),
    "de": (
        "Die Regierung sperrte die Brücke gestern. „Wir öffnen morgen“, sagte Ministerin Anna Berg am Mittwoch. Gegen "
        "Morgen kam es zu Staus. Der Unfall geschah am 3. Februar. Die Brücke wurde im Jahr 2019 gebaut. In 2000 "
        "Fällen ging es schief. Am kommenden Montag tagt der Rat. Im vergangenen Jahr kamen 12 Busse.",
        {"2025-02-13", "2025-02-12", "2025-02-03", "2019", "2025-02-17", "2024"},
    ),
    "fr": (
        "Le gouvernement a fermé le pont hier. « Nous ouvrirons demain », a déclaré mercredi la ministre Anna Berg. "
        "L'accident a eu lieu le 3 février. Le pont a été construit en 2019, puis rénové en mars 2021. Le "
        "mois dernier, 12 bus sont venus. Lundi prochain, le conseil vote. Aujourd'hui, la ville a 500 habitants.",
        {"2025-02-13", "2025-02-12", "2025-02-03", "2019", "2021-03", "2025-01", "2025-02-17"},
    ),
}
"""Articles and the dates that they name for sure, published on Friday 14 February 2025."""


def of(*articles: tuple[str, str, str | None]) -> Timeline:
    inputs = [ArticleInput(outlet=code, text=text, language=code, published_at=day) for code, text, day in articles]
    return timeline(members_of([analyse(one, load_encoder()) for one in inputs]), ())


@pytest.mark.parametrize("code", languages())
def test_dates_are_read_as_an_article_names_them(code: str) -> None:
    text, expected = TEXTS[code]
    found = of((code, text, FRIDAY)).dates
    assert {one.date.value for one in found} == expected
    assert [one.date.value for one in found] == sorted(one.date.value for one in found)
    for mention in (mention for one in found for mention in one.mentions):
        assert text[mention.start : mention.end] == mention.text
        assert text[mention.sentence.start : mention.sentence.end] == mention.sentence.text
        assert mention.sentence.start <= mention.start < mention.end <= mention.sentence.end


@pytest.mark.parametrize("code", languages())
def test_without_a_day_of_publication_only_dates_with_their_year_are_read(code: str) -> None:
    found = of((code, TEXTS[code][0], None))
    assert {mention.basis for one in found.dates for mention in one.mentions} == {"stated"}
    assert found.undated == ("article-1",)


def test_articles_stand_in_the_order_of_publication_and_share_their_dates() -> None:
    english, german = TEXTS["en"][0], TEXTS["de"][0]
    found = of(("en", english, "2025-02-15"), ("de", german, FRIDAY))
    assert [one.article for one in found.published] == ["article-2", "article-1"]
    shared = next(one for one in found.dates if one.date == PartialDate("2025-02-03", "day", "text"))
    assert [one.article for one in shared.mentions] == ["article-1", "article-2"]


@pytest.mark.parametrize("code", languages())
def test_every_row_names_what_its_use_says(code: str) -> None:
    for phrase, use in rows(code, "time_words"):
        written = phrase.replace("{day}", DAYS[code])
        if use in (TimeUse.YEAR, TimeUse.IN):
            (year,) = find_phrases(f"xyzzy {written} 2019.", code)
            assert year.stated == PartialDate("2019", "year", "text"), phrase
            continue
        (found,) = find_phrases(f"xyzzy {written} xyzzy", code)
        assert found.use is TimeUse(use), phrase
        value = resolve(found, TODAY, said=True)
        expected = {
            "none": None, "today": "2025-02-14", "said": "2025-02-11", "past": "2025-02-11", "last": "2025-02-11",
            "ahead": "2025-02-18", "coming": "2025-02-18",
        }  # fmt: skip
        if use in expected:
            assert (value.value if value else None) == expected[use], phrase
        else:
            unit, shift = use[:-2], int(use[-2:])
            days = {"day": TODAY + timedelta(shift), "month": f"2025-{2 + shift:02}", "year": 2025 + shift}
            assert value == PartialDate(str(days[unit]), unit, "text"), phrase  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("the years 2010-12 went by", "en"),
        ("version 1.2.24 came out", "en"),
        ("Um 5 noi cazuri", "ro"),
        ("12 may have died", "en"),
        ("gegen Morgen kam Nebel", "de"),
    ],
)
def test_what_is_no_date_is_none(text: str, code: str) -> None:
    assert find_phrases(text, code) == []


def test_the_nearest_weekday_is_not_told_where_it_may_be_another_weeks() -> None:
    (last,), (coming,) = find_phrases("last Thursday", "en"), find_phrases("next Saturday", "en")
    assert resolve(last, TODAY, said=False) is resolve(coming, TODAY, said=False) is None
    (far,) = find_phrases("3 September", "en")
    assert resolve(far, TODAY, said=False) is None


@pytest.mark.parametrize(
    ("value", "precision", "day"),
    [
        ("2025-02-14T12:00:00Z", "instant", TODAY),
        ("2025-02-14T00:00:00Z", "instant", TODAY),
        ("2025-02-14T23:10:00Z", "instant", None),
        ("2025-02-14T03:10:00Z", "instant", None),
        ("2025-02", "month", None),
    ],
)
def test_the_day_of_publication_is_taken_only_where_it_is_one_everywhere(
    value: str, precision: str, day: date | None
) -> None:
    assert day_of(PartialDate(value, precision, "input")) == day  # type: ignore[arg-type]
    assert day_of(PartialDate(value, precision, "text")) is None  # type: ignore[arg-type]
