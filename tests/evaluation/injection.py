"""``python -m tests.evaluation.injection [--details] [KIND …]``: one change made in an article, and what is told of it.

Stories of our own in ``data/injection``, the same in every language, with the changed sentences written out. Each
changed copy is compared with the article it was made from and with a translation of it; where a claim was dropped with
both together, since what one other article says is no rule. A copy and a translation that nothing was changed in are
compared too: of them nothing may be told. What is told of wording alone (``wire_copy``) counts neither way.

``found``: the matching kind is told, its evidence lies in the sentences that were changed, and nothing else is told
but what follows of the change (``FOLLOWS``). ``other``: something else is told. ``none``: nothing is.
"""

from __future__ import annotations

import argparse
import logging
import warnings
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path

from analysis.comparison import compare
from analysis.encoders import load_encoder
from analysis.pipeline import analyse
from analysis.types import Analysed, ArticleInput, Finding

FOLDER = Path(__file__).parent / "data" / "injection"
STORIES = tuple(sorted(path.stem for path in FOLDER.glob("*.txt")))
MATCHING = {
    "moved": "order_reversal",
    "dropped": "omission",
    "figure": "differing_figures",
    "loaded": "loaded_language_gap",
    "quoted": "attribution_gap",
    "hedged": "certainty_gap",
}
"""The kind of finding that tells of each kind of change."""
FOLLOWS = {
    "moved": {"first_voice"},
    "quoted": {"only_here", "source_gap", "voice_balance"},
    "loaded": {"naming", "sentiment_gap"},
}
"""What else is true of a copy so changed: who speaks first, whom only it quotes, how it speaks of somebody."""
IGNORED = frozenset({"wire_copy", "no_measurable_difference"})
NOTHING = "unchanged"


@dataclass(frozen=True, slots=True)
class Article:
    """An article as it is written: the headline, sentences by number, and paragraphs of their numbers."""

    story: str
    language: str
    headline: str
    sentences: dict[int, str] = field(hash=False)
    paragraphs: tuple[tuple[int, ...], ...]

    def places(self) -> dict[int, tuple[int, int]]:
        """Where each sentence stands in the text."""
        found, end = {}, len(self.headline)
        for paragraph in self.paragraphs:
            end += 1
            for number in paragraph:
                found[number] = (end + 1, end + 1 + len(self.sentences[number]))
                end = found[number][1]
        return found

    @property
    def text(self) -> str:
        """The whole text, headline and paragraphs apart by an empty line."""
        body = [" ".join(self.sentences[number] for number in paragraph) for paragraph in self.paragraphs]
        return "\n\n".join([self.headline, *body])


@dataclass(frozen=True, slots=True)
class Change:
    """A changed copy: what was done to which sentences (``NOTHING`` to none)."""

    kind: str
    numbers: tuple[int, ...]
    before: Article
    after: Article


@dataclass(frozen=True, slots=True)
class Outcome:
    """What is told of one changed copy beside other articles, most telling first, and whether it is right."""

    change: Change
    languages: str
    told: tuple[Finding, ...]
    verdict: str

    @property
    def monolingual(self) -> bool:
        """Whether all articles are in one language."""
        return len(set(self.languages.split("+"))) == 1


@cache
def changes(story: str) -> tuple[Change, ...]:
    """Every article of a story unchanged, and each of its changed copies."""
    lines = (FOLDER / f"{story}.txt").read_text(encoding="utf-8").splitlines()
    swapped, dropped = lines[0].split()[2:], [int(number) for number in lines[1].split()[2:]]
    found: list[Change] = []
    for part in "\n".join(lines[2:]).removeprefix("= ").split("\n= "):
        found += _changes_of(story, part.splitlines(), swapped, dropped)
    return tuple(found)


def _changes_of(story: str, lines: list[str], swapped: list[str], dropped: list[int]) -> Iterator[Change]:
    article, written = _article(story, lines)
    yield Change(NOTHING, (), article, article)
    blocks = [tuple(range(int(one[0]), int(one[-1]) + 1)) for one in (block.split("-") for block in swapped)]
    turned = {blocks[0]: blocks[1], blocks[1]: blocks[0]}
    moved = replace(article, paragraphs=tuple(turned.get(one, one) for one in article.paragraphs))
    yield Change("moved", (*blocks[0], *blocks[1]), article, moved)
    for number in dropped:
        left = tuple(tuple(one for one in paragraph if one != number) for paragraph in article.paragraphs)
        yield Change("dropped", (number,), article, replace(article, paragraphs=tuple(filter(None, left))))
    together: dict[str, dict[int, str]] = {}
    for place, (kind, number, text) in enumerate(written):
        together.setdefault(kind if kind == "loaded" else f"{kind} {place}", {})[number] = text
    for name, texts in together.items():
        changed = replace(article, sentences={**article.sentences, **texts})
        yield Change(name.split()[0], tuple(texts), article, changed)


