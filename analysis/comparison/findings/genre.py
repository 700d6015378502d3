"""Articles of another form than a report: an interview in questions and answers, a page that follows an event."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Literal

from analysis.comparison.findings.dimension import About, Dimension, Story, Weight, finding
from analysis.comparison.members import Member
from analysis.types import ArticleSpan, Message, Param

Form = Literal["interview", "live page", "report"]

HOUR = r"(?:[01]?\d|2[0-4])"
CLOCK = re.compile(rf"\W{{0,3}}(?:[^\W\d]{{2}}\.? )?{HOUR}(?:[:h]\d{{2}}(?![\d.,:])|\.\d{{2}} ?[:–—-])")
"""A time of day that a paragraph opens with, as entries of a live page do; after a dot only before another mark."""
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
    is none; paragraphs that open with a time of day. Opinion and analysis are not told: they are known by labels that
    do not stand in the text.
    """
    forms = {member.id: form_of(member) for member in story.members}
    reports = [member for member in story.members if forms[member.id] == "report"]
    told = []
    for member in story.members:
        form = forms[member.id]
        if form == "report" or not reports:
            continue
        params: dict[str, Param] = {"a": member.label, "form": form, "b": tuple(one.label for one in reports)}
        key = "genre.interview" if form == "interview" else "genre.live"
        evidence = _marked(member, form)[:LEAST_ENTRIES]
        about = About(values={one.id: forms[one.id] for one in (member, *reports)})
        message = Message(key, params)
        told.append(finding(message, [member, *reports], evidence, Weight(EFFECT, CONFIDENCE), about))
    return Dimension("the form of the articles", tuple(told))


def form_of(member: Member) -> Form:
    """What an article is by its build."""
    count = len(_paragraphs(member))
    forms: tuple[Form, ...] = ("interview", "live page")
    for form in forms:
        marked = _marked(member, form)
        if len(marked) >= LEAST_ENTRIES and len(marked) >= SHARE * count:
            return form
    return "report"


def _marked(member: Member, form: Form) -> list[ArticleSpan]:
    """The paragraphs that show the form: questions that are answered, or entries with a time of day."""
    paragraphs = _paragraphs(member)
    if form == "live page":
        return [one for one in paragraphs if CLOCK.match(one.text)]
    pairs = pairwise(paragraphs)
    return [one for one, after in pairs if _asks(one) and not _asks(after)]


def _asks(paragraph: ArticleSpan) -> bool:
    return paragraph.text.rstrip("\"'”’»“ ").endswith("?") and len(paragraph.text) <= LONGEST_QUESTION


def _paragraphs(member: Member) -> list[ArticleSpan]:
    """Lines of the text that are not empty."""
    return [member.span(*match.span()) for match in re.finditer(r"\S[^\n]*", member.analysis.article.text)]
