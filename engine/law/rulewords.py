"""Checks of the words of rules: every slot in braces is one that the rule's own condition can fill."""

from __future__ import annotations

import string
from difflib import get_close_matches
from typing import TYPE_CHECKING, Final

from langnghe.engine.law import anatomy
from langnghe.engine.law import conditions as c

if TYPE_CHECKING:
    from collections.abc import Iterator

    from langnghe.engine.law.rulecheck import Place
    from langnghe.engine.law.rules import Rule
    from langnghe.engine.problems import Problem

# What `words.slots` fills for any rule, for one with a share, for one that counts years, and for one about a craft.
_ALWAYS: Final = frozenset({"day", "attribution", "passing", "failing", "failing_crafts", "missing"})
_OF_SHARE: Final = frozenset({"of", "in", "share", "threshold"})
_OF_TIME: Final = frozenset({"since", "elapsed", "threshold"})
_OF_CRAFT: Final = frozenset({"craft"})


def slots_of(rule: Rule) -> frozenset[str]:
    """Give the slots that the words of a rule may have, its fields among them by the last part of their path."""
    known = _ALWAYS | {field.rpartition(".")[2] for field in anatomy.fields_of(rule.requires)}
    for condition in anatomy.walk(rule.requires):
        match condition:
            case c.Share():
                known |= _OF_SHARE
            case c.Elapsed():
                known |= _OF_TIME
    return known | _OF_CRAFT if rule.subject == "craft" else known


def words_fit(place: Place, rule: Rule) -> Iterator[Problem]:
    """Find slots that nothing fills, and braces that are not closed; each would fail a dossier only later."""
    known = slots_of(rule)
    parts = [(("required",), rule.required), *((("reasons", key), each) for key, each in rule.reasons)]
    for path, words in parts:
        if words is None:
            continue
        for lang in ("vi", "en"):
            try:
                used = [name for _, name, _, _ in string.Formatter().parse(words.in_(lang)) if name is not None]
            except ValueError:
                yield place.problem("slot_open", *path, lang)
                continue
            for name in used:
                if name not in known:
                    near = next(iter(get_close_matches(name, sorted(known), n=1)), ", ".join(sorted(known)))
                    yield place.problem("no_such_slot", *path, lang, got=name, near=near)
