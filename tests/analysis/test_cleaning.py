"""Cleaning: what a page sets around an article goes, and is listed; what is the article's own stays."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.cleaning import REASONS, clean
from analysis.errors import EmptyTextError, InputError, InvalidTextError, TextTooLargeError
from analysis.resources import languages
from analysis.text import words_of
from analysis.types import Article, ArticleInput
from tests.analysis.pages import PAGES, Page

codes = pytest.mark.parametrize("code", sorted(PAGES))


def cleaned(text: str, **given: object) -> Article:
    return clean(ArticleInput("outlet", text=text, **given))  # type: ignore[arg-type]


def test_every_language_has_a_page() -> None:
    assert tuple(sorted(PAGES)) == languages()


def test_every_page_has_at_least_six_kinds_of_furniture() -> None:
    assert all(len({reason for _, reason in page.removed()}) >= 6 for page in PAGES.values())


@codes
def test_the_article_alone_is_left_of_a_page(code: str) -> None:
    page = PAGES[code]
    assert cleaned(page.text()).text.split("\n\n") == [page.headline, *page.paragraphs]


@codes
def test_what_goes_is_listed_word_for_word_with_its_reason(code: str) -> None:
    page = PAGES[code]
    removed = [(item.text, item.reason) for item in cleaned(page.text()).removed]
    assert sorted(removed) == sorted(page.removed())


@codes
def test_headline_date_and_language_are_read(code: str) -> None:
    page = PAGES[code]
    article = cleaned(page.text())
    assert article.headline == page.headline
    assert article.published_at is not None and article.published_at.value.startswith("2025-03-03T14:05")
    assert article.language.code == code and article.language.confidence > 0.9


@codes
def test_sentences_that_resemble_furniture_stay(code: str) -> None:
    page = PAGES[code]
    text = "\n\n".join([page.headline, page.paragraphs[0], *page.own, page.paragraphs[3]])
    article = cleaned(text)
    assert article.text == text
    assert article.removed == ()


@codes
def test_the_page_around_an_article_may_be_in_another_language(code: str) -> None:
    for other in PAGES.values():
        own = PAGES[code]
        mixed = Page(own.headline, own.paragraphs, other.above, other.inside, other.below, ())
        assert cleaned(mixed.text(), language=code).text.split("\n\n") == [own.headline, *own.paragraphs]


@codes
def test_cleaning_twice_changes_nothing_more(code: str) -> None:
    once = cleaned(PAGES[code].text())
    again = cleaned(once.text)
    assert (again.text, again.removed) == (once.text, ())


@codes
def test_only_furniture_is_an_empty_text(code: str) -> None:
    lines = [line for line, _ in (*PAGES[code].above[:3], *PAGES[code].below)]
    with pytest.raises(EmptyTextError, match="no article"):
        cleaned("\n".join(lines))


lines = st.lists(
    st.one_of(
        st.sampled_from([line for page in PAGES.values() for line, _ in page.removed()]),
        st.sampled_from([line for page in PAGES.values() for line in (page.headline, *page.paragraphs, *page.own)]),
        st.sampled_from(
            [" date 2025-02 – Hon kom.", "Skog. Foto: Per Lind", "", "2025-03-01 12:00", "Del 2", "•", "a b c"]
        ),
        st.text(alphabet="abcåÅ Éș.–”0123:|\t/(", max_size=40),
    ),
    max_size=12,
)


@settings(deadline=None)
@given(lines, st.sampled_from(["\n", "\n\n", "\r\n"]))
def test_no_word_is_lost_and_none_is_added(parts: list[str], between: str) -> None:
    text = between.join(parts)
    try:
        article = cleaned(text)
    except EmptyTextError:
        return
    kept, removed = words_of(article.text), [word for item in article.removed for word in words_of(item.text)]
    assert merges(words_of(re.sub(r"\s", " ", text)), kept, removed)
    assert all(item.reason in REASONS for item in article.removed)


def merges(whole: list[str], first: list[str], second: list[str]) -> bool:
    """Whether the two lists interleave to the whole, each in its own order."""
    reached = {0}
    for index, word in enumerate(whole):
        step = set()
        for used in reached:
            other = index - used
            if used < len(first) and first[used] == word:
                step.add(used + 1)
            if 0 <= other < len(second) and second[other] == word:
                step.add(used)
        reached = step
    return len(first) + len(second) == len(whole) and len(first) in reached


@settings(deadline=None)
@given(st.text(max_size=300))
def test_any_text_is_cleaned_or_refused_with_a_reason(text: str) -> None:
    try:
        article = cleaned(text)
    except InputError as error:
        assert error.detail
    else:
        assert article.text.strip()


@settings(deadline=None)
@given(st.text(min_size=1, max_size=200))
def test_with_clean_false_the_text_stays_character_by_character(text: str) -> None:
    try:
        article = cleaned(text, clean=False)
    except InputError:
        return
    assert article.text == text
    assert article.removed == ()


def test_without_cleaning_headline_date_and_language_are_still_read() -> None:
    page = PAGES["sv"]
    article = cleaned(page.text(), clean=False)
    assert article.text == page.text()
    assert article.headline == page.headline
    assert article.published_at is not None
    assert article.language.code == "sv"


def test_a_headline_and_a_date_that_are_given_win() -> None:
    article = cleaned(PAGES["sv"].text(), headline=" Badhuset\nstängs ", published_at="2024-12")
    assert article.headline == "Badhuset stängs"
    assert article.published_at is not None
    assert (article.published_at.value, article.published_at.source) == ("2024-12", "input")


def test_a_given_headline_is_never_furniture() -> None:
    page = PAGES["en"]
    text = "\n\n".join(["Read more", *page.paragraphs])
    assert cleaned(text, headline="Read more").text == text


def test_a_date_before_the_first_sentence_goes_alone() -> None:
    article = cleaned(" date 2025-02 – Vi ses igen, säger hon till radion efter mötet.\n\nSedan gick hon hem till sig.")
    assert article.text.startswith("– Vi ses igen")
    assert [item.text for item in article.removed] == ["date 2025-02"]
    assert article.published_at is not None and article.published_at.precision == "month"


def test_a_credit_at_the_end_of_a_long_paragraph_goes_alone() -> None:
    paragraph = " ".join(["Kommunen har under lång tid letat efter en lösning som alla kan leva med."] * 5)
    article = cleaned(f"{PAGES['sv'].paragraphs[0]}\n\n{paragraph} Foto: Nils Ek")
    assert article.text.endswith("leva med.")
    assert [(item.text, item.reason) for item in article.removed] == [("Foto: Nils Ek", "photo_credit")]


def test_a_caption_with_its_credit_goes_whole() -> None:
    article = cleaned(
        f"{PAGES['ro'].paragraphs[0]}\n\nImagine de la bazin. Foto: Nicu Stejar\n\n{PAGES['ro'].paragraphs[2]}"
    )
    assert [item.reason for item in article.removed] == ["caption"]


def test_a_subheading_that_names_a_section_stays() -> None:
    text = "\n\n".join([*PAGES["nb"].paragraphs[:2], "Økonomi", *PAGES["nb"].paragraphs[2:]])
    assert cleaned(text).text == text


def test_a_kicker_is_not_the_headline() -> None:
    page = PAGES["en"]
    assert cleaned("\n\n".join(["“Sad day”", page.headline, *page.paragraphs])).headline == page.headline


def test_a_single_sentence_has_no_headline_and_stays() -> None:
    for page in PAGES.values():
        for sentence in (*page.own, page.paragraphs[1]):
            article = cleaned(sentence)
            assert (article.text, article.headline, article.removed) == (sentence, None, ())


def test_soft_hyphens_and_decomposed_letters_are_put_right() -> None:
    article = cleaned("Kommunen sta\u0308nger bad\u00adhuset i Lillviken.")
    assert article.text == "Kommunen stänger badhuset i Lillviken."


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("", EmptyTextError),
        (" \n\t\u200b", EmptyTextError),
        ("… – !", EmptyTextError),
        ("ett\0två", InvalidTextError),
        ("ett \ud800 två", InvalidTextError),
        ("a" * 6_000, TextTooLargeError),
        ("ett två " * 200_000, TextTooLargeError),
    ],
)
def test_what_is_no_text_is_refused(text: str, error: type[InputError]) -> None:
    for wanted in (True, False):
        with pytest.raises(error) as caught:
            cleaned(text, clean=wanted)
        assert caught.value.pointer == "/text"


def test_text_and_html_exclude_each_other() -> None:
    for source in (ArticleInput("outlet"), ArticleInput("outlet", text="Hej.", html="<p>Hej.</p>")):
        with pytest.raises(InputError):
            clean(source)


SIGNED = [
    ("By Ellen Strand", "byline"),
    ("Local government correspondent", "byline"),
    ("Reporting from Littlewick", "byline"),
    ("This article is more than 3 months old", "date_line"),
    ("Subscribers only", "newsletter"),
    ("The pool, built in 1971. NEIL OAK / AFP", "caption"),
    ("Home › News › Littlewick", "navigation"),
    ("Share Tweet Email", "share"),
    ("Published 3 March 2025 | 3 min read", "date_line"),
]


@pytest.mark.parametrize(("line", "reason"), SIGNED)
def test_lines_under_a_headline(line: str, reason: str) -> None:
    page = PAGES["en"]
    article = cleaned("\n".join([page.headline, line, *page.paragraphs]))
    assert [(item.text, item.reason) for item in article.removed] == [(line, reason)]


def test_a_name_under_the_headline_is_the_writers_only_beside_a_sign_of_it() -> None:
    page = PAGES["en"]
    signed = cleaned("\n".join([page.headline, "Ellen Strand", "3 March 2025", *page.paragraphs]))
    assert [item.reason for item in signed.removed] == ["byline", "date_line"]
    assert cleaned("\n".join([page.headline, "Ellen Strand", *page.paragraphs])).removed == ()


def test_a_headline_of_names_above_a_date_stays() -> None:
    article = cleaned("\n".join(["Anna Hill Resigns", "3 March 2025", *PAGES["en"].paragraphs]))
    assert article.headline == "Anna Hill Resigns" and article.text.startswith("Anna Hill Resigns")


def test_a_quotation_in_a_caption_does_not_keep_it() -> None:
    page = PAGES["de"]
    lines = [
        page.headline,
        page.paragraphs[0],
        "Bürgermeisterin Berg: »Kein Risiko«",
        "Foto: Nils Eiche / dpa",
        page.paragraphs[2],
    ]
    assert [item.reason for item in cleaned("\n".join(lines)).removed] == ["caption", "photo_credit"]


def test_a_caption_above_its_credit_does_not_take_the_sentence_before() -> None:
    page = PAGES["sv"]
    text = "\n\n".join([*page.paragraphs[:3], "Foto: Nils Ek", page.paragraphs[3]])
    assert [item.text for item in cleaned(text).removed] == ["Foto: Nils Ek"]


DATED = {
    "sv": ("Bron öppen", "Publicerad 3 mars 2025", "Bron har öppnat igen."),
    "nb": ("Broen åpen", "Publisert 3. mars 2025", "Broen er åpnet igjen."),
    "nn": ("Brua open", "Publisert 3. mars 2025", "Brua er opna att."),
    "da": ("Broen åben", "Publiceret 3. marts 2025", "Broen er åbnet igen."),
    "de": ("Brücke offen", "Veröffentlicht am 3. März 2025", "Die Brücke ist wieder offen."),
    "fr": ("Pont rouvert", "Publié le 3 mars 2025", "Le pont est rouvert."),
    "ro": ("Pod redeschis", "Publicat la 3 martie 2025", "Podul este deschis din nou."),
    "en": ("Bridge open", "Published 3 March 2025", "The bridge is open again."),
}


@pytest.mark.parametrize("code", sorted(DATED))
def test_a_short_line_above_a_date_is_the_headline(code: str) -> None:
    headline, date, sentence = DATED[code]
    article = cleaned(f"{headline}\n{date}\n\n{sentence}")
    assert article.headline == headline
    assert article.published_at is not None and article.published_at.value == "2025-03-03"
    assert cleaned(f"{headline}\n\n{sentence}").headline is None
