"""The law of frames: a word of saying has a speaker and what is reported, each within its sentence."""

from __future__ import annotations

from itertools import pairwise

import pytest

from analysis.actors import find_actors
from analysis.attribution.frames import MOST, Frame, Frames
from analysis.attribution.frames import frames_of as frames_of_sentence
from analysis.attribution.reading import Reading, WordSpan
from analysis.attribution.reading import read as read_attribution
from analysis.quotes import find_quotes
from analysis.quotes.constructions import reported
from tests.analysis.attribution import codes, document_of
from tests.analysis.attribution import read as read_set

NOTHING = WordSpan(0, 0)


def reporting(reading: Reading, words: WordSpan) -> list[Frame]:
    return list(frames_of_sentence(reading, words).reporting(words, frozenset(), NOTHING))


def frames_of(text: str, code: str) -> tuple[Reading, list[Frame]]:
    document = document_of(text, code)
    reading = read_attribution(document, find_actors(document))
    return reading, [frame for words in reading.sentences for frame in reporting(reading, words)]


@pytest.mark.parametrize(
    ("code", "text", "cue", "speaker", "content"),
    [
        ("en", "The mayor said that the bridge is closed.", "said", "The mayor", "that the bridge is closed."),
        ("en", "Anna Berg praised the plan of the council.", "praised", "Anna Berg", "the plan of the council."),
        ("sv", "Ministern hävdar att bron är stängd.", "hävdar", "Ministern", "att bron är stängd."),
        ("de", "Der Minister sagte, er werde kommen.", "sagte", "Der Minister", "er werde kommen."),
        ("fr", "Le maire affirme que le pont est fermé.", "affirme", "Le maire", "que le pont est fermé."),
        (
            "en",
            "He came. Their claim that it was late is wrong.",
            None,
            "Their",
            "that it was late is wrong.",
        ),
    ],
)
def test_a_frame_has_its_speaker_and_what_is_said(
    code: str, text: str, cue: str | None, speaker: str, content: str
) -> None:
    reading, (frame,) = frames_of(text, code)
    assert (None if frame.cue is None else reading.span(frame.cue.first, frame.cue.last).text) == cue
    assert frame.speaker is not None and reading.span(*frame.speaker).text == speaker
    assert reading.span(*frame.content).text.rstrip(".") == content.rstrip(".")


def test_a_cue_that_attributes_already_has_no_frame() -> None:
    reading, (frame,) = frames_of("The mayor said that the bridge is closed.", "en")
    assert frame.cue is not None
    words = reading.sentences[0]
    frames = frames_of_sentence(reading, words)
    assert not list(frames.reporting(words, frozenset({frame.cue.head}), NOTHING))
    assert not list(frames.reporting(words, frozenset(), WordSpan(frame.cue.first, frame.cue.last)))
    assert list(frames.reporting(words, frozenset(), NOTHING)) == [frame]
    assert not list(frames.reporting(WordSpan(frame.cue.last, words.last), frozenset(), NOTHING))


@pytest.mark.parametrize(
    ("code", "text", "medium", "via"),
    [
        ("en", "The mayor told the BBC that the bridge is closed.", "BBC", None),
        ("en", "The mayor told reporters that the bridge is closed.", "reporters", None),
        ("sv", "Ministern säger till TT att bron är stängd.", "TT", None),
        ("nb", "Ordføreren sier til NRK at broen er stengt.", "NRK", None),
        ("da", "Borgmesteren siger til Politiken, at broen er lukket.", "Politiken", None),
        ("de", "Der Minister sagte der dpa, dass die Brücke gesperrt sei.", "dpa", None),
        ("fr", "Le maire a dit à l’AFP que le pont est fermé.", "AFP", None),
        ("ro", "Primarul a declarat pentru Agerpres că podul este închis.", "Agerpres", None),
        ("en", "The mayor said that the bridge is closed, according to Reuters.", None, "Reuters"),
        ("en", "The mayor said that the bridge is closed.", None, None),
    ],
)
def test_a_frame_has_where_it_was_heard(code: str, text: str, medium: str | None, via: str | None) -> None:
    reading, (frame,) = frames_of(text, code)
    told = [None if words is None else reading.span(*words).text for words in (frame.medium.medium, frame.medium.via)]
    assert told == [medium, via]


@pytest.mark.parametrize(
    ("code", "text", "agent"),
    [
        ("en", "It was said by the mayor that the bridge is closed.", "the mayor"),
        ("nb", "Det ble hevdet av ministeren at broen er stengt.", "ministeren"),
    ],
)
def test_who_speaks_in_a_passive_is_its_agent(code: str, text: str, agent: str) -> None:
    reading, (frame,) = frames_of(text, code)
    assert frame.subject is None and frame.agent == frame.speaker
    assert frame.agent is not None and reading.span(*frame.agent).text == agent


@pytest.mark.parametrize("code", codes())
def test_a_sentence_has_its_frames_once(code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[WordSpan] = []

    def counting(reading: Reading, words: WordSpan) -> Frames:
        made.append(words)
        return frames_of_sentence(reading, words)

    document, actors, _, _ = read_set(code)
    monkeypatch.setattr(reported, "frames_of", counting)
    find_quotes(document, actors)
    assert made
    assert len(set(made)) == len(made)


@pytest.mark.parametrize("code", codes())
def test_frames_stay_in_their_sentence_and_do_not_overlap(code: str) -> None:
    document, actors, _, _ = read_set(code)
    reading = read_attribution(document, actors)
    found = 0
    for words in reading.sentences:
        frames = reporting(reading, words)
        found += len(frames)
        assert all(words.first <= frame.content.first < frame.content.last <= words.last for frame in frames)
        spans = [frame.content for frame in frames]
        assert all(one.last <= two.first for one, two in pairwise(spans))
    assert found


@pytest.mark.parametrize(
    ("code", "said"),
    [("sv", "Ada säger att "), ("de", "Ada sagt, dass "), ("fr", "Ada dit que "), ("en", "Ada says that ")],
)
def test_of_a_sentence_no_more_than_so_many_words_of_saying_are_read(code: str, said: str) -> None:
    text = said * (3 * MOST) + "det."
    document = document_of(text, code)
    reading = read_attribution(document, find_actors(document))
    sentence = reading.sentences[0]
    assert len(list(reading.cues_in(*sentence))) > MOST
    assert 0 < len(frames_of_sentence(reading, sentence).of_cues) <= MOST
