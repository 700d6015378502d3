"""Four times the input takes about four times the calls, whatever the input is made of."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from functools import partial
from typing import Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.actors import find_actors
from analysis.cleaning import clean
from analysis.dates import find_dates
from analysis.errors import EmptyTextError, InputError
from analysis.quotes import find_quotes
from analysis.reader import load_reader
from analysis.segmentation import segment
from analysis.stance import judge
from analysis.text import MAX_MARKS, compose, fold, squeeze, words_of
from analysis.types import ArticleInput
from api.extensions.bodies import parse
from api.services.errors import BodyError
from tests.hostile.growth import calls, without_layers

SHORT, FACTOR, MOST = 1_500, 4, 2.3**2
"""Characters of the shorter input, how many times longer the other is, and most times the calls it may take."""
LEAST = 2_000
"""Calls below which nothing is compared."""
BODY = "\n\nThe council closed the pool on Monday after a report showed that its roof could fall in this winter.\n\n"
PIECES = (
    " ", "\t", "\u00a0", "\t ", " \n", "\r", ".", "– ", " / ", " > ", " | ", '"', "(", "[]", "1 ", "2025-01-01 ",
    "2025T", "12 mars ", "a ", "A. ", "a-", "Foto: ", "Home > ", "By Anna ", " »", "…", "\u200b", "\u0301\u0316",
    "a\u0316\u0301",
)  # fmt: skip
PLACES = {
    "first line": "Home > News{}x" + BODY,
    "second line": "A title of five words\n{}x" + BODY,
    "paragraph": BODY + "A{} b." + BODY,
    "blank line": BODY + "{}" + BODY,
    "last line": BODY + "A b{}",
}
PAGES = ("<{} x", "<p{}", "<p>Home > {}x</p>", "<p class='{}'>x</p>", "<title>{}x</title>", "<ul>{}</ul>", "<!--{}")


def growth(short: Callable[[], object], long: Callable[[], object]) -> float:
    """Calls for the long input over those for the short one; lists are loaded before."""
    short()
    return max(LEAST, calls(long)) / max(LEAST, calls(short))


def read(**given: object) -> None:
    try:
        segment(clean(ArticleInput("outlet", language="en", **given)))  # type: ignore[arg-type]
    except InputError as error:
        assert error.detail


def of(piece: str, size: int) -> str:
    return piece * (size // len(piece))


@pytest.mark.parametrize("cleaned", [True, False])
@pytest.mark.parametrize("place", PLACES)
def test_work_grows_with_the_length_of_a_text(place: str, cleaned: bool) -> None:
    slow = []
    for piece in PIECES:
        text = PLACES[place].replace("{}", of(piece, SHORT))
        longer = PLACES[place].replace("{}", of(piece, FACTOR * SHORT))
        if growth(partial(read, text=text, clean=cleaned), partial(read, text=longer, clean=cleaned)) >= MOST:
            slow.append(piece)
    assert not slow


@pytest.mark.parametrize("page", PAGES)
def test_work_grows_with_the_length_of_a_page(page: str) -> None:
    slow = []
    for piece in (" ", "a", "\u0301\u0316", "<li>a word ", "&amp;", "< "):
        frame = f"<p>{BODY}</p>" * 3 + page
        short, long = (frame.replace("{}", of(piece, size)) for size in (SHORT, FACTOR * SHORT))
        if growth(partial(read, html=short), partial(read, html=long)) >= MOST:
            slow.append(piece)
    assert not slow


def names(size: int) -> bytes:
    """An object whose last name stands twice."""
    listed = [f'"n{number}": 1' for number in range(size)]
    return ("{" + ", ".join([*listed, listed[-1]]) + "}").encode()


def test_a_name_that_stands_twice_is_found_in_linear_time() -> None:
    assert growth(partial(refused, names(SHORT)), partial(refused, names(FACTOR * SHORT))) < MOST


def test_a_long_name_is_spelt_out_only_where_something_is_wrong() -> None:
    """A list of 20,000 numbers under a name of 20,000 letters once took 400 million characters."""
    short, long = (f'{{"{"k" * size}": [{", ".join("0" * size)}]}}'.encode() for size in (SHORT, FACTOR * SHORT))
    assert growth(partial(parse, short), partial(parse, long)) < MOST
    with pytest.raises(BodyError) as caught:
        parse(b'{"a/b": [0, {"c~": "\\u0000"}]}')
    assert caught.value.pointer == "/a~1b/1/c~0"


def refused(raw: bytes) -> None:
    with pytest.raises(BodyError, match="stands twice"):
        parse(raw)


@pytest.mark.parametrize("work", [fold, squeeze, words_of, lambda text: list(find_dates(text)), compose])
@pytest.mark.parametrize("piece", [" ", "a\u0316\u0301", "\u0f73", "\u0301\u0316", "1. de ", "12 mars , "])
def test_work_of_the_helpers_grows_with_the_text(work: Callable[[str], object], piece: str) -> None:
    short, long = (f"2025 {of(piece, size)}x" for size in (4 * SHORT, 4 * FACTOR * SHORT))
    assert growth(partial(work, short), partial(work, long)) < MOST


@pytest.mark.parametrize("form", ["NFC", "NFD", "NFKC"])
@pytest.mark.parametrize("piece", ["\u0316\u0301", "\u0f73", "a\u0316\u0301", "\uff9e", "\u3099", "é\u0327\u0301"])
def test_no_long_run_of_marks_reaches_the_normaliser(
    form: Literal["NFC", "NFD", "NFKC"], piece: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It puts a run in order by moving each mark past the others: one C call, whose cost is the square of the run."""
    longest = []

    def normalize(form: Literal["NFC", "NFD", "NFKC", "NFKD"], text: str) -> str:
        marks = "".join(
            "m" if unicodedata.combining(char) else " " for char in decomposed("NFKD", text[: 4 * MAX_MARKS])
        )
        longest.append(max(map(len, marks.split()), default=0))
        return decomposed(form, text)

    decomposed = unicodedata.normalize
    monkeypatch.setattr(unicodedata, "normalize", normalize)
    compose("a" + of(piece, SHORT) + "b", form)
    assert longest
    assert max(longest) <= 3 * MAX_MARKS


