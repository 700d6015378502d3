"""The law of constructions: each is found where no surer one is, and names the speaker."""

from __future__ import annotations

import pytest

from analysis.actors import find_actors
from analysis.attribution.reading import Reading, WordSpan
from analysis.attribution.reading import read as read_attribution
from analysis.quotes.constructions.construction import CONFIDENCE, Construction, Way, first_found
from analysis.quotes.constructions.context import context_of
from analysis.quotes.constructions.neighbours import NEIGHBOURS, surroundings_of
from analysis.quotes.constructions.reported import SENTENCES, sentence_of
from analysis.quotes.constructions.table import MARKED
from analysis.quotes.spans.marked import marked_words
from analysis.quotes.spans.marks import find_marked
from tests.analysis.attribution import document_of


def reading_of(text: str, code: str) -> Reading:
    """A text with what stands within its marks."""
    document = document_of(text, code)
    reading = read_attribution(document, find_actors(document))
    return reading.quoting((m.start, m.end) for m in find_marked(document))


def told(reading: Reading, found: tuple[Construction, object] | None) -> tuple[str, str | None] | None:
    """The construction's name, and the words for the speaker."""
    if found is None:
        return None
    speaker = found[1].speaker  # type: ignore[attr-defined]
    return found[0].name, None if speaker is None else reading.span(*speaker).text


@pytest.mark.parametrize(
    ("name", "speaker", "code", "text"),
    [
        (
            "within what an outlet reports",
            "advokat Arne Holt",
            "nb",
            "I retten fortalte advokat Arne Holt at et brudd «utløste hans sinne», skriver Aftenposten.",
        ),
        ("verb and subject before a colon", "The mayor", "en", "The mayor said: “We will build a bridge.”"),
        (
            "name before the bracket",
            "Anna Berg",
            "en",
            "Nobody came to the aid of Anna Berg (“We waited for ten hours outside the door”).",
        ),
        ("signature", "Anna Berg", "en", "“We will never give up this long fight.” — Anna Berg"),
        ("signature in brackets", "Anna Berg", "nb", "«Vi gir aldri opp denne kampen.» (Anna Berg, fisker)"),
        ("signature on the next line", "Anna Berg", "fr", "« Nous ne céderons jamais. »\n— Anna Berg, pêcheuse"),
        ("verb behind, subject behind it", "the mayor", "en", "“We will build the bridge,” said the mayor."),
        ("verb behind, name in marks behind it", "Wochenpost", "de", "„Er war der Kopf“, schrieb die „Wochenpost“."),
        (
            "sentence bracket behind",
            "der Minister",
            "de",
            "„Wir bauen die Brücke“, hatte der Minister am Montag erklärt.",
        ),
        ("according to, behind", "the mayor", "en", "“We will build the bridge,” according to the mayor."),
        ("put so, behind", "skipper Jed Lund", "en", "“A wall of water” was how skipper Jed Lund described the wave."),
        ("subject behind, verb behind it", "the mayor", "en", "“We will build the bridge,” the mayor said."),
        ("verb without subject before a colon", None, "en", "As was said: “We will build the bridge.”"),
        ("name before a colon", "Anna Berg", "en", "Anna Berg: “We will build the bridge.”"),
        (
            "topic before a colon",
            "Anna Berg",
            "en",
            "Anna Berg has no doubts at all about that: “We build it.”",
        ),
        (
            "according to, over the sentence",
            "the police",
            "en",
            "According to the police, the rally, to which the union had called, was “a great success for all”.",
        ),
        ("verb and subject before", "The minister", "en", "The minister called the plan “a disaster”."),
        (
            "according to an outlet, behind a fragment",
            "the Guardian",
            "en",
            "The plan is “good for nobody here”, according to the Guardian.",
        ),
        ("according to, before", "the mayor", "en", "According to the mayor, the plan is “good for nobody here”."),
        (
            "according to, further on",
            "the mayor",
            "en",
            "The plan is “good for nobody” in the town, according to the mayor.",
        ),
        (
            "sentence bracket further on",
            "der Minister",
            "de",
            "Der Plan sei „gut für alle“ in der Stadt, hatte der Minister am Montag erklärt.",
        ),
        ("parenthesis further on", "the mayor", "en", "The plan is “good for nobody” in the town, said the mayor."),
        (
            "verb at the end of the clause around",
            "der Minister",
            "de",
            "Am Montag hat der Minister den Plan als „großen Unsinn“ zurückgewiesen.",
        ),
        (
            "verb in reported mood at the end of the clause around",
            "Jens Albers",
            "de",
            "Eva Brandt sagte, Jens Albers habe den Plan „einen großen Unsinn“ genannt.",
        ),
        ("called so, behind", None, "de", "Der Plan wurde als „großer Unsinn“ öffentlich bezeichnet."),
        ("verb of no list, name behind it", "Jens Albers", "de", "„Es reicht uns jetzt“, knurrt Jens Albers."),
        ("name behind, verb of no list behind it", "Jens Albers", "en", "“It takes far too long,” Jens Albers shared."),
        (
            "verb and pronoun or name within the marks",
            "hon",
            "sv",
            "”Vi bygger bron i år, säger hon. Pengarna finns i budgeten.”",
        ),
    ],
)
def test_marked_words_are_attributed_by(name: str, speaker: str | None, code: str, text: str) -> None:
    reading = reading_of(text, code)
    m, *_ = marked_words(reading, find_marked(reading.document))
    assert told(reading, first_found(MARKED, context_of(reading, m))) == (name, speaker)


