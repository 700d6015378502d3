"""The kinds of problem (RFC 9457) that the service answers with, and how each is told apart."""

from __future__ import annotations

from dataclasses import dataclass

BASE = "/problems/"
PROBLEM_MEDIA = "application/problem+json"


@dataclass(frozen=True, slots=True)
class ProblemType:
    """A kind of problem: its name in ``type``, its title, its status and what a client can do about it."""

    name: str
    status: int
    title: str
    meaning: str

    @property
    def uri(self) -> str:
        """The value of ``type``; it can be fetched."""
        return BASE + self.name


PROBLEMS = {
    problem.name: problem
    for problem in (
        ProblemType(
            "malformed-body",
            400,
            "The body cannot be read",
            "It is empty, not UTF-8, not JSON (NaN, Infinity, "
            "repeated names and nesting beyond 64 levels are refused), or holds NUL or lone surrogates.",
        ),
        ProblemType("invalid-cursor", 400, "The cursor is not one of ours", "Take `page.next` of an answer as it is."),
        ProblemType("bad-request", 400, "The request cannot be read", "The HTTP request itself is malformed."),
        ProblemType("not-found", 404, "There is no such thing here", "Check the address and the id."),
        ProblemType("method-not-allowed", 405, "This address does not take this method", "`Allow` lists the methods."),
        ProblemType(
            "not-acceptable", 406, "The answer cannot be had in this form", "`detail` names the forms; see `Accept`."
        ),
        ProblemType(
            "article-changed",
            409,
            "The article is stored with another text",
            "The outlet already has an "
            "article of this external_id or url with another text. Delete that article first.",
        ),
        ProblemType("story-has-one-article", 409, "The story has one article", "A comparison needs two articles."),
        ProblemType("analysis-outdated", 409, "Vectors of different encoders", "Analyse the articles again."),
        ProblemType("correction-conflict", 409, "The correction contradicts another", "See `detail`."),
        ProblemType(
            "precondition-failed", 412, "The resource has changed", "Get it anew; `If-Match` names another version."
        ),
        ProblemType("request-timeout", 408, "The request came too slowly", "Send the request again, without pauses."),
        ProblemType("body-too-large", 413, "The body is too large", "`detail` names the limit."),
        ProblemType("text-too-large", 413, "The text is too large", "`detail` names the limit."),
        ProblemType("uri-too-long", 414, "The address is too long", "Send fewer or shorter parameters."),
        ProblemType(
            "unsupported-media-type",
            415,
            "The body has the wrong type",
            "`detail` names the accepted types; a compressed body is not accepted.",
        ),
        ProblemType("validation", 422, "The request does not fit the schema", "`errors` names each field."),
        ProblemType(
            "empty-text", 422, "The article has no text", "There are no words, or none once boilerplate is removed."
        ),
        ProblemType("invalid-text", 422, "This is not text", "The text holds characters that offsets cannot refer to."),
        ProblemType(
            "invalid-target", 422, "The target is not in the text", "A target lies inside the text and is not empty."
        ),
        ProblemType("comparison-size", 422, "Too few or too many articles to compare", "Compare 2 to 50 articles."),
        ProblemType(
            "value-too-large", 422, "A value is too large for the database", "Send a shorter one; do not try again."
        ),
        ProblemType(
            "too-many-connections", 429, "The address has too many connections", "Close some, or use them again."
        ),
        ProblemType("headers-too-large", 431, "The headers are too large", "Send fewer or shorter headers."),
        ProblemType("internal", 500, "Something broke", "The fault is ours; name the X-Request-ID when you report it."),
        ProblemType("encoder-unavailable", 503, "The sentence encoder cannot be used", "`detail` says what to do."),
        ProblemType("data-unavailable", 503, "A file of the service cannot be used", "`detail` says what to do."),
        ProblemType(
            "database-unavailable", 503, "The database cannot be used", "Try again after `Retry-After` seconds."
        ),
        ProblemType(
            "database-busy", 503, "Others are writing to the database", "Try again after `Retry-After` seconds."
        ),
        ProblemType("database-corrupt", 503, "The database file is damaged", "The operator must restore it."),
        ProblemType(
            "database-read-only", 503, "The database cannot be written to", "Reading goes on; tell the operator."
        ),
        ProblemType("database-misconfigured", 503, "The database's address or driver is wrong", "Tell the operator."),
        ProblemType("storage-full", 503, "There is no room left", "Nothing was stored; the operator must make room."),
        ProblemType("busy", 503, "The service has too much to do", "Try again after `Retry-After` seconds."),
        ProblemType(
            "took-too-long",
            503,
            "The work took too long and was stopped",
            "Send less at once.",
        ),
        ProblemType("stopping", 503, "The service is being stopped", "Send it again after `Retry-After` seconds."),
        ProblemType("not-ready", 503, "The service is not ready", "`checks` names what is missing."),
    )
}
AGAIN = frozenset(
    PROBLEMS[name].uri
    for name in ("busy", "database-busy", "database-unavailable", "stopping", "not-ready", "too-many-connections")
)
"""Problems that may be gone in seconds, and say so with `Retry-After`; of others somebody has to take care first."""
EXAMPLES: dict[str, tuple[str, str]] = {
    "malformed-body": ("The body is empty; a JSON object is required.", ""),
    "invalid-cursor": ("The cursor was not made by this service.", ""),
    "not-found": ("There is no article with the id 'art-5f0c2d9b1e7a4c88'.", ""),
    "not-acceptable": (
        "The answer can be had as application/json, text/html or application/zip; `Accept` allows none of these.",
        "",
    ),
    "article-changed": (
        "The outlet's article art-5f0c2d9b1e7a4c88 has the same external_id and another text; delete it first to "
        "replace it.",
        "/external_id",
    ),
    "story-has-one-article": (
        "The story story-5f0c2d9b1e7a4c88 has one article so far; a comparison needs two.",
        "",
    ),
    "correction-conflict": ("An actor cannot be merged with itself.", "/merge"),
    "precondition-failed": ("It is no longer the version that If-Match names; get it anew.", ""),
    "body-too-large": ("The body has 20000001 bytes; the limit is 16777216.", ""),
    "text-too-large": ("The text has 1000001 characters; the limit is 1000000.", "/text"),
    "unsupported-media-type": ("The body is text/plain; accepted: application/json.", ""),
    "validation": ("1 field of the request does not fit the schema; `errors` names each.", ""),
    "empty-text": ("The text has no words.", "/text"),
    "invalid-target": ("The text ends at 141, before the target does.", "/targets/0/end"),
    "comparison-size": ("A comparison takes 2 to 50 articles, not 1.", "/articles"),
    "internal": ("The request could not be answered because of a fault in the service.", ""),
}
"""What an answer of a kind says, and the pointer of the field that it speaks of."""
WRONG_FIELD = {"pointer": "/limit", "detail": "Must be greater than or equal to 1 and less than or equal to 200."}


