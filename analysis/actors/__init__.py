"""Who and what an article speaks of: persons, organisations, places and groups, with all their mentions."""

from analysis.actors.linking import link_actors
from analysis.actors.resolution import find_actors

__all__ = ["find_actors", "link_actors"]