@pytest.mark.parametrize(
    ("name", "speaker", "code", "text"),
    [
        ("name and colon in front", "MAYOR BERG", "en", "MAYOR BERG: We will build the bridge."),
        ("according to, in first place", "the mayor", "en", "According to the mayor, the bridge will be built."),
        ("clause with as", "director Lia Borg", "en", "The bridge will be built, as director Lia Borg announced."),
        ("parenthesis", "the mayor", "en", "The bridge will be built next year, said the mayor."),
        ("according to", "the mayor", "en", "The bridge will be built, according to the mayor."),
    ],
)
def test_a_sentence_is_attributed_by(name: str, speaker: str, code: str, text: str) -> None:
    reading = reading_of(text, code)
    found = first_found(SENTENCES, sentence_of(reading, reading.sentences[0], frozenset()))
    assert told(reading, found) == (name, speaker)
    assert found is not None and found[1].content


@pytest.mark.parametrize(
    ("name", "speaker", "code", "text"),
    [
        ("noun of saying before the words", "CDU", "de", "Da war der Vorwurf der CDU, alles sei „eine Lüge“."),
        (
            "document that opens the sentence",
            "einem Schreiben",
            "de",
            "In einem Schreiben war von einem „Irrtum“ die Rede.",
        ),
        ("sentence behind the words", "Anna Berg", "sv", "”Allt var ett misstag.” Det sade Anna Berg."),
    ],
)
def test_what_stands_around_tells_the_speaker(name: str, speaker: str, code: str, text: str) -> None:
    reading = reading_of(text, code)
    (m,) = marked_words(reading, find_marked(reading.document))
    assert told(reading, first_found(NEIGHBOURS, surroundings_of(reading, m.inside))) == (name, speaker)


def test_every_construction_is_named_once_and_tested_here() -> None:
    named = [one.name for one in (*MARKED, *SENTENCES, *NEIGHBOURS)]
    assert len(set(named)) == len(named)
    source = (
        test_marked_words_are_attributed_by,
        test_a_sentence_is_attributed_by,
        test_what_stands_around_tells_the_speaker,
    )
    tested = {case[0] for test in source for mark in test.pytestmark for case in mark.args[1]}
    assert tested == set(named)


def test_every_way_has_a_confidence() -> None:
    assert CONFIDENCE.keys() == set(Way)
    assert all(0 < one.confidence < 1 for one in (*MARKED, *SENTENCES, *NEIGHBOURS))


def test_a_reading_is_never_changed() -> None:
    reading = reading_of("The mayor said: “We will build a bridge.”", "en")
    fewer = read_attribution(reading.document, ())
    more = fewer.quoting([(0, 9)])
    assert any(reading.quoted) and not any(fewer.quoted) and more.quoted[:2] == b"\x01\x01"
    assert more.words is fewer.words and more.cues is fewer.cues
    assert WordSpan(2, 5).size == 3
