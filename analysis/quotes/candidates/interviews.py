"""Printed interviews: questions and answers in paragraphs of their own, with labels, marks or dashes.

*Name: answer* behind a question, whole paragraphs in marks behind plain questions, and dash lines that ask between dash
lines that answer. Every answer is a direct quotation of whoever is interviewed; the questions are no quotation.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from analysis.attribution.reading import Named, Reading, WordSpan
from analysis.attribution.role_nouns import is_role_noun
from analysis.columns import WordRole
from analysis.quotes.constructions.construction import Attribution, Way
from analysis.quotes.drafts import Draft
from analysis.quotes.spans.marks import Marked
from analysis.types import Paragraph

LABEL = re.compile(r"(?P<label>[^\W\d_][^:\n]{0,40}):\s+(?=\S)")
FEWEST = 2
"""Fewest questions with an answer that make an interview."""
MOST_INITIALS = 4
LONGEST_TITLE = 3
"""Most words of a title before the name of a label."""
LONGEST_QUESTION = 300
"""Most characters of a question."""


def find_interview(reading: Reading, marked: Sequence[Marked]) -> tuple[list[Draft], set[int]]:
    """Drafts of the answers, and the paragraphs that questions and answers fill."""
    paragraphs = reading.document.paragraphs
    asked = [_is_question(reading, paragraph) for paragraph in paragraphs]
    labelled = _by_alternation(reading, asked, [_labelled(reading, paragraph) for paragraph in paragraphs])
    drafts = (
        list(_answers_by_label(reading, asked, labelled))
        or list(_answers_in_marks(reading, asked, marked))
        or list(_plain_answers(reading, asked, marked))
    )
    filled = {draft.paragraph for draft in drafts}
    if filled:
        filled |= {index - 1 for index in filled if index and asked[index - 1] and labelled[index - 1] is None}
    for before, after in pairwise(paragraphs):
        if before.dash and after.dash and asked[before.index] and not asked[after.index]:
            filled.add(before.index)
    return drafts, filled


def name_answers(reading: Reading, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, where answers that nothing attributes are those of the only person named before them.

    An answer stands behind a question of a paragraph; there are at least two of them, with those that are attributed to
    the same person by name.
    """
    paragraphs = reading.document.paragraphs
    direct = [d for d in drafts if d.kind == "direct" and d.paragraph]
    asked = [d for d in direct if _is_question(reading, paragraphs[d.paragraph - 1])]
    answers = [d for d in asked if d.attribution is None]
    alone = _named_alone(reading)
    own = [d for d in asked if alone is not None and _is_named_for(reading, d, alone[0])]
    enough = bool(answers) and len({d.paragraph for d in (*answers, *own)}) >= FEWEST
    told = _only_person_before(reading, answers[0].start) if enough else None
    given = set(answers) if told is not None else set()
    return [replace(draft, attribution=told) if draft in given else draft for draft in drafts]


def _is_named_for(reading: Reading, draft: Draft, person: Named) -> bool:
    """Whether the answer is attributed to this person by name."""
    speaker = None if draft.attribution is None else draft.attribution.speaker
    return speaker is not None and any(n.actor.id == person.actor.id for n in reading.persons_in(*speaker))


def _only_person_before(reading: Reading, offset: int) -> Attribution | None:
    """Whoever alone is named before a place in the text, as the one who answers."""
    alone = _named_alone(reading)
    if alone is None or reading.range(offset, offset + 1).first not in alone[1]:
        return None
    first, last = alone[0].first, alone[0].last
    return Attribution(None, WordSpan(first, last), first, last, Way.LABEL)


def _named_alone(reading: Reading) -> tuple[Named, range] | None:
    """The first mention of whoever is named first, and the words before which no other person is named."""
    asked = _questions(reading)
    free = (n for n in reading.named if n.actor.type == "person" and not reading.quoted[n.first])
    people = [n for n in free if n.first not in asked]
    if not people:
        return None
    other = next((n.first for n in people if n.actor.id != people[0].actor.id), len(reading.words))
    return people[0], range(people[0].first + 1, other + 1)


def _questions(reading: Reading) -> frozenset[int]:
    """The words of the paragraphs that ask: whom a question names need not answer it."""
    asked = (paragraph for paragraph in reading.document.paragraphs if _is_question(reading, paragraph))
    return frozenset(place for paragraph in asked for place in _words(reading, paragraph))


def _by_alternation(reading: Reading, asked: Sequence[bool], labelled: Sequence[Named | None]) -> list[Named | None]:
    """The labels of an interview in which one label only asks and another, no name, answers: initials, *Q* and *A*.

    Initials mean the person who has them, other labels the only person named before the first answer.
    """
    places, answers = defaultdict[str, list[int]](list), Counter[str]()
    for index, paragraph in enumerate(reading.document.paragraphs):
        match = LABEL.match(reading.text, paragraph.start, paragraph.end)
        if match is not None:
            label = match["label"].strip()
            places[label].append(index)
            answers[label] += index > 0 and not asked[index] and asked[index - 1]
    out, labels = list(labelled), [label for label, count in answers.items() if count >= FEWEST]
    initials, alone = (_initials(reading), _named_alone(reading)) if labels else ({}, None)
    for label in labels:
        own = places[label]
        person = initials.get(tuple(letter for letter in label if letter.isalpha()))
        if any(asked[i] or (person is None and labelled[i]) for i in own):
            continue
        opening = reading.document.paragraphs[own[0]]
        if person is None and alone and reading.range(opening.start, opening.end).first in alone[1]:
            person = alone[0]
        for index in own if person is not None else ():
            out[index] = person
    return out


