"""Dates: read as pages write them, never more exactly than they say."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.cleaning.published import read_dates
from analysis.dates import find_dates, parse_input
from analysis.errors import InputError
from analysis.resources import languages, rows


def first(text: str) -> tuple[str, str] | None:
    found = next(find_dates(text), None)
    return (found.value.value, found.value.precision) if found else None


@pytest.mark.parametrize(
    ("text", "value", "precision"),
    [
        ("Publicerad 7 nov 2024 kl 09.18", "2024-11-07T09:18", "minute"),
        ("3. mars 2025", "2025-03-03", "day"),
        ("Publisert: 03.03.2025 14:05", "2025-03-03T14:05", "minute"),
        ("den 3. marts 2025, kl. 14.05", "2025-03-03T14:05", "minute"),
        ("luni, 3 martie 2025, ora 14:05", "2025-03-03T14:05", "minute"),
        ("March 3, 2025 2:05 pm", "2025-03-03T14:05", "minute"),
        ("March 3, 2025 at 12:05 a.m.", "2025-03-03T00:05", "minute"),
        ("3rd March 2025, 14:05 GMT", "2025-03-03T14:05:00Z", "instant"),
        ("3. März 2025 um 14:05 Uhr MEZ", "2025-03-03T13:05:00Z", "instant"),
        ("le 3 mars 2025 à 14h05", "2025-03-03T14:05", "minute"),
        ("1er mars 2025", "2025-03-01", "day"),
        ("février 2025", "2025-02", "month"),
        ("2025-03-03T14:05:00+01:00", "2025-03-03T13:05:00Z", "instant"),
        ("2025-03", "2025-03", "month"),
        ("13/03/2025", "2025-03-13", "day"),
        ("03/04/2025", "2025", "year"),
        ("3/3/25", "2025-03-03", "day"),
    ],
)
def test_a_date_is_read_with_the_precision_it_is_given_in(text: str, value: str, precision: str) -> None:
    assert first(text) == (value, precision)


@pytest.mark.parametrize(
    "text", ["31. februar 2025", "2025-13-01", "tal 14.05.3", "0 kommentarer", "14:05", "1.2.3.2025"]
)
def test_what_is_no_date_is_none(text: str) -> None:
    assert first(text) is None


@pytest.mark.parametrize("code", languages())
def test_every_month_of_every_language_is_read(code: str) -> None:
    numbers = {int(row[1]) for row in rows(code, "months")}
    assert numbers == set(range(1, 13))
    for name, number in rows(code, "months"):
        assert first(f"7 {name} 2024") == (f"2024-{int(number):02}-07", "day")


@settings(deadline=None)
@given(st.dates(min_value=date(1800, 1, 1), max_value=date(2199, 12, 31)))
def test_an_iso_date_is_read_as_it_is_written(day: date) -> None:
    assert first(f"den {day.isoformat()} kom") == (day.isoformat(), "day")
    parsed = parse_input(day.isoformat())
    assert parsed is not None and (parsed.value, parsed.precision, parsed.source) == (day.isoformat(), "day", "input")


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2025", "2025"),
        ("2025-02", "2025-02"),
        ("2025-02-13T10:00", "2025-02-13T10:00"),
        ("2025-02-13T10:00:30Z", "2025-02-13T10:00:30Z"),
        ("2025-02-13T00:30:00.123+0100", "2025-02-12T23:30:00Z"),
    ],
)
def test_what_a_caller_gives_keeps_its_precision(value: str, expected: str) -> None:
    parsed = parse_input(value)
    assert parsed is not None and parsed.value == expected


@pytest.mark.parametrize(
    "value", ["yesterday", "2025-02-30", "2025-02-13T25:00", "13.02.2025", "2025-02T10:00", "20250213"]
)
def test_anything_else_a_caller_gives_is_refused(value: str) -> None:
    with pytest.raises(InputError) as caught:
        parse_input(value)
    assert caught.value.pointer == "/published_at"


def test_no_date_is_none() -> None:
    assert parse_input(None) is None and parse_input(" ") is None


def test_a_glued_change_is_told_from_the_publication() -> None:
    published, updated = read_dates([("Publicerad 7 nov 2024 kl 09.18Uppdaterad kl 11.26", True)])
    assert published is not None and published.value == "2024-11-07T09:18"
    assert updated is not None and updated.value == "2024-11-07T11:26"


def test_a_later_line_counts_only_if_it_says_the_same_more_exactly() -> None:
    published, _ = read_dates([(line, True) for line in ("date 2025-03-03", "03.03.2025 14:05", "05.03.2025")])
    assert published is not None and published.value == "2025-03-03T14:05"


def test_below_the_article_a_date_must_say_what_it_is() -> None:
    assert read_dates([("17 February 2025", False)]) == (None, None)
    published, _ = read_dates([("Published: 17 February 2025", False)])
    assert published is not None and published.value == "2025-02-17"


@pytest.mark.parametrize(
    "line", ["Updated 3 March 2025", "Stand: 3. März 2025", "Uppdaterad 3 febr. 2025", "Mis à jour le 3 mars 2025",
             "Actualizat la 3 martie 2025", "Opdateret 3. marts 2025", "Sist oppdatert 3. mars 2025"],
)  # fmt: skip
def test_a_page_that_only_says_when_it_changed_does_not_say_when_it_was_published(line: str) -> None:
    published, updated = read_dates([(line, True)])
    assert published is None and updated is not None and updated.value.startswith("2025-0")


@pytest.mark.parametrize(
    "line",
    [
        "Stand: 4. Mrz 2025, 09:30 Uhr | Erstellt: 3. Mrz 2025, 06:05 Uhr",
        "Uppdaterad 4 mars 2025 kl. 09.30. Publicerad 3 mars 2025 kl. 06.05",
        "Published Mar. 3, 2025 6:05 a.m. ET; Updated Mar. 4, 2025 9:30 a.m. ET",
        "Opdateret 4. marts 2025 kl. 09.30 Publiceret 3. marts 2025 kl. 06.05",
        "Publié le 3 mars 2025 à 6h05, mis à jour le 4 mars 2025 à 9h30",
        "Publicat: 3 mar. 2025, 06:05 Actualizat: 4 mar. 2025, 09:30",
        "Publisert 3. mars 2025 kl. 06.05 Sist oppdatert 4. mars 2025 kl. 09.30",
    ],
)
def test_each_date_belongs_to_the_label_before_it(line: str) -> None:
    published, updated = read_dates([(line, True)])
    assert published is not None and updated is not None
    assert (published.value, updated.value) == ("2025-03-03T06:05", "2025-03-04T09:30")


def test_a_change_before_publication_and_an_open_order_of_day_and_month_are_none() -> None:
    published, updated = read_dates([("Published 4 March 2025. Updated 3 March 2025", True)])
    assert published is not None and updated is None
    assert read_dates([("Published 03/04/2025. Updated 05/04/2025", True)]) == (None, None)


def test_an_hour_alone_is_a_time_where_its_half_of_the_day_is_named() -> None:
    assert first("March 3, 2025 6 p.m.") == ("2025-03-03T18:00", "minute")
    assert first("March 3, 2025 6 people") == ("2025-03-03", "day")
