"""Exports hold what the comparison says, whatever articles hold."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import replace
from functools import cache
from html.parser import HTMLParser
from zipfile import ZipFile

import pytest
from click.testing import CliRunner
from lxml import html as lxml_html

from analysis.comparison.linking import link
from analysis.encoders import load_encoder
from analysis.pipeline import analyse, compare
from analysis.types import ArticleInput, Score, Timeline
from api.cli import main
from api.export import Material, as_html, as_zip, policy
from api.export.cells import cell, table, text_of
from api.export.drawing import Mark, strip, tone
from api.export.material import around
from api.export.report import score, style
from tests.api.texts import BRIDGE_POST, BRIDGE_TIMES, SWEDISH

ATTACK = "<script>alert(1)</script>"
TURNED = "\u202eevil\u202c"
NASTY = (
    f'Minister "defends" & {ATTACK} the bridge\n\n'
    f"The transport minister Ana Lind defended the harbour bridge in Sundvik on Monday. “We had no {ATTACK} 'other' "
    f'choice," & more </mark></style>” Lind told reporters. The bridge {TURNED} costs \u200f40 million\x07 crowns.\n\n'
    "The opposition leader Erik Dahl criticised the decision. “This is a reckless waste of money,” said Dahl."
)
VOID = {"meta", "br"}
FORMULAS = (
    "=1+1", "+49 30", "-cmd|' /C calc'!A0", "@SUM(A1)", "\t=1", "\r=1", " =1", "＝1", "\ufeff=1", "'quoted", "-",
)  # fmt: skip
PLAIN = ("Bron kostar 40", "a=b", "3-2", "", "“-x”", "– Ja", 'å,"b"\n;c', "http://x")


@cache
def material(*texts: str) -> Material:
    """A comparison of these texts, each of an outlet of its own."""
    inputs = [ArticleInput(outlet=f"paper-{place}", text=text) for place, text in enumerate(texts, 1)]
    found = [analyse(one, load_encoder()) for one in inputs]
    return Material(compare(found), tuple(one.analysis for one in link(found)))


def bridge() -> Material:
    return material(BRIDGE_POST, BRIDGE_TIMES)


def read(material: Material) -> dict[str, list[dict[str, str]]]:
    """The tables of an archive."""
    archive = ZipFile(io.BytesIO(as_zip(material)))
    names = archive.namelist()
    return {
        name.removesuffix(".csv"): list(csv.DictReader(io.StringIO(archive.read(name).decode("utf-8"), newline="")))
        for name in names
    }


class Balance(HTMLParser):
    """Checks that every element is closed where it was opened, and collects what it meets."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.met: set[str] = set()
        self.attributes: list[tuple[str, str, str | None]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.met.add(tag)
        self.attributes += [(tag, name, value) for name, value in attrs]
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.met.add(tag)
        self.attributes += [(tag, name, value) for name, value in attrs]

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def checked(material: Material) -> tuple[str, Balance]:
    """The page, found to be whole, without script and without anything from elsewhere."""
    page = as_html(material)
    found = Balance()
    found.feed(page)
    found.close()
    assert found.open == []
    assert found.met
    assert not found.met & {"script", "img", "link", "iframe", "object", "embed", "base", "form"}
    for tag, name, value in found.attributes:
        assert not name.startswith("on") and name not in ("src", "style", "xlink:href"), (tag, name)
        assert name != "href" or re.fullmatch(r"#[a-z]+", value or "")
    assert not re.search(r"https?:|url\(|@import|//[a-z]", page)
    ids = [value for _, name, value in found.attributes if name == "id"]
    assert len(ids) == len(set(ids))
    labels = {value for _, name, value in found.attributes if name == "aria-labelledby"}
    assert labels <= set(ids)
    return page, found


def test_a_page_is_whole_and_holds_all_it_needs():
    page, found = checked(bridge())
    assert page.startswith('<!DOCTYPE html>\n<html lang="en">')
    assert {"svg", "table", "mark", "blockquote", "h1", "h2", "h3"} <= found.met
    assert "prefers-color-scheme: dark" in page and "@media print" in page
    assert str(policy(frames=False)) in lxml_html.fromstring(page).xpath("//meta[@http-equiv]/@content")
    assert style() in page


def test_every_finding_is_told_with_its_evidence_marked():
    page = lxml_html.fromstring(as_html(bridge()))
    told = [one for one in bridge().comparison.findings if one.kind != "no_measurable_difference"]
    items = page.xpath("//ol[@class='findings']/li")
    assert [item.xpath("h3")[0].text_content() for item in items] == [one.summary for one in told] != []
    for item, finding in zip(items, told, strict=True):
        marked = " ".join(mark.text_content() for mark in item.xpath(".//mark"))
        assert finding.evidence
        for span in finding.evidence:
            assert span.text in marked


def test_what_was_tested_and_does_not_differ_is_told_too():
    silent = "No measurable difference in loaded language (n = 900 and 800 words)."
    first, *rest = bridge().comparison.findings
    nothing = replace(first, kind="no_measurable_difference", summary=silent, evidence=())
    told = replace(bridge(), comparison=replace(bridge().comparison, findings=(first, *rest, nothing)))
    assert silent in lxml_html.fromstring(as_html(told)).text_content()


def test_words_of_articles_are_text_and_nothing_else():
    page, found = checked(material(NASTY, BRIDGE_TIMES))
    assert ATTACK not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "<script>alert(1)</script>" in lxml_html.fromstring(page).text_content()
    assert not re.search("[\u202a-\u202e\u2066-\u2069\x00-\x08\x0b-\x1f\x7f-\x9f]", page)
    assert "script" not in found.met


def test_signs_that_break_or_turn_a_page_are_not_shown():
    known = bridge()
    first = known.comparison.articles[0]
    named = replace(first, headline="a\x07b\u202ec\u2066d\ud800e\u200ff", outlet='"><b>x')
    page, _ = checked(Material(replace(known.comparison, articles=(named, known.articles[1])), known.analyses))
    assert "a\ufffdbcd\ufffde\u200ff" in page
    assert "&#34;&gt;&lt;b&gt;x" in page
    page.encode("utf-8")


def test_quotations_are_in_their_language_and_apart_from_the_direction_of_the_page():
    page = lxml_html.fromstring(as_html(material(BRIDGE_POST, SWEDISH)))
    quoted = page.xpath("//blockquote | //q | //tbody/tr/th[@role]")
    assert {one.get("lang") for one in quoted} == {"en", "sv"}
    assert {one.get("dir") for one in quoted} == {"auto"}


def test_a_strip_tells_actor_and_stance_without_colour():
    page = lxml_html.fromstring(as_html(bridge()))
    marks = page.xpath("//svg[@class='strip']//g[starts-with(@class, 'mark')]")
    shapes = {one.get("class").split()[1]: one[0].tag for one in marks}
    assert len(set(shapes.values())) == len(shapes) > 1
    letters = page.xpath("//svg[@class='strip']//text")
    listed = page.xpath("//ol[@class='reactions']/li/b")
    assert [one.text_content() for one in letters] == [one.text_content() for one in listed] != []
    assert {one.get("class") for one in page.xpath("//svg[@class='strip']/rect")} == {"headline"}


def test_marks_that_would_overlap_on_a_phone_are_put_into_lanes():
    near = [
        Mark(0.5, "A", "criticism"),
        Mark(0.52, "B", "support"),
        Mark(0.54, "C", "dismissal"),
        Mark(0.9, "A", "support"),
    ]
    heights = [int(re.search(r'height="(\d+)"', str(strip(near[:count], 0.1))).group(1)) for count in (0, 1, 2, 3, 4)]
    assert heights == sorted(heights)
    assert heights[0] == heights[1] < heights[2] < heights[3] == heights[4]


def test_tone_is_a_dot_on_a_bar_where_it_was_measured():
    drawn = str(tone(Score(-0.5, None, 4, (-0.8, -0.2)), Score.unknown("insufficient_evidence")))
    assert 'x1="10.0%"' in drawn and 'x2="40.0%"' in drawn and 'x="25.0%"' in drawn
    assert "quoted" not in drawn
    assert score(Score(-0.001, None, 3)) == "0.00, n\N{NO-BREAK SPACE}=\N{NO-BREAK SPACE}3"
    assert score(Score.unknown("insufficient_evidence")) == "insufficient evidence"


def test_evidence_stands_in_its_sentence():
    sentences = bridge().analyses[0].sentences
    third = sentences[2]
    assert around(sentences, third.start + 3, third.end - 2) == (third.start, third.end)
    assert around(sentences, third.start + 3, sentences[3].start + 1) == (third.start, sentences[3].end)
    assert around((), 3, 5) == (3, 5)


@pytest.mark.parametrize("text", FORMULAS)
def test_what_could_be_a_formula_is_written_as_text(text):
    written = table(["text"], [[text]]).decode("utf-8")
    (row,) = list(csv.reader(io.StringIO(written, newline="")))[1:]
    assert row[0] == f"'{text}"
    assert text_of(row[0]) == text


@pytest.mark.parametrize("text", PLAIN)
def test_other_text_is_written_as_it_is(text):
    assert cell(text) == text
    (row,) = list(csv.reader(io.StringIO(table(["text"], [[text, ""]]).decode("utf-8"), newline="")))[1:]
    assert text_of(row[0]) == text


def test_numbers_are_numbers():
    assert [cell(value) for value in (-0.5, 3, None)] == [-0.5, 3, ""]


def test_tables_hold_the_comparison():
    tables, comparison = read(bridge()), bridge().comparison
    assert [row["article"] for row in tables["articles"]] == [article.id for article in comparison.articles]
    assert [row["column"] for row in tables["articles"]] == ["paper-1", "paper-2"]
    assert [row["claim"] for row in tables["claims"]] == [claim.id for claim in comparison.claims] != []
    evidence = [(one.summary, span.text) for one in comparison.findings for span in one.evidence]
    rows = [(text_of(row["summary"]), text_of(row["text"])) for row in tables["findings"] if row["article"]]
    assert rows == evidence != []
    bare = [one.summary for one in comparison.findings if not one.evidence]
    assert [text_of(row["summary"]) for row in tables["findings"] if not row["article"]] == bare
    assert {row["stance"] for row in tables["order"]} <= {"criticism", "dismissal", "support"}
    assert tables["order"]
    assert all(0 <= float(row["place"]) <= 1 for row in tables["order"])
    assert len(tables["sentiment"]) == sum(len(actor.by_article) for actor in comparison.sentiment)


def test_the_matrix_says_how_each_article_stands_to_each_claim():
    states = {"same", "other figure", "contradicts", "absent", "not assessable"}
    rows = read(bridge())["claims"]
    assert rows
    for row, claim in zip(rows, bridge().comparison.claims, strict=True):
        assert {row["paper-1"], row["paper-2"]} <= states
        assert (row["paper-1"] == "absent") == ("article-1" in claim.absent)
        assert text_of(row["text"]) == claim.text


def test_articles_of_one_outlet_have_columns_of_their_own():
    known = bridge()
    articles = tuple(replace(article, outlet="=post") for article in known.comparison.articles)
    one = Material(replace(known.comparison, articles=articles), known.analyses)
    assert list(one.labels.values()) == ["=post (article-1)", "=post (article-2)"]
    assert list(read(one)["claims"][0])[3:] == ["'=post (article-1)", "'=post (article-2)"]


def test_an_outlet_cannot_take_the_name_of_another_s_column():
    known = bridge()
    names = ("post", "post", "post (article-1)")
    articles = tuple(
        replace(known.comparison.articles[0], id=f"article-{i}", outlet=name) for i, name in enumerate(names, 1)
    )
    labels = Material(replace(known.comparison, articles=articles), ()).labels
    assert len(set(labels.values())) == 3


def test_the_same_comparison_gives_the_same_bytes():
    assert as_zip(bridge()) == as_zip(Material(bridge().comparison, bridge().analyses))
    assert as_html(bridge()) == as_html(Material(bridge().comparison, bridge().analyses))


def empty(**parts: object) -> Material:
    known = bridge()
    return Material(replace(known.comparison, **parts), known.analyses)  # type: ignore[arg-type]


def test_a_comparison_without_anything_to_tell_says_so():
    bare = empty(findings=(), claims=(), sentiment=())
    silent = tuple(replace(one, framing=replace(one.framing, reactions=())) for one in bare.analyses)
    page, _ = checked(Material(bare.comparison, silent))
    text = " ".join(lxml_html.fromstring(page).text_content().split())
    for said in ("No difference was found", "No article quotes a reaction", "No claim was found", "There is no actor"):
        assert said in text
    assert [len(rows) for rows in read(Material(bare.comparison, silent)).values()] == [2, 0, 0, 0, 0, 0]


@pytest.mark.parametrize(("count", "layout"), [(4, "wide"), (20, "dense"), (50, "crowded")])
def test_many_articles_fit(count, layout):
    known = bridge()
    articles = tuple(
        replace(known.comparison.articles[place % 2], id=f"article-{place + 1}", outlet=f"paper {place}")
        for place in range(count)
    )
    analyses = tuple(known.analyses[place % 2] for place in range(count))
    many = Material(replace(known.comparison, articles=articles), analyses)
    page, _ = checked(many)
    assert f'class="matrix {layout}"' in page
    assert len(lxml_html.fromstring(page).xpath("//svg[@class='strip']")) == count
    assert len(read(many)["claims"][0]) == count + 3


def test_the_command_writes_a_page(tmp_path):
    for name, text in (("post", BRIDGE_POST), ("times", BRIDGE_TIMES)):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    files = [str(tmp_path / "post.txt"), str(tmp_path / "times.txt")]
    page = tmp_path / "page.html"
    done = CliRunner().invoke(main, ["compare", "--html", str(page), *files])
    assert (done.exit_code, done.output) == (0, "")
    assert page.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    assert lxml_html.fromstring(page.read_bytes()).xpath("//ol[@class='findings']/li")
    failed = CliRunner().invoke(main, ["compare", "--html", str(tmp_path / "none" / "page.html"), *files])
    assert failed.exit_code == 1 and "cannot write" in failed.output


def test_the_timeline_is_a_list_on_the_page_and_a_table():
    dated = material(f"{BRIDGE_POST} The bridge was built in 1965.", f"{BRIDGE_TIMES} It opened on 3 May 1966.")
    timeline = dated.comparison.timeline
    mentions = [one for day in timeline.dates for one in day.mentions]
    page = lxml_html.fromstring(as_html(dated))
    marked = [mark.text_content() for mark in page.xpath("//dl[@class='timeline']//mark")]
    assert marked == [one.text for one in mentions] != []
    assert [row["text"] for row in read(dated)["timeline"]] == marked
    empty = replace(bridge(), comparison=replace(bridge().comparison, timeline=Timeline()))
    assert "No article names a date for sure." in checked(empty)[0]