@settings(deadline=None)
@given(st.text(alphabet=st.characters(whitelist_categories=["Mn", "Lu", "So"], max_codepoint=0x3100), max_size=80))
def test_what_people_write_is_composed_as_unicode_says(text: str) -> None:
    runs = "".join("m" if unicodedata.combining(unicodedata.normalize("NFKD", char)[0]) else " " for char in text)
    if max(map(len, runs.split()), default=0) < MAX_MARKS:
        assert compose(text) == unicodedata.normalize("NFC", text)
        assert compose(text, "NFD") == unicodedata.normalize("NFD", text)
        assert compose(text, "NFKC") == unicodedata.normalize("NFKC", text)


def test_a_long_run_of_marks_keeps_every_mark() -> None:
    text = "a" + "\u0301\u0316" * 100 + "b e\u0301"
    assert sorted(compose(text, "NFD")) == sorted(unicodedata.normalize("NFD", text))
    assert compose(text).endswith("b \u00e9")


def test_a_text_of_many_marks_stays_as_it_is_without_cleaning() -> None:
    text = "A" + "\u0301\u0316" * 5_000 + " word" + BODY
    assert clean(ArticleInput("outlet", text=text, clean=False)).text == text


def test_a_line_of_spaces_is_no_paragraph() -> None:
    text = "One sentence here.\n \t \u2003\nAnother one there."
    document = segment(clean(ArticleInput("outlet", text=text, clean=False)))
    assert [text[item.start : item.end] for item in document.paragraphs] == ["One sentence here.", "Another one there."]


def test_breadcrumbs_go_however_wide_the_gaps() -> None:
    page = f"Home  >   News »World\nA title of five words\n{BODY}"
    assert [(item.text, item.reason) for item in clean(ArticleInput("outlet", text=page)).removed] == [
        ("Home  >   News »World", "navigation")
    ]
    with pytest.raises(EmptyTextError):
        clean(ArticleInput("outlet", text=" " * 45_000))


def test_reading_stances_grows_with_the_number_of_quotations() -> None:
    def judged(count: int) -> Callable[[], object]:
        text = "\n\n".join(f"“We met {n} times,” said Ada Wolf of Karl Sand." for n in range(count))
        document = segment(clean(ArticleInput("outlet", language="en", text=text, clean=False)))
        actors = find_actors(document)
        quotes = find_quotes(document, actors)
        reading = load_reader().read(document.text, document.sentences, actors)
        assert len(quotes) >= count
        return partial(judge, document, actors, quotes, reading)

    with without_layers():
        assert growth(judged(30), judged(120)) < MOST


@pytest.mark.parametrize(
    "piece",
    ["Per “Bo” ", ">> a ", "<< a ", ",,a ", "a b?\n\n“c d e.”\n\n", "a. – B c, zaid Ann Sand. ", "did not say "],
)
def test_finding_quotations_grows_with_the_text(piece: str) -> None:
    def found(size: int) -> Callable[[], object]:
        document = segment(clean(ArticleInput("outlet", language="en", text=BODY + of(piece, size), clean=False)))
        return partial(find_quotes, document, find_actors(document))

    assert growth(found(2 * SHORT), found(2 * FACTOR * SHORT)) < MOST
