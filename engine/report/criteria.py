"""The tables of criteria: shares of households in bands, what fails or is open, what else the register says."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from langnghe.engine.network import references, review_network
from langnghe.engine.report.layout import Row, Table
from langnghe.engine.report.tally import FACTS
from langnghe.engine.words import formats
from langnghe.engine.words.citation import citation
from langnghe.engine.words.messages import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from langnghe.engine.report.making import Report


def bands(report: Report) -> Table | None:
    """Give the titles by their share of households, the threshold of the rule drawn among the bands."""
    measure, lang = report.measure, report.lang
    if measure is None or not report.tally.bands:
        return None
    found: dict[int | None, Counter[str]] = {}
    for (band, verdict), number in report.tally.bands.items():
        found.setdefault(band, Counter())[verdict] += number
    verdicts = ("met", "not_met", "undetermined")
    rows = [
        Row(
            (label, *(found.get(band, Counter[str]())[verdict] for verdict in verdicts)),
            above=band is not None and measure.edges[band] == measure.threshold,
        )
        for band, label in _band_labels(measure.edges, lang)
    ]
    threshold = formats.percent(measure.threshold, lang)
    cited = citation(measure.rule.full_provision, report.rulebook, lang)
    return Table(
        "bands",
        say("report.bands.heading", lang, threshold=threshold),
        (
            say("report.bands.band", lang),
            *(say(f"report.bands.{word}", lang) for word in ("met", "not_met", "open")),
        ),
        tuple(rows),
        (say("report.bands.note", lang, citation=cited, threshold=threshold),),
        tuple((at, verdict) for at, verdict in enumerate(verdicts, 1)),
        charted=True,
    )


def _band_labels(edges: tuple[int, ...], lang: str) -> Iterator[tuple[int | None, str]]:
    for band, edge in enumerate(edges):
        begins = formats.percent(edge, lang)
        if band + 1 == len(edges):
            yield band, say("report.bands.last", lang, **{"from": begins})
        else:
            ends = formats.percent(edges[band + 1], lang)
            key = "between" if band else "first"
            yield band, say(f"report.bands.{key}", lang, **{"from": begins, "to": ends})
    yield None, say("report.bands.unknown", lang)


def criteria(report: Report) -> Table:
    """Give the criteria that leave titles short, in the order of the law, each with its provision."""
    lang, law = report.lang, report.law
    found: Counter[tuple[str, str]] = Counter()
    for (_, rule, verdict), number in report.tally.criteria.items():
        found[rule, verdict] += number
    rows = []
    for rule, depth in _in_order(report):
        numbers = tuple(found[rule, verdict] for verdict in ("not_met", "undetermined"))
        if any(numbers):
            cited = citation(law.rules[rule].full_provision, report.rulebook, lang)
            rows.append(Row(("\u2013 " * depth + law.rules[rule].name.in_(lang), *numbers), cited))
    return Table(
        "criteria",
        say("report.criteria.heading", lang),
        (
            say("report.criteria.criterion", lang),
            say("report.bands.not_met", lang),
            say("report.bands.open", lang),
        ),
        tuple(rows),
        (say("report.criteria.note", lang),),
        ((1, "not_met"), (2, "undetermined")),
    )


def _in_order(report: Report) -> list[tuple[str, int]]:
    """Give the criteria of all titles in the order of the law, each with how deep it stands below a title's own."""
    found: dict[str, int] = {}
    networks = {title: review_network(report.law, title).nodes for title in report.law.titles}
    for title in sorted(networks, key=lambda each: -len(networks[each])):  # the most asking title holds the others'
        nodes = {node.id: node.condition for node in networks[title]}

        def below(rule: str, depth: int, nodes: dict[str, object] = nodes) -> None:
            for ref in references(nodes[rule]):
                if ref not in found:
                    found[ref] = depth
                    below(ref, depth + 1)

        below(title, 0)
    return list(found.items())


def facts(report: Report) -> Table | None:
    """What the register says of titles beside the criteria, where it says anything."""
    lang, found = report.lang, report.tally.facts
    rows = [
        Row((say(f"report.facts.{fact}", lang), found[fact, True], found[fact, False], found[fact, None]))
        for fact in FACTS
        if found[fact, True] or found[fact, False]
    ]
    columns = ("fact", "yes", "no", "unknown")
    return Table(
        "facts",
        say("report.facts.heading", lang),
        tuple(say(f"report.facts.{column}", lang) for column in columns),
        tuple(rows),
    )
