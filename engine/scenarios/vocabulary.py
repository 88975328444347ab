"""The sentences that scenarios may use: which there are, which one a step is, and which one it may have meant."""

from __future__ import annotations

import importlib
import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache
from itertools import islice, product
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from types import ModuleType

    from langnghe.engine.scenarios.models import StepKind

STEPS: Final = "langnghe.features.steps"

_MOST_FORMS: Final = 400  # of one sentence, when it is compared with a step
_NEAR_ENOUGH: Final = 0.4
# What a step has in place of a slot that cannot be listed, so that figures do not count in the comparison.
_FIGURES: Final = re.compile(r"\d{2}/\d{2}/\d{4}|\d[\d.]*")
_QUOTED: Final = re.compile(r'"[^"]*"')


@dataclass(frozen=True, eq=False)
class Definition:
    """One sentence of the vocabulary, of one kind of step, with the parser that reads it."""

    kind: StepKind
    parser: Any
    module: str

    @property
    def table(self) -> Any:  # noqa: ANN401  a Table of the steps, which are no part of the engine
        """The table that follows the sentence, if one does."""
        return getattr(self.parser, "table", None)

    @property
    def slots(self) -> dict[str, Any]:
        """The kinds of the sentence's slots, by the slot's name."""
        return getattr(self.parser, "slots", {})

    @property
    def shown(self) -> str:
        """The sentence as people read it: each slot by its kind, ``làng có «số hộ» hộ``."""
        return re.sub(r"\{\w+:([^}]+)\}", r"«\1»", str(self.parser.name))

    def matches(self, text: str) -> bool:
        """Tell whether a step is this sentence."""
        return bool(self.parser.is_matching(text))

    def forms(self) -> list[str]:
        """Give the sentence in every form that its slots allow, figures and free words left open."""
        parts: list[tuple[str, ...]] = []
        for part in re.split(r"(\{\w+:[^}]+\}|\[[^\]]*\])", str(self.parser.name)):
            slot = re.fullmatch(r"\{(\w+):[^}]+\}", part)
            if slot:
                parts.append(self.slots[slot[1]].choices or ("…",))
            elif part.startswith("["):
                parts.append((re.sub(r"\{\w+:[^}]+\}", "…", part[1:-1]), ""))
            else:
                parts.append((part,))
        return ["".join(form) for form in islice(product(*parts), _MOST_FORMS)]


@cache
def step_modules() -> tuple[ModuleType, ...]:
    """Import the modules that define the sentences; they need pytest-bdd."""
    package = importlib.import_module(STEPS)
    return tuple(importlib.import_module(f"{STEPS}.{name}") for name in package.MODULES)


@cache
def definitions() -> tuple[Definition, ...]:
    """Give every sentence, in the order of the modules and, within one, of definition."""
    from pytest_bdd.steps import step_function_context_registry

    names = [module.__name__ for module in step_modules()]
    found = [
        Definition(context.type, context.parser, context.step_func.__module__)
        for context in step_function_context_registry.values()
        if context.type and context.step_func.__module__ in names
    ]
    return tuple(sorted(found, key=lambda each: names.index(each.module)))


def definition_of(kind: str, text: str) -> Definition | None:
    """Give the sentence that a step is, if it is one."""
    return next((each for each in definitions() if each.kind == kind and each.matches(text)), None)


def nearest(kind: str, text: str) -> tuple[Definition, str] | None:
    """Give the sentence of that kind of step that comes closest, and its closest form; ``None`` if none is near."""
    masked = _masked(text)
    matcher = SequenceMatcher(b=masked)
    best: tuple[float, Definition, str] | None = None
    for definition in definitions():
        if definition.kind != kind:
            continue
        for form, bare in _masked_forms(definition):
            matcher.set_seq1(bare)
            floor = best[0] if best else _NEAR_ENOUGH
            if (
                matcher.real_quick_ratio() > floor
                and matcher.quick_ratio() > floor
                and (ratio := matcher.ratio()) > floor
            ):
                best = (ratio, definition, form)
    return best and (best[1], best[2])


@cache
def _masked_forms(definition: Definition) -> tuple[tuple[str, str], ...]:
    return tuple((form, _masked(form)) for form in definition.forms())


def _masked(text: str) -> str:
    return _FIGURES.sub("…", _QUOTED.sub('"…"', text)).casefold()
