"""The law of frames: a word of saying has a speaker and what is reported, each within its sentence."""

from __future__ import annotations

from itertools import pairwise

import pytest

from analysis.actors import find_actors
from analysis.attribution.frames import Frame, frames_in
from analysis.attribution.reading import Reading, WordSpan
from analysis.attribution.reading import read as read_attribution
from tests.analysis.attribution import codes, document_of
from tests.analysis.attribution import read as read_set

NOTHING = WordSpan(0, 0)


def frames_of(text: str, code: str) -> tuple[Reading, list[Frame]]:
    document = document_of(text, code)
    reading = read_attribution(document, find_actors(document))
    return reading, [frame for words in reading.sentences for frame in frames_in(reading, words, frozenset(), NOTHING)]


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
    assert not list(frames_in(reading, words, frozenset({frame.cue.head}), NOTHING))
    assert not list(frames_in(reading, words, frozenset(), WordSpan(frame.cue.first, frame.cue.last)))
    assert list(frames_in(reading, words, frozenset(), NOTHING)) == [frame]


@pytest.mark.parametrize("code", codes())
def test_frames_stay_in_their_sentence_and_do_not_overlap(code: str) -> None:
    document, actors, _, _ = read_set(code)
    reading = read_attribution(document, actors)
    found = 0
    for words in reading.sentences:
        frames = list(frames_in(reading, words, frozenset(), NOTHING))
        found += len(frames)
        assert all(words.first <= frame.content.first < frame.content.last <= words.last for frame in frames)
        spans = [frame.content for frame in frames]
        assert all(one.last <= two.first for one, two in pairwise(spans))
    assert found
