"""A denial is told from its claim by its negation, in every language."""

from __future__ import annotations

import numpy as np
import pytest

from analysis.evidence.polarity import denies, weighed
from analysis.text import fold, words_of

PAIRS = {
    "da": ("Fonden udbetalte lånet.", "Fonden udbetalte aldrig lånet."),
    "de": ("Der Fonds zahlte das Darlehen aus.", "Der Fonds zahlte das Darlehen nicht aus."),
    "en": ("The fund has paid the loan.", "The fund has not paid the loan."),
    "fr": ("Le fonds a versé le prêt.", "Le fonds n’a pas versé le prêt."),
    "nb": ("Fondet betalte ut lånet.", "Fondet betalte ikke ut lånet."),
    "nn": ("Fondet betalte ut lånet.", "Fondet betalte ikkje ut lånet."),
    "ro": ("Fondul a plătit împrumutul.", "Fondul nu a plătit împrumutul."),
    "sv": ("Fonden betalade ut lånet.", "Fonden betalade inte ut lånet."),
}
READ = np.array([0.5, 0.1, 0.3, 0.1], dtype=np.float32)


def folded(text: str) -> list[str]:
    return [fold(word) for word in words_of(text)]


@pytest.mark.parametrize("code", PAIRS)
def test_a_denial_contradicts_and_a_claim_alike_does_not(code: str) -> None:
    claim, denial = map(folded, PAIRS[code])
    assert not denies(claim, code)
    assert denies(denial, code)
    assert weighed(READ, claim, denial, (code, code))[2] > 0.5
    assert weighed(READ, denial, denial, (code, code)) is READ


def test_words_that_deny_only_beside_another_do_not_alone() -> None:
    assert not denies(folded("Le fonds a versé plus de deux prêts."), "fr")


def test_another_language_raises_the_contradiction_by_what_was_read() -> None:
    shares = weighed(READ, folded(PAIRS["nb"][0]), folded(PAIRS["en"][1]), ("nb", "en"))
    assert READ[2] < shares[2] < 0.6
    assert shares.sum() == pytest.approx(1.0)
