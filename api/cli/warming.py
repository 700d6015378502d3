"""Everything that a request needs, loaded and used once before the server divides into processes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from analysis.resources import languages
from api import create_app

TEXTS = (
    "Minister defends the harbour bridge\n\nThe minister Ana Lind defended the bridge in Sundvik on Monday. “We had no "
    "choice,” Lind told reporters. It costs 40 million and replaces an old ferry, according to the council.\n\n"
    "Erik Dahl criticised the decision. “This is a reckless waste,” said Dahl. The council votes on Friday.",
    "Opposition calls harbour bridge reckless\n\n“This is a reckless waste,” said Erik Dahl on Monday about the bridge "
    "in Sundvik. It costs 50 million.\n\nThe minister Ana Lind rejected the criticism, sources close to her told the "
    "newspaper. The council of Sundvik may vote on the bridge on Friday.",
)
"""Two texts on one event; given as text of each language in turn, they have its lists read."""
PAGE = "<html><body><article><h1>{}</h1><p>{}</p></article></body></html>"


def warm(config: Mapping[str, object]) -> str | None:
    """Analyse, store and compare short texts, in an application of its own whose database is in memory.

    Gives back the first request that failed; `/readyz`, and those that ask the same later, are told why.
    """
    app = create_app({**config, "DATABASE_URL": "sqlite://", "LOG_LEVEL": "CRITICAL"})
    client = app.test_client()
    try:
        for path, body in requests():
            answer = client.get(path) if body is None else client.post(path, json=body)
            if answer.status_code >= 400:
                return path
    except Exception as error:  # whatever it is: the server starts, and tells those who ask
        return type(error).__name__
    finally:
        app.extensions["parallax"].database.close()
    return None


def requests() -> Iterator[tuple[str, dict[str, object] | None]]:
    """What clients ask for: addresses, with what is sent."""
    yield "/v1/analyses", {"outlet": "post", "html": PAGE.format(*TEXTS[0].split("\n\n", 1))}
    yield "/v1/comparisons", {"articles": [{"outlet": "post", "text": text} for text in TEXTS]}
    for code in languages():
        for place, text in enumerate(TEXTS):
            yield "/v1/articles", {"outlet": f"{code}-{place}", "text": text, "language": code, "story": code}
        yield f"/v1/stories/{code}/comparison", None
        yield f"/v1/outlets/{code}-0/profile", None
    for path in ("/v1/articles", "/v1/stories", "/v1/actors", "/v1/outlets"):
        yield path, None
