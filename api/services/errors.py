"""What a use case refuses; each has its kind of problem in ``api.errors``."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypedDict


class FieldError(TypedDict):
    """One field that is wrong, by JSON pointer (or ``/`` and the parameter's name)."""

    pointer: str
    detail: str


class ServiceError(Exception):
    """Root of the tree; ``str(error)`` is a sentence a client can act on."""


class NotFoundError(ServiceError):
    """There is no resource of this id."""

    def __init__(self, noun: str, key: str) -> None:
        super().__init__(f"There is no {noun} with the id {key!r}.")


class ArticleChangedError(ServiceError):
    """The outlet has an article of this identity with another text."""

    def __init__(self, article: str, by: str) -> None:
        super().__init__(
            f"The outlet's article {article} has the same {by} and another text; delete it first to replace it."
        )
        self.pointer = f"/{by}"


class TookTooLongError(ServiceError):
    """Work was stopped because it took longer than it may."""


class SingleArticleError(ServiceError):
    """A story of one article cannot be compared."""


class CursorError(ServiceError):
    """A cursor that this service did not make, or made for another list."""


class CorrectionConflictError(ServiceError):
    """A correction of actors that contradicts itself or another one."""

    def __init__(self, detail: str, pointer: str = "") -> None:
        super().__init__(detail)
        self.pointer = pointer


class ChangedError(ServiceError):
    """The resource is no longer the one that the client has seen."""


class BodyError(ServiceError):
    """A body that cannot be read as JSON text."""

    def __init__(self, detail: str, pointer: str = "") -> None:
        super().__init__(detail)
        self.pointer = pointer


class MediaTypeError(ServiceError):
    """A body of a type that the route does not take."""


class NotAcceptableError(ServiceError):
    """None of the media types that the client accepts is offered."""


class BodyTooLargeError(ServiceError):
    """A body or line beyond its limit."""


class StoppingError(ServiceError):
    """The service is being stopped in the middle of a bulk upload."""

    def __init__(self) -> None:
        super().__init__(
            "The service is being stopped; nothing from this line on is stored. Send these lines again, later."
        )


MAX_LISTED = 20
"""Fields that an error names at most; who sent more wrong ones has made one mistake many times."""
MAX_POINTER, MAX_DETAIL = 300, 500
"""Longest pointer and longest sentence on a field; a pointer to a longer name ends before it."""


class ValidationFailed(ServiceError):
    """Arguments that do not fit the schema; of many the first ``MAX_LISTED`` are named."""

    def __init__(self, errors: Sequence[FieldError]) -> None:
        fields = len(errors)
        named = "names each" if fields <= MAX_LISTED else f"names the first {MAX_LISTED}"
        super().__init__(
            f"{fields} field{'s' if fields != 1 else ''} of the request {'do' if fields != 1 else 'does'} "
            f"not fit the schema; `errors` {named}."
        )
        self.errors = tuple(map(_shortened, errors[:MAX_LISTED]))


def _shortened(error: FieldError) -> FieldError:
    pointer, detail = error["pointer"], error["detail"]
    while len(pointer) > MAX_POINTER:
        pointer = pointer.rpartition("/")[0]
    return {"pointer": pointer, "detail": detail if len(detail) <= MAX_DETAIL else detail[: MAX_DETAIL - 1] + "…"}


def refusal(error: Exception) -> str:
    """What is wrong, field by field where that is known."""
    listed = getattr(error, "errors", ())
    return "; ".join(f"{item['pointer']}: {item['detail']}" for item in listed) or str(error) or type(error).__name__
