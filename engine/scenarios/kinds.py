"""Which kinds of cases the scenarios show of each provision: met, not met, on the boundary, undetermined.

The kind is what the scenario itself has shown when it was run, never a label; only the boundary is a tag, because
nothing but the reader knows where an edge is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Final, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from langnghe.engine.law.instruments import Words
from langnghe.engine.problems import InvalidRules, Problem
from langnghe.engine.reading.source import parse
from langnghe.engine.reading.validation import problems_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from importlib.resources.abc import Traversable
    from pathlib import Path

    from langnghe.engine.scenarios.models import Case, Results

CaseKind = Literal["met", "not_met", "boundary", "undetermined"]
KINDS: Final[tuple[CaseKind, ...]] = ("met", "not_met", "boundary", "undetermined")
EXCEPTIONS: Final = "exceptions.yaml"


class Exempt(BaseModel):
    """Provisions that cannot have a scenario of some kinds, and why."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    provisions: Annotated[tuple[str, ...], Field(min_length=1)]
    without: Annotated[tuple[CaseKind, ...], Field(min_length=1)]
    why: Words


class Exceptions(BaseModel):
    """The file beside the scenarios that declares them."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    format: Literal["langnghe/scenario-exceptions/v1"]
    exceptions: tuple[Exempt, ...]


def load_exceptions(folder: Traversable | Path) -> tuple[Exempt, ...]:
    """Load the exceptions declared in a folder of scenarios; none where there is no such file.

    Raises:
        InvalidRules: the file is wrong.
    """
    file = folder.joinpath(EXCEPTIONS)
    if not file.is_file():
        return ()
    source = parse(file.read_bytes(), as_json=False)
    problems = list(source.problems)
    if not problems:
        try:
            return Exceptions.model_validate(source.tree).exceptions
        except ValidationError as error:
            problems = problems_of(error, Exceptions, source)
    raise InvalidRules([Problem(each.code, each.path, each.line, each.context, EXCEPTIONS) for each in problems])


def kinds_shown(results: Results, provision: str) -> set[CaseKind]:
    """Give the kinds of cases that passing scenarios with the provision's tag show."""
    shown: set[CaseKind] = set()
    for feature, rule, scenario, case in results.cases():
        if case.status == "passed" and provision in feature.provisions_of(rule, scenario):
            shown |= {"boundary"} if scenario.boundary else _verdicts(case, provision)
    return shown


def _verdicts(case: Case, provision: str) -> set[CaseKind]:
    """The verdicts shown on the provision's own criteria; where it has none, the last one on the whole."""
    own = {verdict for where, verdict in case.stated if where == provision}
    whole = [verdict for where, verdict in case.stated if not where]
    verdicts = own or set(whole[-1:])
    return {kind for kind in KINDS if kind in verdicts}


def gaps(results: Results, provisions: Iterable[str], exceptions: Iterable[Exempt]) -> dict[str, tuple[CaseKind, ...]]:
    """Give the kinds that each provision lacks and is not exempt from; provisions that lack none are left out."""
    exempt: dict[str, set[CaseKind]] = {}
    for each in exceptions:
        for provision in each.provisions:
            exempt.setdefault(provision, set()).update(each.without)
    found = {}
    for provision in provisions:
        present = kinds_shown(results, provision) | exempt.get(provision, set())
        if lacking := tuple(kind for kind in KINDS if kind not in present):
            found[provision] = lacking
    return found


def needless_exceptions(results: Results, exceptions: Iterable[Exempt]) -> dict[str, tuple[CaseKind, ...]]:
    """Give the exceptions that are none any more: the scenarios show the kind all the same."""
    found: dict[str, tuple[CaseKind, ...]] = {}
    for each in exceptions:
        for provision in each.provisions:
            shown = kinds_shown(results, provision)
            if needless := tuple(kind for kind in each.without if kind in shown):
                found[provision] = (*found.get(provision, ()), *needless)
    return found
