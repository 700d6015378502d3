"""Why cleaning takes something out: the whole vocabulary."""

from __future__ import annotations

from analysis.types import Article

BEYOND = "beyond_budget"
"""The reason of what no method gave: the text goes on for longer than is read (`analysis.budget`)."""
REASONS: dict[str, str] = {
    "advertisement": "an advertisement, or the line that announces one",
    BEYOND: "the rest of a text of more than 5,000 words",
    "byline": "who wrote it",
    "caption": "the caption of a picture",
    "comments": "the number of comments, or the invitation to comment",
    "cookies": "a notice on cookies",
    "copyright": "a copyright notice or imprint",
    "date_line": "when it was published or updated, or how old it is",
    "image_control": "a button that enlarges or turns over pictures",
    "language_switcher": "links to other languages",
    "navigation": "menus, breadcrumbs, log in, live television",
    "newsletter": "an invitation to subscribe or to log in",
    "outside_article": "text of the web page outside the article",
    "photo_credit": "who took the picture",
    "read_more": "links to other articles",
    "reading_time": "how long it takes to read",
    "section": "the name of the section or the site",
    "share": "buttons and counters for sharing",
    "translation": "a notice that the text was translated",
    "video": "a link to film or sound",
}


def unread(article: Article) -> str:
    """The end of an article that is beyond what is read; empty if all of it is read."""
    return "\n".join(item.text for item in article.removed if item.reason == BEYOND)
