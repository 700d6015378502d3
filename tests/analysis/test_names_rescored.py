"""Names that the tagger is in doubt of are read again by the reader."""

from __future__ import annotations

import json
import random
from itertools import product
from pathlib import Path

import numpy as np
import pytest

from analysis.actors import find_actors, rescoring
from analysis.actors.rescoring import MODEL, in_doubt, load_rescorer, word_states
from analysis.actors.tagger import WEIGHTS, Tagger
from analysis.errors import DataError
from analysis.reader import Passage, identity, load_reader
from analysis.resources import languages
from analysis.segmentation import segment
from analysis.training.names.corpus import TAGS, Sample
from analysis.training.names.neutral import neutral, word
from analysis.types import Article, Language
from tests.analysis.names_in_context import INVENTED, KINDS, SENTENCES

RIGHT = {"da": 17, "de": 20, "en": 19, "fr": 12, "nb": 17, "nn": 16, "ro": 11, "sv": 15}
"""Of 36 invented names in a language, so many have the type that their sentence tells, at least."""
SENTENCE = "Vaktsjefen i Fjordkraft sa at strømmen var borte."


def _types(text: str, language: str, name: str) -> list[str]:
    document = segment(Article("test", text, Language(language, 1.0)))
    return [
        actor.type
        for actor in find_actors(document)
        if any(text[one.start : one.end].startswith(name) for one in actor.mentions)
    ]


def test_all_languages_have_the_same_sentences() -> None:
    assert sorted(SENTENCES) == sorted(languages())
    for kinds in SENTENCES.values():
        assert tuple(kinds) == KINDS
        assert {len(rows) for rows in kinds.values()} == {4}
        assert all(row.count("{}") == 1 for rows in kinds.values() for row in rows)


@pytest.mark.parametrize("language", sorted(SENTENCES))
def test_an_invented_name_is_what_its_sentence_tells(language: str) -> None:
    rows = [(kind, row, name) for kind in KINDS for row, name in product(SENTENCES[language][kind], INVENTED)]
    right = sum(_types(row.format(name), language, name) == [kind] for kind, row, name in rows)
    assert right >= RIGHT[language]


@pytest.mark.parametrize(
    ("language", "kind", "place", "name"),
    [
        ("da", "place", 0, "Velodra"),
        ("en", "person", 0, "Velodra"),
        ("nb", "organization", 0, "Quistar"),
        ("nn", "person", 3, "Velodra"),
        ("ro", "place", 3, "Quistar"),
        ("sv", "person", 1, "Velodra"),
    ],
)
def test_reading_again_tells_the_type(language: str, kind: str, place: int, name: str) -> None:
    text = SENTENCES[language][kind][place].format(name)
    found = [
        [one.type for one in tagger.tag(text, [(0, len(text))], language) if one.start == text.index(name)]
        for tagger in (Tagger(WEIGHTS), Tagger(WEIGHTS, load_rescorer()))
    ]
    assert found[0] != [kind]
    assert found[1] == [kind]


def test_it_helps_on_sentences_that_neither_was_fitted_to() -> None:
    """After a change of the reader or of the tagger, run ``python -m analysis.training.rescoring`` again."""
    card = json.loads((MODEL / "card.json").read_text(encoding="utf-8"))
    assert card["reader"] == identity()
    assert len(card["held_out_without_and_with"]) == 4
    assert all(with_it > without for without, with_it in card["held_out_without_and_with"].values())


def test_words_have_the_states_of_their_pieces() -> None:
    states = np.arange(12, dtype=np.float32).reshape(4, 3)
    read = Passage(states, np.array([0, 3, 5, 8], np.int32), np.array([3, 5, 8, 9], np.int32))
    first, second, nothing = word_states(read, [(10, 15), (16, 18), (19, 22)], 10)
    assert first.tolist() == [*states[0].tolist(), *states[:2].mean(axis=0).tolist()]
    assert second.tolist() == [*states[2].tolist(), *states[2].tolist()]
    assert not nothing.any()


def test_words_without_a_piece_have_no_state() -> None:
    none = Passage(np.empty((0, 3), np.float32), np.empty(0, np.int32), np.empty(0, np.int32))
    assert word_states(none, [(0, 2)], 0).tolist() == [[0.0] * 6]


def test_what_is_read_is_the_text_as_it_is_written() -> None:
    (read,) = load_reader().as_written([SENTENCE])
    assert read.states.shape == (len(read.starts), 384)
    assert "".join(SENTENCE[s:e] for s, e in zip(read.starts, read.ends, strict=True)).replace(" ", "") == (
        SENTENCE.replace(" ", "")
    )
    (again,), (other,) = (load_reader().as_written([text]) for text in (SENTENCE, SENTENCE.replace("Fjord", "Vann")))
    assert np.array_equal(again.states, read.states)
    assert not np.allclose(other.states[:3], read.states[:3], atol=0.01)


def test_a_long_text_is_read_in_parts() -> None:
    (read,) = load_reader().as_written([SENTENCE * 40])
    assert len(read.states) == len(read.starts) > 400


def test_only_kinds_that_differ_by_little_are_in_doubt() -> None:
    rows = np.zeros((4, len(TAGS)), np.float32)
    rows[0, 0] = 9.0  # surely no name
    rows[1, [0, 5]] = 3.0, 3.0 + rescoring.DOUBT / 2  # a place, or no name
    rows[2, 1], rows[2, 2] = 6.0, 5.9  # surely a person, whichever word of the name
    rows[3, 3], rows[3, 5] = 4.0, 4.0 - rescoring.DOUBT / 2  # a body or a place
    assert in_doubt(rows).tolist() == [False, True, False, True]


def test_a_word_in_doubt_is_read_once_and_a_text_not_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []
    rescorer = load_rescorer()

    def counted(text: str, pieces: list[list[tuple[int, int]]], corpus: str) -> object:
        asked.append(len(pieces))
        return np.zeros((sum(map(len, pieces)), len(TAGS)), np.float32)

    monkeypatch.setattr(rescorer, "likely", counted)
    text = "Velodra falls"
    piece, scores = [(0, 7), (8, 13)], np.zeros((2, len(TAGS)), np.float32)
    rescoring_ = rescorer.start(text, "en")
    assert not np.array_equal(rescoring_([piece, piece], np.tile(scores, (2, 1))), np.tile(scores, (2, 1)))
    assert asked == [1]
    assert rescoring_([piece], scores) is scores
    monkeypatch.setattr(rescoring, "MOST", 1)
    assert rescorer.start(text, "en")([piece], scores) is scores


def test_missing_files_are_a_data_error(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="read-out of names"):
        load_rescorer(tmp_path)


def test_made_names_stand_in_place_of_short_ones() -> None:
    words = ("Eva", "Modigs", "bok", "om", "Lund")
    allowed = (1 << TAGS.index("B-person"), 1 << TAGS.index("I-person"), 1, 1, 1 << TAGS.index("B-place"))
    sample = Sample("sv", "sv_webbnyheter", words, (True,) * 5, allowed)
    dice = random.Random(1)
    made = [neutral(sample, dice) for _ in range(200)]
    assert all(len(one.words) == len(one.spaced) == len(one.allowed) for one in made)
    assert all({"bok", "om"} <= set(one.words) for one in made)
    changed = [one for one in made if "Lund" not in one.words]
    assert 150 < len(changed) < 190
    assert any(one.words[-1].endswith("s") for one in made if one.words[-1] != "Lund")
    assert all(one.allowed[-1] == 1 << TAGS.index("B-place") for one in made)
    assert all(word(dice)[0].isupper() for _ in range(100))