def _initials(reading: Reading) -> dict[tuple[str, ...], Named]:
    """The first mention of each person in full, by the initials."""
    found: dict[tuple[str, ...], Named] = {}
    for named in reading.named:
        words = named.mention.text.replace("-", " ").split()
        if named.actor.type == "person" and 1 < len(words) <= MOST_INITIALS and len(words[0]) > 2:
            letters = tuple(word[0].upper() for word in words)
            if all(letter.isupper() for letter in letters):
                found.setdefault(letters, named)
    return found


def _is_question(reading: Reading, paragraph: Paragraph) -> bool:
    """A short paragraph that ends in a question mark."""
    size = paragraph.end - paragraph.start
    return 1 < size <= LONGEST_QUESTION and reading.text[paragraph.end - 1] == "?"


def _labelled(reading: Reading, paragraph: Paragraph) -> Named | None:
    """The person whose name opens the paragraph, before a colon."""
    match = LABEL.match(reading.text, paragraph.start, paragraph.end)
    if match is None:
        return None
    words = reading.range(match.start("label"), match.end("label"))
    named = [n for n in reading.persons_in(*words) if n.last == words.last]
    return next((n for n in named if _is_title(reading, WordSpan(words.first, n.first))), None)


def _is_title(reading: Reading, words: WordSpan) -> bool:
    """Whether nothing, or a title, stands before a name that is a label: *Minister Ada Croft: …*."""
    plain = all(word.is_word and not word.roles for word in reading.words[words.first : words.last])
    return words.size <= LONGEST_TITLE and plain and (not words.size or is_role_noun(reading, words.last - 1))


def _answers_by_label(reading: Reading, asked: Sequence[bool], labelled: Sequence[Named | None]) -> Iterator[Draft]:
    """*Name: answer*, where questions by others stand before at least two of them."""
    answers = [i for i, named in enumerate(labelled) if named is not None and not asked[i]]
    if sum(i > 0 and asked[i - 1] for i in answers) < FEWEST:
        return
    for index in answers:
        named, paragraph = labelled[index], reading.document.paragraphs[index]
        if named is not None:
            told = Attribution(None, WordSpan(named.first, named.last), named.first, named.last, Way.LABEL)
            match = LABEL.match(reading.text, paragraph.start, paragraph.end)
            yield Draft(match.end() if match else paragraph.start, paragraph.end, "direct", told, index, True)


def _answers_in_marks(reading: Reading, asked: Sequence[bool], marked: Sequence[Marked]) -> Iterator[Draft]:
    """Paragraphs that stand in marks as a whole, behind plain questions: whoever alone is named before speaks."""
    paragraphs = reading.document.paragraphs
    with_marks = {mark.paragraph for mark in marked}
    answers = [
        mark
        for mark in marked
        if mark.paragraph
        and asked[mark.paragraph - 1]
        and mark.paragraph - 1 not in with_marks
        and mark.outer_start <= paragraphs[mark.paragraph].start
        and mark.outer_end >= paragraphs[mark.paragraph].end - 1
    ]
    if len(answers) < FEWEST:
        return
    told = _only_person_before(reading, paragraphs[answers[0].paragraph].start)
    if told is None:
        return
    for mark in answers:
        yield Draft(mark.start, mark.end, "direct", told, mark.paragraph, True)


def _plain_answers(reading: Reading, asked: Sequence[bool], marked: Sequence[Marked]) -> Iterator[Draft]:
    """Paragraphs without marks behind plain questions: of whoever alone is named before, if most speak as *I* or *we*.

    An outlet that asks its readers' questions and answers them itself speaks of others.
    """
    paragraphs = reading.document.paragraphs
    silent = {mark.paragraph for mark in marked}
    answers = [
        own
        for before, own in pairwise(paragraphs)
        if asked[before.index]
        and not (asked[own.index] or before.dash or own.dash)
        and not {before.index, own.index} & silent
        and own.role == "body"
    ]
    spoken = [own for own in answers if any(reading.has(i, WordRole.FIRST) for i in _words(reading, own))]
    if len(answers) < FEWEST or 2 * len(spoken) < len(answers) or answers[0] not in spoken:
        return
    told = _only_person_before(reading, answers[0].start)
    for own in answers if told is not None else ():
        yield Draft(own.start, own.end, "direct", told, own.index, True)


def _words(reading: Reading, paragraph: Paragraph) -> range:
    return range(*reading.range(paragraph.start, paragraph.end))
