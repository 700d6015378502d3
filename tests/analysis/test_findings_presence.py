"""Findings on who speaks, who stands at the top, where it comes from, how it is worded, and when it was written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from analysis.cleaning.reasons import BEYOND
from analysis.comparison import compare
from analysis.comparison.findings.elsewhere import Naming, is_full_name
from analysis.comparison.findings.headline_focus import quoted_words
from analysis.comparison.findings.loaded_language_gap import ENOUGH_WORDS
from analysis.comparison.findings.ranking import MAX_OF_OTHERS, TRIVIAL, ranked, score
from analysis.comparison.findings.source_gap import is_nameless, is_outlet
from analysis.comparison.members import members_of
from analysis.types import Actor, Analysed, Finding, LoadedTerm, Mention, Removed, Score, Source, Span
from tests.analysis.stories import Line, Told, told

PEOPLE = {"Anna Berg": "person:anna-berg", "Carl Lund": "person:carl-lund", "Eva Holm": "person:eva-holm"}
LEAD = "A leaked memo says that the ministry met lobbyists 14 times in the spring of 2024."
PRAISE = Line("Eva Holm defends the meetings as useful for everybody in the harbour.", "person:eva-holm", "support")
DISMISSAL = Line("Minister Anna Berg waved the memo away as nothing new.", "person:anna-berg", "dismissal")
PADDING = [
    f"The harbour board will look into pier number {n} before the summer and say what it found." for n in range(9)
]


def findings(kind: str, *articles: Analysed) -> list[Finding]:
    return [finding for finding in compare(articles).findings if finding.kind == kind]


def titled(item: Analysed, headline: str) -> Analysed:
    return replace(item, analysis=replace(item.analysis, article=replace(item.analysis.article, headline=headline)))


def aimed(item: Analysed, target: str) -> Analysed:
    """The article with all its statements on one target."""
    quotes = tuple(replace(one, stance=replace(one.stance, target=target)) for one in item.analysis.quotes)
    return replace(item, analysis=replace(item.analysis, quotes=quotes))


def loaded(outlet: str, words: int, terms: Sequence[tuple[str, int]]) -> Analysed:
    item = told(Told(outlet, [LEAD, " ".join(text for text, _ in terms) or "Nothing else.", *PADDING], PEOPLE))
    text = item.analysis.article.text
    found = tuple(
        LoadedTerm(text.index(word), text.index(word) + len(word), word, "outlet", "judging", intensity)
        for word, intensity in terms
    )
    rate = Score(1000.0 * len(terms) / words, n=words, interval=(0.0, 1000.0))
    framing = replace(item.analysis.framing, loaded_language=found, loaded_rate=rate)
    return replace(item, analysis=replace(item.analysis, framing=framing))


def test_who_speaks_in_one_article_alone_is_named_with_the_words() -> None:
    alpha = told(Told("alpha", [PRAISE, LEAD, *PADDING], PEOPLE))
    beta = told(Told("beta", [DISMISSAL, LEAD, *PADDING], PEOPLE))
    found = findings("only_here", alpha, beta)
    assert {one.summary for one in found} == {"Only alpha lets Eva Holm speak.", "Only beta lets Anna Berg speak."}
    assert {span.text for one in found for span in one.evidence} == {PRAISE.text, DISMISSAL.text}
    assert [one.quotes for one in found if one.actors == ("person:eva-holm",)] == [("article-1#q0",)]


@pytest.mark.parametrize(
    "elsewhere",
    ["Ms Holm was there.", "Holms kontor svarte ikke.", "E. Holm refused.", "Holm’s office did not answer."],
)
def test_who_is_named_in_any_form_elsewhere_is_not_told(elsewhere: str) -> None:
    alpha = told(Told("alpha", [PRAISE, LEAD, *PADDING], PEOPLE))
    silent = told(Told("beta", [elsewhere, LEAD, *PADDING]))
    assert findings("only_here", alpha, silent) == []


def test_what_of_an_article_was_not_read_may_name_them_too() -> None:
    alpha = told(Told("alpha", [PRAISE, LEAD, *PADDING], PEOPLE))
    item = told(Told("beta", [LEAD, *PADDING]))
    assert findings("only_here", alpha, item) != []
    article = replace(item.analysis.article, removed=(Removed("Much later Eva Holm praised it.", BEYOND),))
    assert findings("only_here", alpha, replace(item, analysis=replace(item.analysis, article=article))) == []


def test_a_short_article_does_not_make_the_others_speakers_alone() -> None:
    alpha = told(Told("alpha", [PRAISE, LEAD, *PADDING], PEOPLE))
    assert findings("only_here", alpha, told(Told("beta", [LEAD]))) == []


def test_fragments_and_titles_are_no_full_names() -> None:
    assert is_full_name("Eva Holm") and is_full_name("Ørjan de la Cruz")
    assert not any(map(is_full_name, ("Holm", "Sen Holm", "Mr. Holm", "R-N.Y.", "")))


def test_a_body_is_known_by_its_initials_and_by_most_words_of_its_name() -> None:
    def named(name: str, text: str) -> bool:
        (member,) = members_of([told(Told("alpha", [text]))])
        return Naming(member).first(Actor("body", name, "organization", (Mention(0, 1, "x"),))) is not None

    assert named("Fish and Harbour Service", "The FHS was asked.")
    assert named("F.H.S.", "The Fish and Harbour Service was asked.")
    assert named("Fish and Harbour Service", "Die Harbour-Leute vom Service schweigen.")
    assert not named("Fish and Harbour Service", "The harbour was closed.")


def test_two_who_are_of_one_mind_are_told_to_be() -> None:
    lines = [
        Line("Eva Holm called the secret meetings a betrayal of the town.", "person:eva-holm", "criticism"),
        Line("Carl Lund said that the minister has to go now.", "person:carl-lund", "criticism"),
    ]
    alpha, beta = told(Told("alpha", [LEAD, *lines, *PADDING], PEOPLE)), told(Told("beta", [LEAD, *PADDING]))
    (found,) = findings("only_here", aimed(alpha, "person:anna-berg"), beta)
    assert found.summary == "Only alpha lets 2 critical voices speak: Eva Holm and Carl Lund."
    (found,) = findings("only_here", alpha, beta)
    assert found.summary == "Only alpha lets Eva Holm and Carl Lund speak."


def test_somebody_at_the_top_here_and_far_down_there_is_told() -> None:
    top = [f"Anna Berg met the lobbyists {n} times." for n in range(3)]
    alpha = titled(told(Told("alpha", [*top, LEAD, *PADDING], PEOPLE)), "Ministry under pressure")
    late = titled(told(Told("beta", [LEAD, *PADDING, "The minister is Anna Berg."], PEOPLE)), "Memo on lobbyists")
    (found,) = findings("prominence", alpha, late)
    assert found.summary == "Anna Berg stands at the top of alpha; beta first names Anna Berg in sentence 11 of 11."
    assert [span.article for span in found.evidence] == ["article-1", "article-2"]
    (found,) = findings("prominence", titled(alpha, "Berg met lobbyists"), told(Told("beta", [LEAD, *PADDING])))
    assert found.message.key == "prominence.unnamed"
    silent = [told(Told(outlet, [LEAD, *PADDING])) for outlet in ("beta", "gamma")]
    (found,) = findings("prominence", titled(alpha, "Berg met lobbyists"), *silent)
    assert found.summary == "alpha puts Anna Berg into its headline; beta and gamma do not name Anna Berg at all."
    assert [span.article for span in found.evidence] == ["article-1", "article-2", "article-3"]
    near = titled(told(Told("beta", [LEAD, "Berg is asked.", *PADDING], PEOPLE)), "Memo on lobbyists")
    assert findings("prominence", alpha, near) == []


def test_whom_one_headline_alone_names_is_told_and_a_genitive_is_a_name() -> None:
    body = [LEAD, *PADDING, *(f"Anna Berg met the lobbyists {n} times." for n in range(3))]

    def article(outlet: str, headline: str) -> Analysed:
        return titled(told(Told(outlet, body, PEOPLE)), headline)

    (found,) = findings("headline_focus", article("alpha", "Berg met lobbyists"), article("beta", "Lobbyists were met"))
    assert found.summary == "Only alpha names Anna Berg in its headline."
    assert findings("headline_focus", article("alpha", "Anna Berg met"), article("beta", "Berg’s many meetings")) == []


@pytest.mark.parametrize(
    ("code", "plain", "office"),
    [
        ("sv", "Ny strid om mötena", "Ministern i ny strid om mötena"),
        ("nb", "Ny strid om møtene", "Ministeren i ny strid om møtene"),
        ("ro", "Dispută nouă despre întâlniri", "Ministrul, într-o dispută nouă"),
        ("en", "New dispute over meetings", "Minister in new dispute over meetings"),
        ("de", "Neuer Streit um Treffen", "Minister gerät in neuen Streit um Treffen"),
        ("fr", "Nouvelle dispute sur les réunions", "La ministre et les réunions"),
    ],
)
def test_a_headline_without_a_name_is_told_where_no_office_stands_for_it(code: str, plain: str, office: str) -> None:
    body = [*(f"Anna Berg ({year})." for year in range(2001, 2004)), LEAD, *PADDING]

    def article(outlet: str, headline: str) -> Analysed:
        return titled(told(Told(outlet, body, PEOPLE, language=code)), headline)

    first = article("alpha", "Anna Berg 2001")
    assert len(findings("headline_focus", first, article("beta", plain))) == 1
    assert findings("headline_focus", first, article("beta", office)) == []


def test_quoted_words_of_one_headline_alone_are_told() -> None:
    def article(outlet: str, headline: str, language: str = "en") -> Analysed:
        return titled(told(Told(outlet, [LEAD], language=language)), headline)

    scare, plain = article("alpha", "Minister rejects ‘betrayal’ claim"), article("beta", "Minister rejects claim")
    (found,) = findings("headline_focus", scare, plain)
    assert found.summary == "Only alpha has the quoted words “betrayal” in its headline."
    assert findings("headline_focus", scare, article("beta", "Minister: no betrayal")) == []
    assert findings("headline_focus", scare, article("beta", "Ministeren avviser «svik»", "nb")) == []


@pytest.mark.parametrize(
    ("headline", "words"),
    [
        ("Minister calls it ‘a betrayal’", ["a betrayal"]),
        ("»De svigter os«: Havnen raser", ["De svigter os"]),
        ("„Das ist Verrat“, sagt Berg", ["Das ist Verrat"]),
        ("Lund : « une trahison »", ["une trahison"]),
        ("Lund: „o trădare”", ["o trădare"]),
        ("Hamnen rasar: ”Ett svek”", ["Ett svek"]),
        ("Ministers' meetings and Berg's memo", []),
        ("L'affaire n'est pas close", []),
    ],
)
def test_words_in_quotation_marks_are_found_in_headlines_of_all_languages(headline: str, words: list[str]) -> None:
    assert quoted_words(headline) == words


def test_what_was_said_to_one_outlet_itself_is_told() -> None:
    own = Line("Anna Berg told Harbour Post that nothing was secret.", "person:anna-berg", "dismissal", "Harbour Post")
    alpha, beta = told(Told("Harbour Post", [LEAD, own], PEOPLE)), told(Told("beta", [LEAD, DISMISSAL], PEOPLE))
    (found,) = findings("source_gap", alpha, beta)
    assert found.summary == "Harbour Post spoke to Anna Berg itself."
    assert findings("source_gap", told(Told("gamma", [LEAD, own], PEOPLE)), beta) == []


def test_a_statement_that_another_article_has_too_was_made_to_no_outlet_itself() -> None:
    words = "We have nothing to hide from anybody in this town"
    own = Line(f"Anna Berg told Harbour Post: {words}.", "person:anna-berg", "dismissal", "Harbour Post")
    before = Line("Anna Berg told Harbour Post that she had met nobody.", "person:anna-berg", "neutral", "Harbour Post")
    everywhere = Line(f"“{words},” Anna Berg wrote to editors.", "person:anna-berg", "dismissal")
    beta = told(Told("beta", [LEAD, everywhere], PEOPLE))
    sent = told(Told("Harbour Post", [LEAD, before, everywhere], PEOPLE))
    assert findings("source_gap", told(Told("Harbour Post", [LEAD, own], PEOPLE)), beta) == []
    assert findings("source_gap", sent, beta) == []
    apart = told(Told("Harbour Post", [LEAD, before, LEAD, everywhere], PEOPLE))
    assert findings("source_gap", apart, beta) != []


@pytest.mark.parametrize(
    ("code", "text", "written"),
    [
        ("en", "Anna Berg told Harbour Post that nothing was secret.", False),
        ("en", "Anna Berg said in a statement to Harbour Post that nothing was secret.", True),
        ("nb", "Anna Berg skriver i en e-post til Harbour Post at ingenting var hemmelig.", True),
        ("da", "Anna Berg skriver i en mail til Harbour Post, at intet var hemmeligt.", True),
        ("sv", "Anna Berg skriver i ett mejl till Harbour Post att inget var hemligt.", True),
        ("de", "Anna Berg schrieb in einer E-Mail an Harbour Post, nichts sei geheim.", True),
        ("fr", "Anna Berg écrit dans un courriel à Harbour Post que rien n'était secret.", True),
    ],
)
def test_what_was_written_to_an_outlet_was_not_said_to_it(code: str, text: str, written: bool) -> None:
    own = Line(text, "person:anna-berg", "dismissal", "Harbour Post")
    alpha = told(Told("Harbour Post", [LEAD, own], PEOPLE, language=code))
    beta = told(Told("beta", [LEAD, DISMISSAL], PEOPLE, language=code))
    assert (findings("source_gap", alpha, beta) == []) is written


def test_what_another_article_has_in_the_same_words_was_said_to_all() -> None:
    berg, words = "person:anna-berg", "that nothing of it was secret"
    own = Line(f"Anna Berg told Harbour Post {words}.", berg, "dismissal", "Harbour Post")
    same = Line(f"Anna Berg said {words} on Monday.", berg, "dismissal")
    alpha = told(Told("Harbour Post", [LEAD, own], PEOPLE))
    assert findings("source_gap", alpha, told(Told("beta", [LEAD, same], PEOPLE))) == []
    assert findings("source_gap", alpha, told(Told("beta", [LEAD, DISMISSAL], PEOPLE)))


def test_a_medium_may_be_the_outlet_under_its_short_name() -> None:
    assert (
        is_outlet("Harbour Post", "harbour")
        and is_outlet("Dagens Nyheter", "dn")
        and is_outlet("The Harbour Post", "hpo")
    )
    assert not is_outlet("Radio Nord", "harbour") and not is_outlet("Radio Nord", "dn")


def test_media_that_one_article_alone_takes_statements_from_are_told() -> None:
    def line(text: str) -> Line:
        return Line(text, "person:carl-lund", "neutral", "Radio Nord")

    lines = [line(f"Carl Lund told Radio Nord that pier {n} is safe.") for n in range(3)]
    alpha = told(Told("alpha", [LEAD, *lines], PEOPLE, sources=["Radio Nord"]))
    (found,) = findings("source_gap", alpha, told(Told("beta", [LEAD, DISMISSAL], PEOPLE)))
    assert found.summary == "Only alpha takes statements from other media: Radio Nord."
    assert len(found.quotes) == 3
    assert findings("source_gap", alpha, told(Told("beta", [LEAD, "Radio Nord has more of it."], PEOPLE))) == []


@pytest.mark.parametrize(
    ("code", "name", "expected"),
    [
        ("en", "two people briefed on the matter", True),
        ("en", "the critics", False),
        ("sv", "en person med insyn", True),
        ("sv", "kritiker", False),
        ("nb", "diplomatiske kilder", True),
    ],
)
def test_who_knows_something_and_has_no_name_is_a_nameless_source(code: str, name: str, expected: bool) -> None:
    assert is_nameless(Source(name, "anonymous", (Span(0, 1, "x"),)), code) is expected
    assert not is_nameless(Source(name, "person", (Span(0, 1, "x"),)), code)


def test_loaded_words_are_told_if_they_are_many_more_and_some_are_strong() -> None:
    words = [("betrayed", 3), ("shameless", 2), ("cosy", 1), ("dodgy", 1), ("sly", 1), ("greedy", 1)]
    plain = loaded("beta", 200, [])
    (found,) = findings("loaded_language_gap", loaded("alpha", 200, words), plain)
    expected = "alpha uses more loaded words of its own (30 in 1,000, such as betrayed and shameless) than beta (0)."
    assert found.summary == expected
    assert {span.article for span in found.evidence} == {"article-1", "article-2"}
    assert findings("loaded_language_gap", loaded("alpha", 200, [(word, 1) for word, _ in words]), plain) == []
    assert findings("loaded_language_gap", loaded("alpha", 200, words), loaded("beta", 200, words[:4])) == []


def test_no_difference_of_loaded_words_is_told_only_of_long_texts() -> None:
    def silent(words: int) -> list[str]:
        pair = [loaded(outlet, words, [("cosy", 1)]) for outlet in ("alpha", "beta")]
        return [one.summary for one in findings("no_measurable_difference", *pair) if "loaded" in one.summary]

    assert silent(ENOUGH_WORDS - 1) == []
    assert silent(ENOUGH_WORDS) == ["No measurable difference in loaded language (n = 2 articles, 500 to 500 words)."]


def test_a_tone_is_told_only_where_loaded_words_bear_it_out() -> None:
    def toned(outlet: str, value: float, terms: Sequence[tuple[str, int]]) -> Analysed:
        tone = Score(value, n=3, interval=(value - 0.05, value + 0.05))
        item = told(
            Told(outlet, [LEAD, "Anna Berg crept off, shameless and sly.", *PADDING], PEOPLE, tone={"Anna Berg": tone})
        )
        text = item.analysis.article.text
        found = tuple(
            LoadedTerm(text.index(word), text.index(word) + len(word), word, "outlet", "judging", strength)
            for word, strength in terms
        )
        return replace(
            item, analysis=replace(item.analysis, framing=replace(item.analysis.framing, loaded_language=found))
        )

    worse, kind = toned("alpha", -0.5, [("shameless", 2), ("sly", 1)]), toned("beta", 0.2, [])
    (found,) = findings("sentiment_gap", kind, worse)
    assert (
        found.summary
        == "alpha writes of Anna Berg in a less favourable tone (-0.50; shameless and sly) than beta (0.20)."
    )
    assert {"shameless", "sly"} <= {span.text for span in found.evidence}
    assert findings("sentiment_gap", kind, toned("alpha", -0.5, [])) == []
    assert findings("sentiment_gap", kind, toned("alpha", 0.15, [("shameless", 2), ("sly", 1)])) == []


def toned(outlet: str, line: str, value: float, terms: Sequence[tuple[str, int]]) -> Analysed:
    """An article with a line on Anna Berg, the outlet's tone toward her on two mentions, and its loaded words."""
    tone = Score(value, n=2, interval=(max(-1.0, value - 0.6), min(1.0, value + 0.6)))
    item = told(Told(outlet, [LEAD, line, *PADDING], PEOPLE, tone={"Anna Berg": tone}))
    text = item.analysis.article.text
    found = tuple(
        LoadedTerm(text.index(word), text.index(word) + len(word), word, "outlet", "judging", strength)
        for word, strength in terms
    )
    return replace(item, analysis=replace(item.analysis, framing=replace(item.analysis.framing, loaded_language=found)))


