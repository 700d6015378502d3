"""What one article leaves out: one finding an article, with every claim in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from analysis.comparison import compare
from analysis.comparison.findings.dimension import About, Story, Weight, finding
from analysis.comparison.findings.messages import summary
from analysis.comparison.findings.omission import omission
from analysis.comparison.findings.ranking import ranked
from analysis.comparison.members import members_of
from analysis.reader import load_reader
from analysis.types import Analysed, ArticleSpan, Claim, ClaimPresence, Finding, Message, Param
from tests.analysis.stories import Told, told

SAID = {
    "sv": ("Biblioteket stänger den 3 juni.", "Hamnen får en ny kran i höst."),
    "da": ("Biblioteket lukker den 3. juni.", "Havnen får en ny kran til efteråret."),
    "de": ("Die Bibliothek schließt am 3. Juni.", "Der Hafen bekommt im Herbst einen neuen Kran."),
    "ro": ("Biblioteca se închide pe 3 iunie.", "Portul va primi o macara nouă la toamnă."),
    "fr": ("La bibliothèque ferme le 3 juin.", "Le port aura une nouvelle grue à l'automne."),
    "en": ("The library will close on 3 June.", "The harbour gets a new crane in the autumn."),
}


def left_by_last(items: Sequence[Analysed], claims: Sequence[Claim]) -> tuple[Finding, ...]:
    """What is told to be left out of articles with these claims."""
    own = [item.analysis for item in items]
    readings = [load_reader().read(one.article.text, one.sentences, one.actors) for one in own]
    return omission(Story(members_of(items), readings, replace(compare(items), claims=tuple(claims)))).findings


@pytest.mark.parametrize("code", SAID)
def test_all_that_an_article_leaves_out_is_one_finding_that_names_each_claim(code: str) -> None:
    said = SAID[code]
    items = [told(Told(outlet, list(said), language=code)) for outlet in ("alpha", "beta", "gamma")]
    ids = [member.id for member in members_of(items)]
    spans = [(one.start, one.end, text) for one, text in zip(items[0].analysis.sentences, said, strict=True)]
    claims = tuple(
        Claim(
            f"c{number}",
            text,
            tuple(ClaimPresence(id_, start, end, text, 1.0, confidence=1.0) for id_ in ids[:2]),
            (ids[2],),
            (),
        )
        for number, (start, end, text) in enumerate(spans)
    )
    (found,) = left_by_last(items, claims)
    first, second = sorted(said)
    assert found.summary == f"gamma leaves out 2 things that 2 others say: “{first}” and “{second}”"
    assert found.message.key == "omission.several"
    assert found.message.params["claims"] == (first, second)
    assert len(found.evidence) == 4
    assert set(found.claims) == {"c0", "c1"}
    (one,) = left_by_last(items, claims[:1])
    assert one.effect < found.effect


def test_what_a_copy_lacks_is_one_finding_beside_what_all_others_say() -> None:
    items = [told(Told(outlet, list(SAID["en"]))) for outlet in ("alpha", "beta")]
    ids = [member.id for member in members_of(items)]
    spans = [(one.start, one.end) for one in items[0].analysis.sentences]
    claims = tuple(
        Claim(f"c{start}", text, (ClaimPresence(ids[0], start, end, text, 1.0, confidence=1.0),), (ids[1],), ())
        for (start, end), text in zip(spans, SAID["en"], strict=True)
    )
    (found,) = left_by_last(items, claims)
    assert found.message.key == "omission.copy_several"
    assert found.summary.startswith("beta leaves out 2 things that alpha says and else tells in the same words: “")


def test_a_list_is_joined_and_quoted_where_its_sentence_says_so() -> None:
    claims = ("One.", "Two.", "Three.", "Four.", "Five.", "Six.")
    params: dict[str, Param] = {"lacking": "beta", "things": 6, "count": 3, "claims": claims}
    told_so = summary(Message("omission.several", params))
    assert told_so.endswith("3 others say: “One.”, “Two.”, “Three.”, “Four.” and 2 more")


def left_out(claims: int, starts: Sequence[int]) -> Finding:
    """A finding that so many claims are left out, which stand at these places of an article."""
    spans = [ArticleSpan("one", start, start + 10, "x" * 10) for start in starts]
    message = Message("omission.copy", {"lacking": "beta", "other": "one", "claim": "x"})
    return finding(message, (), spans, Weight(0.9, 0.9), About(claims=tuple(map(str, range(claims)))))


def test_what_a_shortened_quotation_tells_takes_no_other_claim_with_it() -> None:
    params = {"short": "beta", "long": "one", "actor": "Anna Berg", "left": "x"}
    cut = finding(
        Message("quotation_cut.part", params), (), (ArticleSpan("one", 0, 12, "x" * 12),), Weight(0.9, 0.9), About()
    )
    assert [one.kind for one in ranked([left_out(1, [0]), cut])] == ["quotation_cut"]
    assert [one.kind for one in ranked([left_out(2, [0, 5]), cut])] == ["quotation_cut"]
    assert [one.kind for one in ranked([left_out(2, [0, 50]), cut])] == ["quotation_cut", "omission"]


def test_what_four_articles_leave_out_has_room_beside_other_findings() -> None:
    many = [replace(left_out(1, [100 * number]), claims=(f"c{number}",)) for number in range(6)]
    assert len(ranked(many)) == 4