def _article(story: str, lines: list[str]) -> tuple[Article, list[tuple[str, int, str]]]:
    sentences: dict[int, str] = {}
    paragraphs: list[list[int]] = [[]]
    written: list[tuple[str, int, str]] = []
    for line in lines[2:]:
        first, _, rest = line.partition(" ")
        if not line:
            paragraphs.append([])
        elif first.isdigit():
            sentences[int(first)] = rest
            paragraphs[-1].append(int(first))
        else:
            number, _, text = rest.partition(" ")
            written.append((first, int(number), text))
    return Article(story, lines[0], lines[1], sentences, tuple(map(tuple, paragraphs))), written


@cache
def analysed(text: str, language: str, outlet: str) -> Analysed:
    """An article, read."""
    return analyse(ArticleInput(outlet=outlet, text=text, language=language), load_encoder())


def outcomes(
    story: str, kinds: Sequence[str] = (), translations: int = 1, codes: Sequence[str] = ()
) -> Iterator[Outcome]:
    """What is told of each changed copy beside its original, and beside the original in other languages."""
    originals = [one.before for one in changes(story) if one.kind == NOTHING]
    for change in changes(story):
        if (kinds and change.kind not in kinds) or (codes and change.after.language not in codes):
            continue
        place = originals.index(change.before)
        following = [originals[(place + step) % len(originals)] for step in range(1, translations + 1)]
        if change.kind == "dropped":
            for other in following:
                yield outcome(change, (change.before, other))
            continue
        for other in (change.before, *following):
            yield outcome(change, (other,))


def outcome(change: Change, others: Sequence[Article]) -> Outcome:
    """What is told of a changed copy beside these articles."""
    read = [analysed(one.text, one.language, f"outlet {place}") for place, one in enumerate(others)]
    read.append(analysed(change.after.text, change.after.language, "changed"))
    told = tuple(one for one in compare(read).findings if one.kind not in IGNORED)
    matching = [one for one in told if one.kind == MATCHING.get(change.kind)]
    follows = FOLLOWS.get(change.kind, set())
    strays = [one for one in told if one.kind not in follows and one not in matching]
    wrong = [one for one in matching if not _placed(one, change, others)]
    verdict = "none" if not told else "other" if strays or wrong or not matching else "found"
    return Outcome(change, "+".join(one.language for one in (*others, change.after)), told, verdict)


def _placed(finding: Finding, change: Change, others: Sequence[Article]) -> bool:
    """Whether all its evidence lies in the changed sentences; of what one article lacks another may show any."""
    articles = {f"article-{place}": one for place, one in enumerate((*others, change.after), start=1)}
    free = {f"article-{place}" for place in range(1, len(others) + 1)} if change.kind == "loaded" else set()
    spans = [one for one in finding.evidence if one.article not in free]
    places = {name: one.places() for name, one in articles.items()}
    return bool(spans) and all(
        any(
            number in places[span.article]
            and places[span.article][number][0] <= span.start
            and span.end <= places[span.article][number][1]
            for number in change.numbers
        )
        for span in spans
    )


def main() -> None:
    """Measure, and print a table by kind and language."""
    parser = argparse.ArgumentParser(prog="python -m tests.evaluation.injection", description=__doc__)
    parser.add_argument("kinds", metavar="KIND", nargs="*", help=f"{', '.join(MATCHING)} or {NOTHING}")
    parser.add_argument("--stories", nargs="+", choices=STORIES, help="some of them")
    parser.add_argument("--details", action="store_true", help="print what is told where it is not what it should be")
    parser.add_argument("--translations", type=int, default=1, help="languages that each copy is compared with")
    chosen = parser.parse_args()
    logging.disable(logging.CRITICAL)
    warnings.simplefilter("ignore")
    tally: Counter[tuple[str, str, str]] = Counter()
    for story in chosen.stories or STORIES:
        for one in outcomes(story, chosen.kinds, chosen.translations):
            good = "none" if one.change.kind == NOTHING else "found"
            if chosen.details and one.verdict != good:
                print(story, one.change.kind, *one.change.numbers, one.languages, one.verdict)
                for finding in one.told:
                    print("   ", finding.kind, finding.confidence, finding.summary[:300])
            for row in (one.change.after.language, "all", "same" if one.monolingual else "cross"):
                tally[one.change.kind, row, one.verdict] += 1
    print(f"{'change':<12} {'language':<10} {'found':>6} {'other':>6} {'none':>6}")
    for kind, language in dict.fromkeys(key[:2] for key in tally):
        counts = [tally[kind, language, verdict] for verdict in ("found", "other", "none")]
        print(f"{kind:<12} {language:<10}", *(f"{count:>6}" for count in counts))


if __name__ == "__main__":
    main()
