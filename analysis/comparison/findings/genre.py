"""Articles of another form than a report: an interview, a page that follows an event, a marked opinion piece."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Literal
from urllib.parse import unquote, urlsplit

from analysis.columns import OpinionPlace
from analysis.comparison.findings.dimension import About, Dimension, Story, Weight, finding
from analysis.comparison.members import Member
from analysis.matching import key as spelt
from analysis.resources import rows
from analysis.types import ArticleSpan, Message, Param

Form = Literal["interview", "live page", "opinion", "report"]
KEYS: dict[Form, str] = {"interview": "genre.interview", "live page": "genre.live", "opinion": "genre.opinion"}

HOUR = r"(?:[01]?\d|2[0-4])"
CLOCK = re.compile(rf"\W{{0,3}}(?:[^\W\d]{{2}}\.? )?{HOUR}(?:[:h]\d{{2}}(?![\d.,:])|\.\d{{2}} ?[:–—-])")
"""A time of day that a paragraph opens with, as entries of a live page do; after a dot only before another mark."""
LABEL = re.compile(r"([^\W\d_][\w -]{2,30}?) ?(?:[:|]|[–—] )")
"""A label before a headline."""
LEAST_ENTRIES = 4
"""Entries or questions from which an article has that form, and does not only ask or date once or twice."""
SHARE = 0.25
"""Share of the paragraphs that are such."""
LONGEST_QUESTION = 300
"""Characters of the longest paragraph that is a question and nothing else."""
EFFECT = 0.55
CONFIDENCE = 0.9
"""Set by hand: none of the real events has such an article."""


def genre(story: Story) -> Dimension:
    """An article that is an interview or a live page, where another is a report.

    By their build, which is the same in all languages: paragraphs that are questions, each with another after it that
    is none; paragraphs that open with a time of day. Opinion by how it is marked (``marked_as_opinion``): its tone does
    not tell it from a report.
    """
    forms = {member.id: form_of(member) for member in story.members}
    reports = [member for member in story.members if forms[member.id] == "report"]
    told = []
    for member in story.members:
        form = forms[member.id]
        if form == "report" or not reports:
            continue
        params: dict[str, Param] = {"a": member.label, "form": form, "b": tuple(one.label for one in reports)}
        evidence = _marked(member, form)[:LEAST_ENTRIES]
        about = About(values={one.id: forms[one.id] for one in (member, *reports)})
        message = Message(KEYS[form], params)
        told.append(finding(message, [member, *reports], evidence, Weight(EFFECT, CONFIDENCE), about))
    return Dimension(tuple(told))


def form_of(member: Member) -> Form:
    """What an article is by how it is marked, or by its build."""
    if marked_as_opinion(member):
        return "opinion"
    count = len(_paragraphs(member))
    forms: tuple[Form, ...] = ("interview", "live page")
    for form in forms:
        marked = _marked(member, form)
        if len(marked) >= LEAST_ENTRIES and len(marked) >= SHARE * count:
            return form
    return "report"


def marked_as_opinion(member: Member) -> bool:
    """Whether a part of the article's address or a label before its headline says that it is opinion."""
    article = member.analysis.article
    places = {spelt(word): place for word, place in rows(article.language.code, "opinion_words")}
    parts = {spelt(unquote(part)) for part in urlsplit(article.url or "").path.split("/")[:-1]}
    if any(places.get(part) in (OpinionPlace.SECTION, OpinionPlace.BOTH) for part in parts):
        return True
    label = LABEL.match(article.headline or next((one.text for one in _paragraphs(member)), ""))
    return label is not None and places.get(spelt(label[1])) in (OpinionPlace.LABEL, OpinionPlace.BOTH)


def _marked(member: Member, form: Form) -> list[ArticleSpan]:
    """The paragraphs that show the form: questions that are answered, or entries with a time of day."""
    paragraphs = _paragraphs(member)
    if form == "opinion":
        return paragraphs[:1]
    if form == "live page":
        return [one for one in paragraphs if CLOCK.match(one.text)]
    pairs = pairwise(paragraphs)
    return [one for one, after in pairs if _asks(one) and not _asks(after)]


def _asks(paragraph: ArticleSpan) -> bool:
    return paragraph.text.rstrip("\"'”’»“ ").endswith("?") and len(paragraph.text) <= LONGEST_QUESTION


def _paragraphs(member: Member) -> list[ArticleSpan]:
    """Lines of the text that are not empty."""
    return [member.span(*match.span()) for match in re.finditer(r"\S[^\n]*", member.analysis.article.text)]
