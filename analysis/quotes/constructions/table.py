"""The constructions that attribute marked words, in the order in which they are asked."""

from __future__ import annotations

from analysis.quotes.constructions import around, before, behind, incise, manner, unlisted
from analysis.quotes.constructions.construction import Construction, Way
from analysis.quotes.constructions.context import Context

MARKED: tuple[Construction[Context], ...] = (
    Construction("verb and subject before a colon", before.colon, Way.COLON),
    Construction("name before the bracket", before.bracketed, Way.LABEL),
    Construction("signature", behind.signature, Way.LABEL),
    Construction("signature in brackets", behind.bracketed_signature, Way.LABEL),
    Construction("signature on the next line", behind.signature_below, Way.LABEL),
    Construction("within what an outlet reports", behind.reported_by_outlet, Way.BEFORE),
    Construction("verb behind, subject behind it", behind.inverted, Way.AFTER),
    Construction("verb behind, name in marks behind it", behind.inverted_marked, Way.AFTER),
    Construction("sentence bracket behind", behind.bracket, Way.AFTER),
    Construction("according to, behind", behind.source, Way.ACCORDING),
    Construction("put so, behind", manner.put_so, Way.AFTER),
    Construction("subject behind, verb behind it", behind.subject_first, Way.AFTER),
    Construction("verb of no list, name behind it", unlisted.unlisted_verb, Way.AFTER),
    Construction("name behind, verb of no list behind it", unlisted.name_first, Way.AFTER),
    Construction("verb and pronoun or name within the marks", incise.incise, Way.INSIDE),
    Construction("verb without subject before a colon", before.colon_without_subject, Way.COLON),
    Construction("name before a colon", before.label, Way.LABEL),
    Construction("topic before a colon", before.topic, Way.COLON),
    Construction("according to, over the sentence", before.source_of_sentence, Way.ACCORDING),
    Construction("verb in reported mood at the end of the clause around", around.reported_verb_final, Way.INSIDE),
    Construction("verb and subject before", before.clause, Way.BEFORE),
    Construction("according to an outlet, behind a fragment", behind.source_of_fragment, Way.ACCORDING),
    Construction("according to, before", before.source_before, Way.ACCORDING),
    Construction("according to, further on", around.source_further_on, Way.ACCORDING),
    Construction("sentence bracket further on", around.bracket_further_on, Way.AFTER),
    Construction("parenthesis further on", around.parenthesis, Way.INSIDE),
    Construction("verb at the end of the clause around", around.verb_final, Way.INSIDE),
    Construction("called so, behind", around.called, Way.INSIDE),
)
"""The surest first: a construction that stands lower is asked only where none above it finds anything."""
