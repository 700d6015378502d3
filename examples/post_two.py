"""Send two articles to a server and print the findings: ``python examples/post_two.py ADDRESS one.txt two.txt``.

Nothing is stored there. It needs nothing but Python; ``parallax serve`` starts a server.
"""

from __future__ import annotations

import json
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

USAGE = "usage: python examples/post_two.py http://127.0.0.1:8000 one.txt two.txt"


class Refused(Exception):
    """What the server found wrong, as it says it."""


def main(given: Sequence[str]) -> int:
    """Send, print; 1 if the server refuses or cannot be reached."""
    if len(given) != 3:
        print(USAGE, file=sys.stderr)
        return 2
    address, *paths = given
    try:
        articles = [{"outlet": Path(path).stem, "text": Path(path).read_text(encoding="utf-8")} for path in paths]
        comparison = post(address.rstrip("/") + "/v1/comparisons", {"articles": articles})
    except (Refused, OSError, ValueError) as error:
        print(error, file=sys.stderr)
        return 1
    print("\n".join(lines(comparison)))
    return 0


def post(address: str, body: object) -> Any:
    """The answer to a body. Raises Refused with what a problem (RFC 9457) says."""
    request = urllib.request.Request(address, json.dumps(body).encode(), {"Content-Type": "application/json"})
    try:
        with urllib.request.urlopen(request) as answer:
            return json.load(answer)
    except urllib.error.HTTPError as error:
        if error.headers.get_content_type() != "application/problem+json":
            raise
        problem = json.load(error)
        wrong = [f"{one['pointer']}: {one['detail']}" for one in problem.get("errors", [])]
        raise Refused(
            "\n".join([f"{problem['status']} {problem['title']}", *(wrong or [problem["detail"]])])
        ) from error


def lines(comparison: dict[str, Any]) -> Iterator[str]:
    """The findings, most telling first, each with the words that prove it."""
    outlets = {one["id"]: one["outlet"] for one in comparison["articles"]}
    for finding in comparison["findings"]:
        yield f"{finding['kind']}: {finding['summary']}"
        for span in finding["evidence"]:
            yield f"    {outlets[span['article']]} {span['start']}–{span['end']}: {' '.join(span['text'].split())}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