PLAIN = "Anna Berg left at noon and spoke to nobody."
SNEERING = "The slippery Anna Berg crept off."
SLIPPERY = [("slippery", 2)]


def test_two_mentions_are_told_apart_by_words_that_an_outlet_chose_for_somebody() -> None:
    worse, plain = toned("alpha", SNEERING, -0.4, SLIPPERY), toned("beta", PLAIN, 0.0, [])
    (found,) = findings("sentiment_gap", plain, worse)
    assert found.summary == "alpha writes of Anna Berg in a less favourable tone (-0.40; slippery) than beta (0.00)."
    (compared,) = [one for one in compare([plain, worse]).sentiment if one.name == "Anna Berg"]
    assert compared.distinguishable


@pytest.mark.parametrize(
    ("worse", "plain"),
    [
        (toned("alpha", SNEERING, -0.05, SLIPPERY), toned("beta", PLAIN, 0.4, [])),
        (toned("alpha", SNEERING, -0.4, SLIPPERY), toned("beta", PLAIN, -0.35, [])),
        (toned("alpha", SNEERING, -0.4, []), toned("beta", PLAIN, 0.0, [])),
        (toned("alpha", SNEERING, -0.4, [("slippery", 1)]), toned("beta", PLAIN, 0.0, [])),
        (toned("alpha", SNEERING, -0.4, SLIPPERY), toned("beta", SNEERING, 0.0, SLIPPERY)),
        (
            toned("alpha", "Anna Berg left; slippery steps were closed.", -0.2, SLIPPERY),
            toned("beta", PLAIN, 0.0, []),
        ),
        (toned("alpha", "Anna Berg met Carl Lund, a slippery man.", -0.2, SLIPPERY), toned("beta", PLAIN, 0.0, [])),
    ],
    ids=[
        "not unfavourable",
        "no difference",
        "no words",
        "one mild word of an unsure tone",
        "words on both sides",
        "of something else",
        "of another",
    ],
)
def test_two_mentions_without_words_of_ones_own_are_not_told_apart(worse: Analysed, plain: Analysed) -> None:
    assert findings("sentiment_gap", worse, plain) == []
    assert {one.distinguishable for one in compare([worse, plain]).sentiment} == {False}


