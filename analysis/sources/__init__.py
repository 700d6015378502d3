"""Where an article has what it tells from: outlets, officials, documents, posts, people, and those without a name."""

from analysis.sources.finding import find_sources

__all__ = ["find_sources"]
