"""No pattern that sees the text of users takes more than linear time: by its form, or as somebody has looked at."""

from __future__ import annotations

import re
import time

import pytest

from analysis.cleaning import clean
from analysis.text import LONG_WORD, MAX_WORD
from analysis.types import ArticleInput
from tests.patterns import may_be_square, patterns

AT_ONE_PLACE = "matched at one place of a text, no two of which share what is read"
NEVER_FAILS = "all behind its first run may be missing: each match ends where the next begins"
SHORT = "looked for in a bounded stretch"
REVIEWED = {
    "analysis.cleaning.lines.ARROWS": AT_ONE_PLACE,
    "analysis.actors.fragments.CUT_STOPPED": "each capital has its stop",
    "analysis.actors.shortened.DOMAIN": AT_ONE_PLACE,
    "analysis.cleaning.bounds.LABEL_END": "looked for in a line of few words",
    "analysis.cleaning.closing.ASKED": "at most sixty letters behind a question mark",
    "analysis.sources.naming.MEASURED": "matched with one word",
    "analysis.sources.posts.EDGE": "looked for in a name of few words",
    "analysis.cleaning.markup.GLUED": "begins with one letter, behind which only tags may follow",
    "analysis.actors.detection.SHORT_TITLE": AT_ONE_PLACE,
    "analysis.actors.fragments.NUMBERED": AT_ONE_PLACE,
    "analysis.actors.evidence.INITIALS": AT_ONE_PLACE,
    "analysis.evidence.shared_names.WORD": "each joint holds a mark that no word does",
    "analysis.actors.evidence.WORD": "gives marks back only, and with these nothing begins",
    "analysis.actors.fragments.ORIGIN": "matched with one name, whose few spaces part it in few ways",
    "analysis.actors.firms.WORD_BEFORE": SHORT,
    "analysis.actors.initialled._pattern": "begins with a letter and a stop; each small word ends at its space",
    "analysis.actors.linking.WORDS": NEVER_FAILS,
    "analysis.actors.things.OPENING": AT_ONE_PLACE,
    "analysis.actors.wholes.BEFORE": SHORT,
    "analysis.actors.wholes.CAPITAL": AT_ONE_PLACE,
    "analysis.cleaning.html.UNLABELLED": "looked for in a line of few words",
    "analysis.cleaning.markup.DECLARED": "no other tag opens within; each space is of one attribute",
    "analysis.segmentation.paragraphs.FINAL": "marks part the spaces, and only the last of them goes on to the end",
    "analysis.cleaning.metadata.CDATA": AT_ONE_PLACE,
    "analysis.cleaning.metadata.LONG_DATE": "each part has its length, but a zone between a clock and a year",
    "analysis.cleaning.closing.NAMED": "gives marks back only, and with these nothing begins",
    "analysis.cleaning.body.PROGRAM": "no run holds the signs or words that an alternative begins with",
    "analysis.cleaning.blocks.PART": "gives one capital back, and the rest of the run is matched",
    "analysis.cleaning.lines.MARKER": AT_ONE_PLACE,
    "analysis.cleaning.lines.NAMES": NEVER_FAILS,
    "analysis.cleaning.lines.SEGMENTS": "spaces without a mark are matched by the last alternative, as a whole",
    "analysis.cleaning.lines.signed": "matched with a whole line; each part ends before a space",
    "analysis.cleaning.plain.OPENS_TEXT": "possessive, and matched at one place",
    "analysis.comparison.findings.naming_words.WORD": NEVER_FAILS,
    "analysis.comparison.findings.quantities._units": AT_ONE_PLACE,
    "analysis.comparison.timeline.phrases.NEXT_WORD": AT_ONE_PLACE,
    "analysis.evidence.numerals.NUMBER": "gives one group of digits back; begins behind no digit",
    "analysis.quotes.candidates.naming.ADDRESS": SHORT,
    "analysis.quotes.candidates.turns.TURN": AT_ONE_PLACE,
    "analysis.quotes.direct.ASIDE": AT_ONE_PLACE,
    "analysis.quotes.spans.marks.POSSESSED": SHORT,
    "analysis.segmentation.sentences.NAMED_CUE": SHORT,
    "analysis.segmentation.sentences.WORD_BEFORE": SHORT,
    "api.export.cells.FORMULA": AT_ONE_PLACE,
}
"""Patterns whose form alone does not say that they are linear, and why they are, as they are used."""


def test_every_pattern_is_linear_by_its_form_or_has_been_looked_at() -> None:
    found = patterns()
    flagged = {name.split(" ")[0] for name, one in found.items() if may_be_square(one)}
    assert len(found) > 200
    assert flagged == set(REVIEWED)


@pytest.mark.parametrize(
    "pattern",
    [
        r"\s*date",
        r"(a+)+b",
        r"a[^b]*b",
        r"\w{5001}",
        r"(?:\s|x)*y",
        r"(?:a|b*)*c",
        r" +[–—―] +",
        r"-\s*[^\n]{2,60}?\s*x",
        r"a\s*,?\s*b",
    ],
)
def test_a_form_that_may_be_square_is_seen(pattern: str) -> None:
    assert may_be_square(re.compile(pattern))


@pytest.mark.parametrize(
    "pattern",
    [r"<[^<>]*>", r"(?<!\w)\w+x", r"[\W_]+", r"^\s*x", r"a{1,40}b", r"(?<!a)(?:a++)*b", r"a\s*+,?\s*+b", r"a\s*,\s*b"],
)
def test_a_form_that_is_linear_is_not(pattern: str) -> None:
    assert not may_be_square(re.compile(pattern))


def seconds(text: str) -> float:
    """Processor time of cleaning a text; a square of these lengths takes ten seconds and more."""
    started = time.process_time()
    clean(ArticleInput("outlet", text=text, language="en"))
    return time.process_time() - started


def test_a_date_before_many_spaces_and_long_words_take_no_square() -> None:
    body = "\n\nThe council closed the pool on Monday, said Ada Wolf."
    assert seconds("2025-01-01" + " \t" * 20_000 + "(1 x" + body) < 5
    assert seconds(("a" * (MAX_WORD - 1) + " ") * 180 + body) < 5
    assert LONG_WORD.search("b " + "a" * (MAX_WORD + 1))
    assert not LONG_WORD.search(("a" * MAX_WORD + " ") * 3)
