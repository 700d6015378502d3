"""Odd bodies: JSON that is nearly none, fields of every request, corrections of an actor that is there, and lines."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from tests.api.texts import BRIDGE_POST, BRIDGE_TIMES, FLOOD, article
from tests.hostile.case import LINES, Case, sent

GOOD = json.dumps(article("post", BRIDGE_POST)).encode()
ODD: dict[str, Any] = {
    "null": None, "true": True, "number": 7, "fraction": 0.5, "negative": -1, "huge": 10**17, "empty": "", "space": " ",
    "list": [], "list of lists": [[], [[]]], "list of nulls": [None] * 50, "object": {}, "empty name": {"": ""},
    "long": "a" * 100_000, "chinese": "橋" * 1_900, "marks": "a" + "\u0301" * 5_000, "marks alone": "\u0301\u0316" * 90,
    "turned": "\u202eabc\u202c", "isolates": "\u2066\u2067", "zero width": "\u200b" * 90, "control": "a\x01\x7f\x9bb",
    "line ends": "a\r\n\u2028\u2029\x85b", "tab": "\t", "emoji": "👩\u200d👩\u200d👧" * 30, "flags": "🇸🇪" * 90,
    "private": "\ue000\U000f0000\U0010ffff", "noncharacter": "\ufffe\uffff\U0001ffff", "replaced": "\ufffd" * 9,
    "expanding": "\ufdfa" * 300, "folding": "ßŉǰΐİ" * 60, "dotted": "İstanbul ı", "full width": "ｆｕｌｌ　ｗｉｄｔｈ",
    "digits": "٣٤५६７８", "roman": "Ⅻⅷ", "fractions": "½⅓", "mathematics": "𝐀𝒷𝔠", "tags": "\U000e0061\U000e007f" * 9,
    "sql": "x' OR 1=1; --", "like": "%_\\%", "search": 'NEAR("a" b*) AND -c:^d', "html": "<img src=x onerror=alert(1)>",
    "template": "{{7*7}}${7*7}%s%n", "formula": "=1+1", "path": "../../etc/passwd", "null byte": "a%00b",
    "url": "javascript:a",
    "header": "a\r\nSet-Cookie: b=c", "json": '{"a": 1}', "class": "__class__", "dots": "..", "one dot": ".",
    "slash": "a/b",
    "percent": "%", "backslash": "\\", "quotation": '"', "apostrophes": "'" * 500, "plus": "+", "none": "null",
    "nan": "NaN",
}  # fmt: skip
"""Values for a field, whatever it is for."""
DATES = (
    "0001-01-01", "0001-01-01T00:00:00+23:59", "9999-12-31T23:59:59-23:59", "9999-12-31T23:59:59.999999999Z",
    "0000-01-01",
    "2026-02-29", "2024-02-29", "2026-00-10", "2026-01-00", "2026-01-32", "2026-06-30T23:59:60Z",
    "2026-01-01T24:00:00Z",
    "2026-01-01T00:00:00+24:00", "2026-01-01T00:00:00+99:99", "2026-01-01T00:00", "2026-01-01 00:00:00Z", "2026-W01-1",
    "2026-001", "20260101", "２０２６-01-01", "٢٠٢٦-01-01", "-2026-01-01", "+2026-01-01", "2026-1-1", "1e3", "now",
    "2026-01-01T",
    "2026-01-01T00:00:00.Z", "2026-01-01T00:00:00z", "2026-01-01T00:00:00-00:00", "2026-01-01T00:00:00 +01:00",
    "2026-01-01\n",
    "1969-12-31T23:59:59Z", "12026-01-01",
)  # fmt: skip
SYNTAX: dict[str, bytes] = {
    "trailing comma": b'{"outlet": "a",}', "single quotes": b"{'outlet': 'a'}", "comment": b'{"outlet": "a" /* b */}',
    "bare name": b'{outlet: "a"}', "leading zero": b'{"a": 01}', "plus sign": b'{"a": +1}', "bare point": b'{"a": .5}',
    "open point": b'{"a": 1.}', "hexadecimal": b'{"a": 0x10}', "minus zero": b'{"a": -0}', "tiny": b'{"a": 1e-999}',
    "minus alone": b'{"a": -}', "infinity": b"Infinity", "true in capitals": b"True", "undefined": b"undefined",
    "line break in a string": b'{"a": "b\nc"}', "tab in a string": b'{"a": "b\tc"}', "bad escape": b'{"a": "\\x41"}',
    "cut escape": b'{"a": "\\u00', "half a pair": b'{"a": "\\ud83d\\u0041"}', "pairs": b'{"a": "\\ud83d\\ude00"}',
    "turned pair": b'{"a": "\\ude00\\ud83d"}', "escaped name twice": b'{"a": 1, "\\u0061": 2}',
    "overlong": b'{"a": "\xc0\xaf"}', "cut sequence": b'{"a": "\xe2\x82"}', "stray byte": b'{"a": "\x80"}',
    "coded surrogates": b'{"a": "\xed\xa0\xbd\xed\xb8\x80"}', "beyond unicode": b'{"a": "\xf5\x80\x80\x80"}',
    "utf-16": '{"outlet": "a"}'.encode("utf-16"), "utf-16 without mark": '{"outlet": "a"}'.encode("utf-16-le"),
    "utf-32": '{"outlet": "a"}'.encode("utf-32"), "utf-7": b'{"a": "+AGE-"}', "two marks": b"\xef\xbb\xbf" * 2 + GOOD,
    "NUL before": b"\x00" + GOOD, "NUL behind": GOOD + b"\x00", "NULs": b"\x00" * 5_000, "form feed": b"\x0c" + GOOD,
    "no-break space": b"\xc2\xa0" + GOOD, "separator": b"\x1e" + GOOD, "prefix": b")]}',\n" + GOOD,
    "xml": b"<?xml version='1.0'?><a/>",
    "billion laughs": b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", "form": b"outlet=a&text=b",
    "yaml": b"--- !!python/object:a\n",
    "pickle": b"\x80\x04\x95.", "gzip": b"\x1f\x8b\x08\x00" + b"\x00" * 50, "string": b'"outlet"', "number": b"7",
    "null": b"null",
    "list": b'[{"outlet": "a"}]', "deep in a field": b'{"outlet": ' + b"[" * 900 + b"]" * 900 + b"}", "brace": b"{",
    "bracket": b"[",
    "deep in turn": b'[{"a":' * 9_000, "deep in a list": b"[[]," * 9_000, "name of braces": b'{"{{{{": 1}',
    "colons": b"{" + b":" * 9_000,
    "20,000 names": json.dumps({f"field {n}": 0 for n in range(20_000)}).encode(),
    "30,000 names, the last twice": ("{" + ",".join(f'"n{n}":0' for n in [*range(30_000), 29_999]) + "}").encode(),
    "30,000 names, each twice": ("{" + ",".join(f'"n{n // 2}":0' for n in range(30_000)) + "}").encode(),
    "names twice in many objects": b"[" + b",".join([b'{"a":1,"a":1}'] * 5_000) + b"]",
    "one name 30,000 times": b"{" + b",".join([b'"a":0'] * 30_000) + b"}", "names that hash alike": json.dumps(
        {"\0".join("ab"[n >> bit & 1] for bit in range(12)): 0 for n in range(4_096)}).replace("\\u0000", "c").encode(),
    "empty names": b'{"": {"": {"": 1}}}', "name of a slash": b'{"a/b~c": 1}',
    "long number": b'{"a": 0.' + b"9" * 200_000 + b"}",
    "long exponent": b'{"a": 1e' + b"9" * 50_000 + b"}", "many numbers": b"[" + b"1e5," * 50_000 + b"1]",
    "many strings": b"[" + b'"",' * 50_000 + b'""]',
    "many escapes": b'{"text": "' + b'\\"' * 50_000 + b'"}',
    "many pairs": b'{"outlet": "' + b"\\ud83d\\ude00" * 9_000 + b'"}',
    "long name with a fault": b'{"' + b"k" * 50_000 + b'": ["\\u0000"]}',
    "faults": b"[" + b'"\\u0000",' * 9_000 + b"1]",
    "long name of a field": json.dumps({"outlet": {"k" * 50_000: 1}}).encode(),
    "spaces within": b"{" + b" " * 200_000 + b"}",
}  # fmt: skip
TARGETS: dict[str, Any] = {
    "10,000": [{"name": "Lind"}] * 10_000, "different": [{"name": f"Lind{n}"} for n in range(200)],
    "of one letter": [{"name": "e"}],
    "of a mark": [{"name": "\u0301"}], "of marks": [{"name": "a" + "\u0301" * 200}],
    "of a pattern": [{"name": "(a+)+$"}],
    "of a space": [{"name": " "}], "of chinese": [{"name": "橋"}], "of the text": [{"name": BRIDGE_POST}],
    "expanding": [{"name": "\ufdfa"}],
    "beyond": [{"start": 0, "end": 10**17}], "below": [{"start": -(10**17), "end": 1}], "nested": [[[{}]]],
    "an object": {"name": "a"},
    "of null": [None], "overlapping": [{"start": n, "end": n + 50} for n in range(100)],
    "within a letter": [{"start": 0, "end": 1}],
    "of white space": [{"start": 40, "end": 42}], "the same": [{"start": 50, "end": 60}] * 100,
    "empty name": [{"name": ""}], "types": [{"name": 7}],
}  # fmt: skip
TWO = [article("post", BRIDGE_POST), article("times", BRIDGE_TIMES)]
COMPARED: dict[str, Any] = {
    "nothing": [], "one": TWO[:1], "null": None, "an object": {}, "a text": "a", "nulls": [None, None], "texts": ["a",
    "b"],
    "the same twice": [TWO[0]] * 2, "the same fifty times": [TWO[0]] * 50, "fifty-one": [TWO[0]] * 51,
    "10,000": [{}] * 10_000,
    "fifty outlets": [{**TWO[n % 2], "outlet": f"o{n}"} for n in range(50)], "no languages": [{"outlet": "a",
    "text": "x y z"}] * 2,
    "nothing alike": [TWO[0], article("times", FLOOD)], "one of spaces": [TWO[0], article("times", " " * 9_000)],
    "one of names": [TWO[0], article("times", "Ana Lind " * 900)], "of figures": [article("a", "1,234 " * 900),
    article("b", "1.234 " * 900)],
    "of quotations": [article(name, "“We had no choice,” said Ana Lind.\n\n" * 120) for name in "ab"],
    "of sentences": [article(name, "He left. " * 900) for name in "ab"], "of dates": [article(name,
    "On 12 March 2025 " * 400) for name in "ab"],
    "of years": [article(name, "in 2025 " * 900) for name in "ab"], "of one word": [article(name,
    "bridge " * 900) for name in "ab"],
    "of claims": [article(name,
    "".join(f"The bridge costs {n} million crowns. " for n in range(200))) for name in "ab"],
    "of headlines": [article(name, FLOOD, headline="Wolf " * 190) for name in "ab"], "of many languages": [
        {"outlet": code, "text": BRIDGE_POST, "language": code} for code in ("sv", "nb", "nn", "da", "ro", "en", "de",
        "fr", "fi", "zz")],
    "of edges of time": [{**TWO[0], "published_at": DATES[1]}, {**TWO[1], "published_at": DATES[2]}],
    "of times and days": [{**TWO[0], "published_at": "2026-03-02"}, {**TWO[1],
    "published_at": "2026-03-02T00:00:00-12:00"}],
}  # fmt: skip
CORRECTIONS = ("name", "type", "aliases", "external_ids", "merge", "split")
CORRECTED: dict[str, Any] = {
    "no change": {}, "10,000 ids": {"merge": [f"act_{n:012x}" for n in range(10_000)]},
    "100 ids": {"merge": [f"act_{n:012x}" for n in range(100)]},
    "a huge id": {"merge": ["a" * 1_000_000]}, "one id often": {"merge": ["act_000000000000"] * 100},
    "ids of marks": {"merge": ["\u0301" * 200]},
    "10,000 aliases": {"aliases": [f"Name {n}" for n in range(10_000)]},
    "200 aliases": {"aliases": [f"Name {n}" for n in range(200)]},
    "one alias often": {"aliases": ["Lind"] * 200}, "aliases of marks": {"aliases": ["a" + "\u0301" * 150]},
    "10,000 schemes": {
        "external_ids": {f"s{n}": "a" for n in range(10_000)}}, "a bad scheme": {"external_ids": {"a b\u0301": "c"}},
    "no number": {"external_ids": {"wikidata": "Q" + "9" * 190}},
    "turned digits": {"external_ids": {"wikidata": "Q٤٢"}},
    "a null scheme": {"external_ids": {"none": None}}, "1,000 splits": {"split": [{"name": "a",
    "aliases": ["b"]}] * 1_000},
    "a split of nothing": {"split": [{"name": "a", "aliases": []}]}, "a split of itself": {"split": [{"name": "Lind",
    "aliases": ["Ana Lind"]}]},
    "a deep split": {"split": [[[[[]]]]]}, "all at once": {"name": "A B", "type": "person", "aliases": ["C"],
    "merge": ["x"], "split": []},
}  # fmt: skip
ROWS: dict[str, bytes] = {
    "objects of nothing": b"{}\n" * 2_000, "line breaks": b"\n" * 50_000, "spaced line breaks": b" \r\n" * 20_000,
    "carriage returns": b"{}\r" * 900,
    "no line break": b'{"outlet": "' + b"a" * 900_000, "one article often": (GOOD + b"\n") * 40,
    "nulls": b"null\n" * 900, "NULs": b"\x00\n" * 900,
    "utf-16": (GOOD + b"\n").decode().encode("utf-16"), "a list": b"[" + GOOD + b"," + GOOD + b"]",
    "half": GOOD + b"\n" + GOOD[:40],
    "brackets": b"[\n" * 2_000, "deep lines": (b"[" * 5_000 + b"\n") * 9, "separators": GOOD.replace(b" the ",
    b"\xe2\x80\xa8"), "bytes": bytes(range(256)) * 90,
    "names twice": (b"{" + b",".join(b'"n%d":0' % n for n in [*range(9_000), 0]) + b"}\n") * 4, "unknown names": (
        json.dumps({f"f{n}": 0 for n in range(2_000)}).encode() + b"\n") * 5, "vertical": b"\x0b{}\x0b\n" * 90,
        "next line": b"{}\xc2\x85{}\n" * 90,
}  # fmt: skip
ROUTES = {"/v1/analyses": "analysis", "/v1/articles": "article", "/v1/comparisons": "comparison"}
FIELDS = (
    "outlet",
    "headline",
    "url",
    "published_at",
    "language",
    "external_id",
    "story",
    "clean",
    "targets",
    "text",
    "html",
)


def cases() -> Iterator[Case]:
    """Every request of this module."""
    for path, what in ROUTES.items():
        for name, raw in SYNTAX.items():
            yield sent(f"{what} written with {name}", path, raw)
    for name in FIELDS:
        for odd, value in ODD.items():
            yield sent(f"analysis with {name} {odd}", "/v1/analyses", {**article("post", FLOOD), name: value})
    for date in DATES:
        yield sent(f"article of {date!r}", "/v1/articles", article("dated", f"{FLOOD} {date}", published_at=date))
    for name, targets in TARGETS.items():
        yield sent(f"targets {name}", "/v1/analyses", article("post", BRIDGE_POST, clean=False, targets=targets))
    for name, articles in COMPARED.items():
        yield sent(f"comparison of {name}", "/v1/comparisons", {"articles": articles})
    yield from corrections()
    for name, raw in ROWS.items():
        yield Case(f"rows of {name}", "POST", "/v1/articles/bulk", raw, LINES)


def corrections() -> Iterator[Case]:
    """Corrections of an actor that is there."""
    path = "/v1/actors/<actor>"
    for name, raw in SYNTAX.items():
        yield sent(f"correction written with {name}", path, raw, "PATCH")
    for field in CORRECTIONS:
        for odd, value in ODD.items():
            yield sent(f"correction with {field} {odd}", path, {field: value}, "PATCH")
    for field in ("aliases", "merge", "split"):
        for odd in ("marks", "turned", "private", "chinese", "long", "null", "object", "search"):
            yield sent(f"correction with {field} listing {odd}", path, {field: [ODD[odd]]}, "PATCH")
    for name, body in CORRECTED.items():
        yield sent(f"correction of {name}", path, body, "PATCH")
    for tag in ('""', "*", 'W/"a"', '"a', "a", '"' + "a" * 9_000 + '"', ",,,", '"a", ' * 900, "\xe9"):
        yield sent(f"correction if {tag[:20]}", path, {"name": "Ana Lind"}, "PATCH", If_Match=tag)
