"""Kinds of odd text, each of any length: what people never write and clients send all the same."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

LEAD = "The council of Malmö closed the pool on Monday after a report on its roof, said Ada Wolf.\n\n"
"""A paragraph of ordinary text, so that an article is found around what is odd."""
Make = Callable[[int], str]


def run(piece: str) -> Make:
    """One piece again and again."""
    return lambda size: piece * (size // len(piece) + 1)


def numbered(piece: str) -> Make:
    """A piece whose ``{}`` are numbers, no two alike."""

    def make(size: int) -> str:
        count = max(1, size // (len(piece) + 3))
        return "".join(piece.replace("{}", letters(number)) for number in range(count))

    return make


def letters(number: int) -> str:
    """A number in small letters, so that names differ without digits: 0 is ba, 1 be."""
    out = ""
    while True:
        number, rest = divmod(number, 50)
        out += "bdfgklmnrs"[rest // 5] + "aeiou"[rest % 5]
        if not number:
            return out


def first(piece: str) -> Make:
    """A first line made of the piece, before an article."""
    return lambda size: "Home > News" + run(piece)(size) + "x\n\n" + LEAD


def after(make: Make) -> Make:
    """An article that ends in something odd."""
    return lambda size: LEAD + make(size) + "\n\n" + LEAD


REPEATED = {
    "spaces": " ", "tabs": "\t", "no-break spaces": "\u00a0", "tabs and spaces": "\t ", "line breaks": "x\n",
    "blank lines": "x \n\n",
    "carriage returns": "x\r", "spaced lines": " \n", "form feeds": "x\f", "line separators": "x\u2028",
    "quotation marks": '"', "spaced quotation marks": '" ', "open quotation marks": "“a ", "closed marks": "a” ",
    "low marks": "„a ", "guillemets": "«a ", "turned guillemets": "»a ", "single marks": "‘a ", "apostrophes": "a' ",
    "marks in pairs": "“a” ", "marks within marks": "“a ‘b ", "mixed marks": "“a« ‘b» „", "quoted full stops": "“a.” ",
    "questions quoted": "“Why?” ", "open brackets": "(a ", "brackets": "() ", "square brackets": "[a", "braces": "{a",
    "digits": "1", "spaced digits": "1 ", "figures": "1,234.5 ", "dates": "12 March 2025, ", "times": "12:30 ",
    "days": "Monday ", "months": "12 mars ", "per cent": "5 % ", "dots": ".", "spaced dots": ". ", "ellipses": "… ",
    "hyphens": "-", "joined words": "a-", "dashes": "– ", "dashed words": "– a ", "long dashes": "—",
    "underscores": "_",
    "capitals": "A", "capital words": "NATO ", "initials": "A. ", "title words": "Title ",
    "combining marks": "\u0301\u0316",
    "marked letters": "a\u0316\u0301", "many marks": "a" + "\u0301\u0316\u0327" * 40 + " ", "tibetan marks": "\u0f73",
    "emoji": "😀", "joined emoji": "👩\u200d👩\u200d👧 ", "flags": "🇸🇪", "skin tones": "👍🏽 ",
    "right to left": "\u202ea",
    "direction marks": "\u200f\u200e", "isolates": "\u2067a ", "soft hyphens": "a\u00ad", "zero width": "\u200b",
    "byte order marks": "\ufeffa ", "variation": "a\ufe0f", "one word": "word ", "one letter": "a ",
    "swedish word": "åtgärd ", "romanian word": "și ", "danish word": "ø ", "german word": "Straße ",
    "french word": "l’été ", "a name": "Anna ", "names joined": "Anna and ", "genitives": "Anna’s ",
    "full name": "Ada Wolf ",
    "names by commas": "Ada Wolf, ", "danish names": "Mette Frederiksen og ", "titles": "Mr Dr Prof ",
    "ministers": "minister Wolf ", "foreign ministers": "statsminister Ulf Kristersson ",
    "organisations": "EU NATO FN ",
    "said": "said ", "he said": "he said ", "said that": "said that ", "säger": "säger ", "sagte": "sagte er ",
    "sier": "sier han at ", "selon": "selon lui, ", "spus": "a spus că ", "ifølge": "ifølge ham ", "enligt": "enligt ",
    "according to": "according to ", "who said": "who said ", "not say": "did not say ", "verbs": "go come say think ",
    "commas": ",", "spaced commas": "a, ", "colons": ": ", "named colons": "Ada Wolf: ", "semicolons": "a; ",
    "abbreviations": "e.g. ", "german abbreviations": "z. B. ", "swedish abbreviations": "bl.a. t.ex. ",
    "question marks": "?", "cries": "No! ", "short sentences": "He left. ", "urls": "https://a.b/c?d=e&f ",
    "bare hosts": "www.a.b ", "joined urls": "https://a.b", "e-mails": "a@b.se ", "at signs": "@", "at names": "@ada ",
    "hash tags": "#ada ", "slashes": "a/", "pipes": "a | ", "breadcrumbs": " > a", "stars": "* ", "bold": "**a** ",
    "open stars": "**a ", "headings": "# a\n", "list": "- a b c\n", "numbered list": "1. a b c\n",
    "links": "[a](b) ", "open links": "[a](", "ticks": "`a ", "tables": "| a | b |\n", "tildes": "~~a ",
    "images": "![a](b) ", "entities": "&amp; ", "bare ampersands": "&", "numeric entities": "&#65;",
    "broken entities": "&#",
    "tags in text": "<b>a</b> ", "open tags": "<b ", "comments": "<!-- a --> ", "open comments": "<!-- ",
    "less than": "<", "greater than": "> ", "breaks": "a<br>", "closing tags": "</b>", "bylines": "By Anna ",
    "photo credits": "Photo: Ada Wolf\n", "foto": "Foto: ", "copyright": "© 2025 ",
    "read also": "Read also: a b c\n\n",
    "chinese": "中", "chinese sentences": "中文。", "thai": "ภาษา", "arabic": "عربي ", "cyrillic": "Слово ",
    "greek": "ς",
    "hangul": "\u1100\u1161\u11a8", "ligatures": "ﬁ", "long expansions": "\ufdfa", "circled": "①",
    "roman numbers": "XIV ",
    "mathematics": "𝐀", "dotted capitals": "İ", "sharp s": "ß", "speakers": "Wolf: a b c.\n\n",
    "said lines": "“a b c,” said Ada Wolf.\n\n", "swedish lines": "– A b c, säger Ada Wolf.\n\n",
    "signatures": "/TT\n",
    "code": "if (a) { b(); }\n", "json": '{"a": ["b"]}, ', "base64": "QUJD", "long words": "x" * 4_000 + " ",
    "money": "$5 million ", "and": "and ", "of": "of ", "the of": "the head of ", "that": "that ", "which": "which ",
    "relatives": "who knows who ", "not": "not ", "i": "I ", "he": "he ", "they": "they say they ",
}  # fmt: skip
"""Pieces to repeat, by what they are."""
SPOKEN = {
    "sv": ("säger hävdar menar tror ", "Anna Berg och ", "Annas Bergs ", "enligt Anna Berg i Malmö ", "hon som han "),
    "nb": ("sier hevder mener tror ", "Anna Berg og ", "Annas Bergs ", "ifølge Anna Berg i Oslo ", "hun som han "),
    "nn": ("seier hevdar meiner trur ", "Anna Berg og ", "Annas Bergs ", "ifølgje Anna i Oslo ", "ho som han "),
    "da": ("siger hævder mener tror ", "Anna Berg og ", "Annas Bergs ", "ifølge Anna Berg i Aarhus ", "hun som han "),
    "ro": (
        "spune susține crede ",
        "Ana Popescu și ",
        "lui Ion Popescu ",
        "potrivit Anei din Cluj ",
        "ea care el ",
    ),
    "en": (
        "says claims thinks ",
        "Ann Berg and ",
        "Ann’s Berg’s ",
        "according to Ann Berg of Leeds ",
        "she who he ",
    ),
    "de": ("sagt behauptet meint ", "Anna Berg und ", "Annas Bergs ", "laut Anna Berg in Köln ", "sie, die er "),
    "fr": ("dit affirme pense veut ", "Anne Roux et ", "d’Anne l’Anne ", "selon Anne Roux à Lyon ", "elle qui lui "),
}
"""Of each language words of saying in a row, names joined, owners, sources, and words that stand for people."""
NUMBERED = {
    "names": "Anna {} ", "surnames": "Ada W{}sen ", "many names": "Ada W{}sen and ",
    "many speakers": "Ada W{}sen said. ",
    "many owners": "W{}sen’s ", "many organisations": "the W{} Council ", "many words": "w{} ",
    "many capitals": "W{} ",
    "many given": "W{} Wolf ", "many quotations": "“We {} it,” said Ada W{}sen.\n\n", "many urls": "https://{}.se/ ",
    "many lines": "line {}\n", "many colons": "Ada W{}sen: a {}.\n\n", "many titles": "minister W{}sen ",
    "many tags": "<{}>",
    "many surnames": "Per W{} and Ada W{} said W{}. ", "many initials": "W{} (A) ", "many places": "in W{}stad ",
}  # fmt: skip
"""Pieces in which something is new each time."""
TEXTS: Mapping[str, Make] = MappingProxyType(
    {name: after(run(piece)) for name, piece in REPEATED.items()}
    | {name: after(numbered(piece)) for name, piece in NUMBERED.items()}
    | {f"{code} {words.strip()}": after(run(words)) for code, kinds in SPOKEN.items() for words in kinds}
    | {f"first line of {name}": first(REPEATED[name]) for name in ("spaces", "tabs", "breadcrumbs", "combining marks")}
)
"""Every kind of text."""


def page(inner: Make, head: str = "") -> Make:
    """A page around an article and something odd."""
    return lambda size: (
        f"<html><head><title>A title</title>{head}</head><body><article><h1>A title of words</h1><p>{LEAD}</p>"
        f"<p>{LEAD}</p>{inner(size)}<p>{LEAD}</p></article></body></html>"
    )


def attributes(size: int) -> str:
    """One tag with so many attributes."""
    return "<p " + " ".join(f'a{number}="b"' for number in range(size // 10)) + ">word</p>"


def linked(body: Make) -> Make:
    """Linked data in a page."""
    return page(lambda size: f'<script type="application/ld+json">{body(size)}</script>')


MARKUP = {
    "nested tags": "<div>", "nested articles": "<article>", "open paragraphs": "<p>a word ", "spans": "<span>",
    "bold text": "<b>a</b>", "open bold": "<b>a", "page breaks": "a<br>", "page comments": "<!-- a -->",
    "open page comments": "<!-- ", "page entities": "&amp;", "broken page entities": "&#", "nested lists": "<ul><li>a",
    "list items": "<li>a b c</li>", "rows": "<tr><td>a</td></tr>", "nested tables": "<table><tr><td>",
    "cells": "<td>a",
    "page links": "<a href=b>a word</a> ", "open page links": "<a href=", "scripts": "<script>a</script>",
    "styles": "<style>a{}</style>", "metas": "<meta name=a content=b>", "page headings": "<h2>a b c</h2>",
    "figures of pages": "<figure><img src=a><figcaption>a b</figcaption></figure>",
    "times of pages": "<time>2025</time>",
    "forms": "<form><input>", "page quotations": "<blockquote>a", "cdata": "<![CDATA[", "instructions": "<?a ",
    "less thans": "< ", "page spaces": " ", "page marks": "\u0301\u0316", "page ids": "<p id=a class=b>By a word</p>",
    "templates": "<template><p>a", "drawings": "<svg><g>", "ends": "</p>", "wrong ends": "</div><p>a",
    "sentences": "<p>A council of words closed the pool, said Ada Wolf.</p>", "emphases": "<i><b>a</i></b>",
    "initial letters": "<p><span>A</span> word</p>", "abbreviated": "<abbr title=a>b</abbr>",
    "sections": "<section><p>a</p>",
}  # fmt: skip
"""Pieces of pages to repeat."""
PAGES: Mapping[str, Make] = MappingProxyType(
    {name: page(run(piece)) for name, piece in MARKUP.items()}
    | {
        "attributes": page(attributes),
        "long attribute": page(lambda size: f"<p class='{'a ' * (size // 2)}'>x</p>"),
        "attribute of marks": page(lambda size: "<p title='" + "<" * size + "'>x</p>"),
        "open attribute": page(lambda size: "<p title='" + "a=" * (size // 2)),
        "long tag": page(lambda size: "<" + "a" * size + ">"),
        "long title": page(run("a "), "<title>" + "x " * 500),
        "meta of spaces": lambda size: page(run("a"), f"<meta name=description content='{' ' * size}x'>")(10),
        "wide linked data": linked(lambda size: '{"@type":"NewsArticle",' + ",".join(
            f'"a{number}":1' for number in range(size // 10)) + "}"),
        "deep linked data": linked(lambda size: '{"a":' * (size // 5) + "1" + "}" * (size // 5)),
        "deep linked lists": linked(lambda size: "[" * size),
        "much linked data": linked(lambda size: "[" + ",".join(
            ['{"@type":"NewsArticle","headline":"a"}'] * (size // 40)) + "]"),
        "linked body": linked(lambda size: '{"@type":"NewsArticle","articleBody":"' + "a b. " * (size // 5) + '"}'),
        "linked graph": linked(lambda size: '{"@graph":[' * (size // 20) + "]}" * (size // 20)),
        "broken linked data": linked(run('{"a":')),
        "linked spaces": linked(run(" ")),
    }
)  # fmt: skip
"""Every kind of page."""
