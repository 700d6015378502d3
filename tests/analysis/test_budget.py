"""Of a text of any length and kind so much is read; the rest is kept with its reason."""

from __future__ import annotations

import pytest

from analysis.budget import READ_CHARACTERS, READ_PIECES, within_budget
from analysis.cleaning import clean
from analysis.cleaning.limits import MAX_CLEANED
from analysis.cleaning.reasons import BEYOND
from analysis.encoders import load_encoder
from analysis.pipeline import analyse
from analysis.reader import load_reader
from analysis.reader.reader import KEPT_PIECES
from analysis.text import MAX_CHARACTERS, words_of
from analysis.types import Article, ArticleInput
from tests.hostile.kinds import letters

SENTENCES = {
    "sv": "Kommunen stänger badhuset i Malmö eftersom taket är farligt, säger borgmästaren Ada Wolf. ",
    "nb": "Kommunen stenger svømmehallen i Bergen fordi taket er farlig, sier ordføreren Ada Wolf. ",
    "nn": "Kommunen stengjer symjehallen i Bergen fordi taket er farleg, seier ordføraren Ada Wolf. ",
    "da": "Kommunen lukker svømmehallen i Aarhus, fordi taget er farligt, siger borgmesteren Ada Wolf. ",
    "ro": "Primăria închide bazinul din Cluj pentru că acoperișul este periculos, spune primarul Ana Pop. ",
    "en": "The council closes the pool in Leeds because its roof is dangerous, says the mayor Ada Wolf. ",
    "de": "Die Stadtverwaltung schließt das Schwimmbad wegen des Daches, sagt Oberbürgermeisterin Ada Wolf. ",
    "fr": "La mairie ferme la piscine de Lyon parce que le toit est dangereux, dit la maire Anne Roux. ",
}
ODD = {
    "new words": lambda size: "".join(f"w{letters(number)} " for number in range(size // 5))[:size],
    "new tags": lambda size: "".join(f"<{letters(number)}>" for number in range(size // 5))[:size],
    "no spaces": lambda size: ("<" + "a" * 900 + ">") * (size // 902),
}


def read(text: str, language: str = "en", cleaned: bool = True) -> Article:
    return within_budget(clean(ArticleInput("outlet", text=text, language=language, clean=cleaned)))


@pytest.mark.parametrize("language", SENTENCES)
def test_five_thousand_words_are_read_whole(language: str) -> None:
    sentence = SENTENCES[language]
    paragraph = sentence * 5 + "\n\n"
    text = paragraph * (5_000 // len(words_of(paragraph)))
    article = read(text, language)
    assert 4_900 < len(words_of(article.text)) <= 5_000
    assert not article.removed


@pytest.mark.parametrize("language", ["sv", "ro", "de"])
@pytest.mark.parametrize("cleaned", [True, False])
def test_of_more_the_whole_lines_that_fit_are_read_and_the_rest_is_kept(language: str, cleaned: bool) -> None:
    lines = [f"{number}. {SENTENCES[language]}".strip() for number in range(900)]
    article = read("\n".join(lines), language, cleaned)
    assert READ_CHARACTERS * 0.6 < len(article.text) <= READ_CHARACTERS
    assert article.text.split("\n")[-1] in lines
    assert [item.reason for item in article.removed] == [BEYOND]
    assert article.text.split("\n") + article.removed[0].text.split("\n") == lines
    assert within_budget(article) == article


def test_without_lines_it_is_cut_behind_a_sentence_else_a_word() -> None:
    assert read(SENTENCES["en"] * 900).text.endswith("says the mayor Ada Wolf.")
    words = read("word and " * 20_000)
    assert words.text.endswith((" word", " and"))
    assert words.removed[0].text.startswith(("word ", "and "))


@pytest.mark.parametrize("kind", ODD)
def test_strings_that_are_no_words_have_a_budget_of_pieces(kind: str) -> None:
    article = read(ODD[kind](60_000), cleaned=False)
    assert load_reader().reach(article.text, READ_PIECES + 1) == len(article.text)
    assert len(article.text) <= READ_CHARACTERS
    assert article.removed[-1].reason == BEYOND
    assert within_budget(article) == article


def test_of_the_longest_text_no_more_lines_are_judged_than_could_be_read() -> None:
    line = "Photo: A\n"
    text = SENTENCES["en"] + "\n" + line * ((MAX_CHARACTERS - 200) // len(line))
    article = read(text)
    beyond = [item for item in article.removed if item.reason == BEYOND]
    assert len(beyond) == 1
    assert len(text) - MAX_CLEANED <= len(beyond[0].text) < len(text) - MAX_CLEANED // 2


def test_an_analysis_says_what_was_not_read() -> None:
    analysed = analyse(ArticleInput("outlet", text=SENTENCES["en"] * 700, language="en"), load_encoder()).analysis
    assert analysed.sentences[-1].end == len(analysed.article.text) <= READ_CHARACTERS
    assert [item.reason for item in analysed.article.removed] == [BEYOND]


def test_a_text_that_is_not_to_be_cleaned_stays_whole() -> None:
    text = SENTENCES["en"] * 600
    found = analyse(ArticleInput("outlet", text=text, language="en", clean=False), load_encoder()).analysis
    assert found.article.text == text
    assert [item.reason for item in found.article.removed] == [BEYOND]
    last = found.sentences[-1]
    assert 0.6 * READ_CHARACTERS < last.end <= READ_CHARACTERS
    assert text[last.start : last.end].startswith("The council closes")


def test_two_of_the_longest_articles_are_not_read_again_when_they_are_compared() -> None:
    assert KEPT_PIECES >= 2 * 1.1 * READ_PIECES  # with the pieces that begin and end what is read together