def example(name: str) -> dict[str, object]:
    """An answer of this kind as a client gets it; of a kind that has no such answer in ``EXAMPLES``, its meaning."""
    described = PROBLEMS[name]
    detail, pointer = EXAMPLES.get(name, (described.meaning, ""))
    body = {"type": described.uri, "title": described.title, "status": described.status, "detail": detail}
    if name == "validation":
        return {**body, "errors": [WRONG_FIELD]}
    return {**body, "errors": [{"pointer": pointer, "detail": detail}]} if pointer else body


BY_STATUS = {
    400: "bad-request",
    404: "not-found",
    405: "method-not-allowed",
    406: "not-acceptable",
    408: "request-timeout",
    413: "body-too-large",
    414: "uri-too-long",
    415: "unsupported-media-type",
    422: "validation",
    431: "headers-too-large",
}
"""Kind of problem for a plain HTTP error of the framework or the server."""


def of_status(status: int, title: str, detail: str) -> dict[str, object]:
    """The body for a plain HTTP error; one of no kind of ours says what its status says."""
    known = PROBLEMS[BY_STATUS[status]] if status in BY_STATUS else None
    uri, title = (known.uri, known.title) if known else ("about:blank", title)
    return {"type": uri, "title": title, "status": status, "detail": detail or title}
