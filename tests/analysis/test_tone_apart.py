"""Two people in one sentence are told apart; harm that somebody suffers and blame that is denied are no disfavour."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from analysis.actors import find_actors
from analysis.errors import DataError
from analysis.reader import identity
from analysis.resources import languages
from analysis.sentiment.asks import Ask, Extent
from analysis.sentiment.clauses import denied, joining, stretch
from analysis.sentiment.reading import Part, _opposed, _shifted, _without
from analysis.sentiment.spared import MODEL, counting, lessened, load_gate
from analysis.training.spared.passages import DATA, made
from tests.analysis.tone_texts import document, shipped

CONTRAST = {
    "en": "Olga Brandt has run the museum wisely and warmly, but Piet Sommer is a lying, cowardly braggart.",
    "sv": "Olga Brandt har lett museet klokt och varmt, men Piet Sommer är en lögnaktig och feg skrävlare.",
    "nb": "Olga Brandt har ledet museet klokt og varmt, men Piet Sommer er en løgnaktig og feig skryter.",
    "nn": "Olga Brandt har leidd museet klokt og varmt, men Piet Sommer er ein løgnaktig og feig skrytepave.",
    "da": "Olga Brandt har ledet museet klogt og varmt, men Piet Sommer er en løgnagtig og fej pralhals.",
    "ro": "Olga Brandt a condus muzeul cu înțelepciune și căldură, dar Piet Sommer este un lăudăros mincinos și laș.",
    "de": "Olga Brandt hat das Museum wunderbar geleitet, aber Piet Sommer ist unehrlich, faul und feige.",
    "fr": "Olga Brandt a dirigé le musée avec sagesse et chaleur, mais Piet Sommer est un vantard menteur et lâche.",
}
DENIED = {
    "en": "Olga Brandt is not greedy, and she has never been disloyal.",
    "sv": "Olga Brandt är inte girig, och hon har aldrig varit illojal.",
    "nb": "Olga Brandt er ikke grådig, og hun har aldri vært illojal.",
    "nn": "Olga Brandt er ikkje grådig, og ho har aldri vore illojal.",
    "da": "Olga Brandt er ikke grådig, og hun har aldrig været illoyal.",
    "ro": "Olga Brandt nu este lacomă și nu a fost niciodată neloială.",
    "de": "Olga Brandt ist nicht gierig, und sie war nie treulos.",
    "fr": "Olga Brandt n’est pas cupide et n’a jamais été déloyale.",
}
HARMED = {
    "en": "A brutal burglar knocked Olga Brandt down in her own hall.",
    "sv": "En brutal tjuv slog ner Olga Brandt i hennes egen hall.",
    "nb": "En brutal tyv slo ned Olga Brandt i hennes egen gang.",
    "nn": "Ein brutal tjuv slo ned Olga Brandt i hennar eigen gang.",
    "da": "En brutal tyv slog Olga Brandt ned i hendes egen entré.",
    "ro": "Un hoț brutal a doborât-o pe Olga Brandt în propriul ei hol.",
    "de": "Ein brutaler Dieb schlug Olga Brandt in ihrem eigenen Flur nieder.",
    "fr": "Un voleur brutal a jeté à terre Olga Brandt dans sa propre entrée.",
}
BLAMED = {
    "en": "Piet Sommer is a disgrace to the office and a hopeless chairman.",
    "sv": "Piet Sommer är en skam för ämbetet och en hopplös ordförande.",
    "nb": "Piet Sommer er en skam for embetet og en håpløs leder.",
    "nn": "Piet Sommer er ei skam for embetet og ein håplaus leiar.",
    "da": "Piet Sommer er en inkompetent formand, der lyver og praler.",
    "ro": "Piet Sommer este o rușine pentru funcție și un președinte jalnic.",
    "de": "Piet Sommer ist ein unfähiger Vorsitzender, der lügt und prahlt.",
    "fr": "Piet Sommer est une honte pour la fonction et un président lamentable.",
}
NOT_YET = {"de", "ro"}
"""Where the reader's states of this sentence hold praise of both, so that nothing is there to be told apart."""
each_language = pytest.mark.parametrize("code", languages())


def balances(text: str, code: str, names: Sequence[str]) -> list[float]:
    """The writer's attitude toward each name, as the whole text shows it."""
    own = document(text, code)
    asks = [Ask((0, len(text)), (place(text, name),), writer=True) for name in names]
    return [tone.balance for tone in shipped(own, find_actors(own)).read(own, asks)]


def place(text: str, name: str) -> Extent:
    return text.index(name), text.index(name) + len(name)


@pytest.mark.parametrize("code", sorted(set(languages()) - NOT_YET))
def test_praise_of_one_and_blame_of_another_come_apart(code: str) -> None:
    praised, blamed = balances(CONTRAST[code], code, ["Olga Brandt", "Piet Sommer"])
    assert praised > 0.0 > blamed