def test_a_second_article_that_is_kinder_is_told_behind_the_first() -> None:
    worse = toned("alpha", SNEERING, -0.4, SLIPPERY)
    first, second = findings("sentiment_gap", worse, toned("beta", PLAIN, 0.1, []), toned("gamma", PLAIN, 0.0, []))
    assert first.summary.endswith("than beta (0.10).") and second.summary.endswith("than gamma (0.00).")
    assert second.effect < first.effect


def test_articles_two_days_apart_are_told_to_be() -> None:
    def dated(outlet: str, day: str | None) -> Analysed:
        return told(Told(outlet, [LEAD], published=day))

    (found,) = findings("time_gap", dated("alpha", "2024-05-04"), dated("beta", "2024-05-01"), dated("gamma", None))
    assert found.summary == "alpha was published 3 days after beta."
    assert found.values == {"article-2": "2024-05-01", "article-1": "2024-05-04"}
    assert findings("time_gap", dated("alpha", "2024-05-02"), dated("beta", "2024-05-01")) == []


def test_no_kind_fills_the_list_and_what_is_trivial_is_not_told() -> None:
    found = findings("time_gap", *(told(Told(f"o{n}", [LEAD], published=f"2024-05-0{1 + 4 * n}")) for n in range(2)))
    many = [replace(found[0], summary=str(n)) for n in range(5)]
    assert [one.summary for one in ranked(many)] == ["0", "1", "2"][:MAX_OF_OTHERS]
    small = replace(found[0], effect=0.01)
    assert score(small) < TRIVIAL and ranked([small]) == []


