"""The longest run of words that two texts have in common, in time linear in their lengths.

A suffix automaton (Blumer et al. 1985) of the one reads the other. Comparing word by word takes the product of the
lengths where words repeat.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field


@dataclass(slots=True)
class _State:
    """Words that end at the same places: the longest's length, where it first ends, what follows, the shorter ones."""

    length: int
    end: int
    next: dict[str, int] = field(default_factory=dict)
    link: int = -1


def longest_run(one: Sequence[str], other: Sequence[str]) -> tuple[int, int, int]:
    """Where the longest run begins in each, and its length; of equally long ones the first."""
    states = _automaton(other)
    state = length = 0
    best = (0, 0, 0)
    for place, word in enumerate(one):
        while state and word not in states[state].next:
            state = states[state].link
            length = states[state].length
        if word in states[state].next:
            state, length = states[state].next[word], length + 1
        if length > best[2]:
            best = (place + 1 - length, states[state].end + 1 - length, length)
    return best


def _automaton(words: Sequence[str]) -> list[_State]:
    states, last = [_State(0, -1)], 0
    for place, word in enumerate(words):
        new = len(states)
        states.append(_State(states[last].length + 1, place))
        at, last = last, new
        while at >= 0 and word not in states[at].next:
            states[at].next[word] = new
            at = states[at].link
        states[new].link = 0 if at < 0 else _linked(states, at, word)
    return states


def _linked(states: list[_State], at: int, word: str) -> int:
    """The state that holds the shorter endings, split off where it holds longer ones too."""
    found = states[at].next[word]
    if states[found].length == states[at].length + 1:
        return found
    copy = len(states)
    old = states[found]
    states.append(_State(states[at].length + 1, old.end, dict(old.next), old.link))
    old.link = copy
    while at >= 0 and states[at].next.get(word) == found:
        states[at].next[word] = copy
        at = states[at].link
    return copy
