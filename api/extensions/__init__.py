"""Our Api, Blueprint, base schemas and pagination: every fix to the framework lives here, once."""

from __future__ import annotations

from api.extensions.api import Api
from api.extensions.blueprint import Blueprint
from api.extensions.caching import matches
from api.extensions.context import context
from api.extensions.kept import as_json, kept
from api.extensions.negotiation import chosen_media, reader_languages
from api.extensions.paging import PageQuery, answer_page, page_of, paged
from api.extensions.schemas import RequestSchema, ResponseSchema

__all__ = [
    "Api",
    "Blueprint",
    "PageQuery",
    "RequestSchema",
    "ResponseSchema",
    "answer_page",
    "as_json",
    "chosen_media",
    "context",
    "kept",
    "matches",
    "page_of",
    "paged",
    "reader_languages",
]
