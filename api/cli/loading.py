"""`parallax load`: a progress bar, a summary, and the findings of the stories."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from api.cli.render import show_findings
from api.resources.articles.schemas import read_input
from api.services import stories
from api.services.context import Context
from api.services.loading import Outcome, count, load_paths
from api.store.records import StoryFilter

STORIES_SHOWN = 3


def load_all(console: Console, context: Context, paths: Sequence[Path], outlet: str) -> int:
    """Store every article of the paths; prints what became of them and returns how many were refused."""
    outcomes: list[Outcome] = []
    with progress_bar(console) as bar:
        task = bar.add_task("loading", total=count(paths, outlet))
        for outcome in load_paths(context, paths, read_input, outlet):
            outcomes.append(outcome)
            bar.advance(task)
    return summarise(console, outcomes)


def summarise(console: Console, outcomes: Sequence[Outcome]) -> int:
    """Counts, and a line for each article that was not accepted."""
    for outcome in outcomes:
        if outcome.status != "accepted":
            console.print(f"{outcome.status}: {escape(outcome.source)} ({escape(outcome.reason or '')})")
    counts = Counter(outcome.status for outcome in outcomes)
    console.print(", ".join(f"{counts[status]} {status}" for status in ("accepted", "duplicate", "refused")))
    return counts["refused"]


def show_stories(console: Console, context: Context, most: int) -> None:
    """The top findings of the newest stories that more than one article tells."""
    chosen = StoryFilter(min_articles=2)
    for story in stories.listed(context, chosen, None, STORIES_SHOWN).items:
        console.rule(f"{escape(story.title)} · {len(story.articles)} articles")
        show_findings(console, stories.comparison(context, story.id).comparison, most)


def progress_bar(console: Console) -> Progress:
    """A bar with count and time; silent where nobody watches."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    return Progress(*columns, console=console, disable=not console.is_terminal)