@each_language
def test_blame_that_is_denied_is_no_disfavour(code: str) -> None:
    assert balances(DENIED[code], code, ["Olga Brandt"])[0] > -0.1


@each_language
def test_who_is_harmed_is_not_judged(code: str) -> None:
    assert balances(HARMED[code], code, ["Olga Brandt"])[0] > -0.1


@each_language
def test_plain_blame_stays_blame(code: str) -> None:
    assert balances(BLAMED[code], code, ["Piet Sommer"])[0] < -0.2


@each_language
def test_a_sentence_is_cut_where_its_clauses_join(code: str) -> None:
    text = CONTRAST[code]
    own, one, other = document(text, code), place(text, "Olga Brandt"), place(text, "Piet Sommer")
    first = stretch(own, (0, len(text)), one, [other])
    second = stretch(own, (0, len(text)), other, [one])
    assert first[1] == second[0]
    assert text[second[0] : other[0]].split() and set(text[second[0] : other[0]].split()) <= joining(code)


def test_a_sentence_border_is_stronger_than_a_comma_or_a_word() -> None:
    text = "Ann Dale won and, as always, smiled. Later Tom Hill lost, and Kim Rowe left"
    own = document(text, "en")
    dale, hill, rowe = (place(text, name) for name in ("Ann Dale", "Tom Hill", "Kim Rowe"))
    start, end = stretch(own, (0, len(text)), hill, [dale, rowe])
    assert text[start:end] == "Later Tom Hill lost, "
    assert stretch(own, (0, len(text)), rowe, []) == (0, len(text))


def test_without_a_border_both_are_heard_in_all_words() -> None:
    text = "Ann Dale beat Tom Hill"
    assert stretch(document(text, "en"), (0, len(text)), place(text, "Ann Dale"), [place(text, "Tom Hill")]) == (
        0,
        len(text),
    )


def test_a_denying_word_counts_where_it_stands() -> None:
    own = document("Ann Dale never lied, Tom Hill did", "en")
    assert denied(own, (0, 19)) and not denied(own, (20, 33))


def test_only_two_who_are_judged_unlike_are_read_against_each_other() -> None:
    bad, good = np.array([0.8, 0.2, 0.0]), np.array([0.2, 0.3, 0.5])
    one, other = Part(bad, 1.0, 1.0, ()), Part(good, 1.0, 1.0, ())
    assert _opposed(one, other) and _opposed(other, one)
    assert not _opposed(one, one)
    assert not _opposed(one, Part(good, 0.1, 1.0, ()))
    assert not _opposed(one, Part(good, 1.0, 0.1, ()))


def test_shares_are_moved_no_further_than_they_go() -> None:
    assert _shifted(np.array([0.4, 0.4, 0.2]), 0.4) == pytest.approx([0.2, 0.4, 0.4])
    assert _shifted(np.array([0.1, 0.9, 0.0]), 1.0).sum() == pytest.approx(1.0)


def test_quotations_are_taken_out_of_a_stretch() -> None:
    assert _without((0, 10), [(2, 4), (8, 12)]) == [(0, 2), (4, 8)]
    assert _without((5, 10), [(0, 20)]) == []
    assert _without((0, 10), []) == [(0, 10)]


def test_the_likelier_words_are_no_judgement_the_less_they_count() -> None:
    assert [round(counting(one), 3) for one in (0.0, 0.5, 0.675, 0.85, 1.0)] == [1.0, 1.0, 0.5, 0.0, 0.0]
    assert lessened(np.array([0.8, 0.2, 0.0]), counting(0.675)) == pytest.approx([0.4, 0.6, 0.0])


def test_the_gate_was_fitted_to_the_shipped_reader() -> None:
    """After a change of the reader, run ``python -m analysis.training.spared`` again."""
    assert load_gate().reader == identity()
    card = json.loads((MODEL / "card.json").read_text(encoding="utf-8"))
    told = card["left_out"]["right_spared_and_other"]
    assert set(told) == set(languages())
    for code, (spared, other) in told.items():
        assert spared >= 0.5 and other >= 0.9, code


def test_a_broken_gate_is_refused(tmp_path: Path) -> None:
    (tmp_path / "card.json").write_text("{}", encoding="utf-8")
    with pytest.raises(DataError, match="cannot be read"):
        load_gate(tmp_path)


@each_language
def test_every_language_is_taught_the_same(code: str) -> None:
    rows, english = list(made(code)), list(made("en"))
    assert [(one.kind, one.fold, one.spared) for one in rows] == [(one.kind, one.fold, one.spared) for one in english]
    assert not [one.text for one in rows if set("[]{}") & set(one.text)]
    names = set((DATA / f"{code}.txt").read_text(encoding="utf-8").splitlines()[1].split("|"))
    assert {one.text[one.start : one.end] for one in rows} == names
