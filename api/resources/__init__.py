"""One room a resource: its routes and its schemas."""

from __future__ import annotations

from api.extensions import Blueprint
from api.resources.actors.routes import blueprint as actors
from api.resources.analyses.routes import blueprint as analyses
from api.resources.articles.routes import blueprint as articles
from api.resources.comparisons.routes import blueprint as comparisons
from api.resources.docs.routes import blueprint as docs
from api.resources.health.routes import blueprint as health
from api.resources.outlets.routes import blueprint as outlets
from api.resources.reference.routes import blueprint as reference
from api.resources.stories.routes import blueprint as stories

BLUEPRINTS: tuple[Blueprint, ...] = (analyses, comparisons, articles, stories, outlets, actors, reference, health, docs)
"""In the order of the documentation."""