def test_what_repeats_a_claim_already_told_by_its_kind_comes_behind_another_difference() -> None:
    (found,) = findings("time_gap", *(told(Told(f"o{n}", [LEAD], published=f"2024-05-0{1 + 4 * n}")) for n in range(2)))
    first, second, third = (
        replace(found, summary=name, claims=claims, effect=effect)
        for name, claims, effect in (("first", ("c1",), 0.9), ("second", ("c1",), 0.8), ("third", ("c2",), 0.7))
    )
    other = replace(second, summary="other", kind="sentiment_gap")
    assert [one.summary for one in ranked([first, second, third])] == ["first", "third", "second"]
    assert [one.summary for one in ranked([first, other, third])] == ["first", "other", "third"]


def test_an_interview_and_a_live_page_are_told_by_their_build_in_all_languages() -> None:
    asked = {
        "de": "Wussten Sie davon?",
        "fr": "Le saviez-vous ?",
        "ro": "Știați despre asta?",
        "nb": "Visste du om det?",
    }
    report = told(Told("report", [LEAD, *PADDING]))
    for code, question in asked.items():
        lines = [line for n in range(5) for line in (question, f"{n} – nein, non, nu, nei.")]
        (found,) = findings("genre", told(Told("talk", [LEAD, *lines], language=code)), report)
        assert found.summary == "talk is an interview in questions and answers, report a report."
        assert [span.text for span in found.evidence] == [question] * 4
    for clock in ("14:05 ", "kl. 9.30: ", "18h20 – "):
        (found,) = findings("genre", told(Told("live", [LEAD, *(f"{clock}{line}" for line in PADDING)])), report)
        assert found.summary == "live is a page that follows the event hour by hour, report a report."
    assert findings("genre", told(Told("one", [LEAD, "Did they know?", "They did."])), report) == []
    assert (
        findings("genre", told(Told("sums", [LEAD, *(f"14.05 million is sum {n}." for n in range(5))])), report) == []
    )
