"""The report's tables: what is counted, laid out once for the page and the workbook alike."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from langnghe.engine.network import references, review_network
from langnghe.engine.register.fields import CLASSES, GROUPS, TITLES
from langnghe.engine.report.making import OUTCOMES
from langnghe.engine.report.tally import FACTS, LATER, NO_GROUP, WITHDRAWN
from langnghe.engine.report.words import alphabetical, capital
from langnghe.engine.words import formats
from langnghe.engine.words.citation import citation
from langnghe.engine.words.messages import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from langnghe.engine.programmes.values import Value
    from langnghe.engine.report.making import Report

Cell = str | int
# How each outcome is coloured, as pages colour verdicts; a remedy has a colour of its own.
TONES: Final = {"keep": "met", "propose_revocation": "not_met", "remedy": "ordered", "undetermined": "undetermined"}


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a table.

    ``aside`` stands below its first cell; ``total`` sums the others; ``above`` draws the threshold between it and the
    line before.
    """

    cells: tuple[Cell, ...]
    aside: str = ""
    total: bool = False
    above: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table with its notes.

    ``drawn`` names the columns whose numbers are drawn as bars one upon the other, each with its tone; ``charted``
    tells that they make a chart of their own where one is not drawn in the table itself.
    """

    id: str
    heading: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    notes: tuple[str, ...] = ()
    drawn: tuple[tuple[int, str], ...] = ()
    charted: bool = False

    @property
    def texts(self) -> int:
        """How many columns at the left hold words; the others hold numbers."""
        return next((at for at, cell in enumerate(self.rows[0].cells) if isinstance(cell, int)), len(self.columns))


def tables_of(report: Report) -> list[Table]:
    """Give the tables of a report, in the order in which it tells them; the list of communes is apart."""
    made = [
        _account(report),
        _titles(report),
        _provinces(report) if len(report.provinces) > 1 else None,
        _groups(report),
        _bands(report),
        _criteria(report),
        _facts(report),
        _classes(report),
        *_plan_classes(report),
    ]
    return [table for table in made if table is not None and table.rows]


def outcome_names(report: Report) -> dict[str, str]:
    """Give what the law calls each outcome of a review."""
    return {row.id: row.name.in_(report.lang) for row in report.law.review_outcomes}


def _account(report: Report) -> Table:
    tally = report.tally
    counts = {
        "held": tally.held,
        "withdrawn": tally.statuses[WITHDRAWN],
        "later": tally.statuses[LATER],
        "without_title": sum(tally.without_title.values()),
        "rejected": tally.rejected,
    }
    lang = report.lang
    rows = [Row((say(f"report.account.{key}", lang), number)) for key, number in counts.items()]
    written = {key: formats.number(number, lang) for key, number in {**counts, "read": tally.read}.items()}
    return Table(
        "account",
        say("report.account.heading", lang),
        (say("report.account.what", lang), say("report.account.rows", lang)),
        (*rows, Row((say("report.account.read", lang), tally.read), total=True)),
        (say("report.account.sentence", lang, **written),),
    )


def _by_outcome(
    report: Report, name: str, first: str, rows: Iterable[tuple[str, Counter[str]]], *, total: bool = True
) -> Table:
    """A table of one row a name: how many titles are held, and how many of each outcome."""
    lang, names = report.lang, outcome_names(report)
    lines = [(label, found) for label, found in rows]
    made = [Row(_numbers(label, found)) for label, found in lines]
    if total and len(made) > 1:
        whole = sum((found for _, found in lines), Counter[str]())
        made.append(Row(_numbers(say("report.total", lang), whole), total=True))
    return Table(
        name,
        say(f"report.{name}.heading", lang),
        (first, say("report.held", lang), *(names[outcome] for outcome in OUTCOMES)),
        tuple(made),
        drawn=tuple((at, TONES[outcome]) for at, outcome in enumerate(OUTCOMES, 2)),
        charted=True,
    )


def _numbers(label: str, found: Counter[str]) -> tuple[Cell, ...]:
    return label, found.total(), *(found[outcome] for outcome in OUTCOMES)


def _titles(report: Report) -> Table:
    counts = report.tally.outcomes()
    rows = []
    for title in TITLES:
        found = Counter({outcome: counts[title, outcome] for outcome in OUTCOMES})
        if found.total():
            rows.append((capital(say(f"title.{title}", report.lang)), found))
    return _by_outcome(report, "titles", say("report.title", report.lang), rows)


def _provinces(report: Report) -> Table:
    found: dict[str, Counter[str]] = {}
    for (province, *_, outcome), number in report.tally.places.items():
        found.setdefault(province, Counter())[outcome] += number
    rows = [(name or say("report.unknown_place", report.lang), found[name]) for name in sorted(found, key=alphabetical)]
    return _by_outcome(report, "provinces", say("report.province", report.lang), rows)


def _groups(report: Report) -> Table:
    lang = report.lang
    article, texts = say("workbook.activity_groups", lang), report.rulebook.provisions()
    words = [provision.text.rstrip(".") for name, provision in texts.items() if name.startswith(f"{article}/")]
    labels: dict[int | None, str] = {
        group: say("report.groups.numbered", lang, number=group, text=text)
        for group, text in zip(GROUPS, words, strict=True)
    }
    labels |= {NO_GROUP: say("report.groups.none", lang), None: say("report.groups.unknown", lang)}
    rows = []
    for group, label in labels.items():
        found = Counter({outcome: report.tally.groups[group, outcome] for outcome in OUTCOMES})
        if found.total() or group in GROUPS:
            rows.append((label, found))
    table = _by_outcome(report, "groups", say("report.groups.group", lang), rows, total=False)
    notes = [say("report.groups.note", lang, citation=citation(article, report.rulebook, lang))]
    if report.tally.several_groups:
        notes.append(say("report.groups.several", lang, number=formats.number(report.tally.several_groups, lang)))
    return replace(table, notes=tuple(notes))


def _bands(report: Report) -> Table | None:
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


def _criteria(report: Report) -> Table:
    lang, law = report.lang, report.law
    found: Counter[tuple[str, str]] = Counter()
    for (_, rule, verdict), number in report.tally.criteria.items():
        found[rule, verdict] += number
    rows = []
    for rule, depth in criteria_in_order(report):
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


def criteria_in_order(report: Report) -> list[tuple[str, int]]:
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


def _facts(report: Report) -> Table | None:
    """What the register says of titles beside the criteria, where it says anything."""
    lang, facts = report.lang, report.tally.facts
    rows = [
        Row((say(f"report.facts.{fact}", lang), facts[fact, True], facts[fact, False], facts[fact, None]))
        for fact in FACTS
        if facts[fact, True] or facts[fact, False]
    ]
    columns = ("fact", "yes", "no", "unknown")
    return Table(
        "facts",
        say("report.facts.heading", lang),
        tuple(say(f"report.facts.{column}", lang) for column in columns),
        tuple(rows),
    )


def _classes(report: Report) -> Table | None:
    """The classes on record; nothing where the register has none at all."""
    lang, tally = report.lang, report.tally
    if not any(tally.classes[each] or tally.without_title[each] for each in CLASSES):
        return None
    names = {each: say(f"report.classes.{each}", lang) for each in CLASSES}
    rows = [Row((names[each], tally.classes[each])) for each in CLASSES if tally.classes[each]]
    rows.append(Row((say("report.classes.unknown", lang), tally.classes[None])))
    for each in (*CLASSES, None):
        if tally.without_title[each]:
            name = names[each] if each else say("report.classes.unknown", lang)
            rows.append(Row((say("report.classes.without_title", lang, **{"class": name}), tally.without_title[each])))
    return Table(
        "classes",
        say("report.classes.heading", lang),
        (say("report.classes.class", lang), say("report.classes.rows", lang)),
        tuple(rows),
        (say("report.classes.note", lang),),
    )


def _plan_classes(report: Report) -> Iterator[Table]:
    """The classes of each plan of a province that the register names, in the plan's own order and words."""
    lang = report.lang
    for plan, classes in report.classes.plans():
        rows = [Row((each.name.in_(lang), each.where, _range(value, lang))) for each, value in classes]
        notes = [say("report.classes.plan_name", lang, plan=plan.name.in_(lang))]
        notes += dict.fromkeys(each.note.in_(lang) for each, _ in classes if each.note)
        if plan.rating:
            notes.append(f"{plan.rating.said.in_(lang)} ({plan.rating.where})")
        yield Table(
            f"plan-{plan.id}",
            say("report.classes.plan", lang, province=plan.province),
            tuple(say(f"report.classes.{key}", lang) for key in ("of_plan", "where", "rows")),
            tuple(rows),
            tuple(notes),
        )


def _range(value: Value | None, lang: str) -> str:
    if value is None:
        return formats.number(0, lang)
    if value.high is None or value.low == value.high:
        return formats.number(value.low, lang)
    low, high = (formats.number(number, lang) for number in (value.low, value.high))
    return say("programme.between", lang, low=low, high=high)


def communes_of(report: Report) -> Table:
    """Give the table of communes: how many titles of each kind, of each outcome, and withdrawn."""
    lang, names = report.lang, outcome_names(report)
    found: dict[tuple[str, ...], Counter[str]] = {}
    for (province, district, commune, title, outcome), number in report.tally.places.items():
        counts = found.setdefault((province, district, commune), Counter())
        counts[title] += number
        counts[outcome] += number
        counts["held"] += number
    for place, number in report.tally.revoked.items():
        found.setdefault(place, Counter())[WITHDRAWN] += number
    unknown = say("report.unknown_place", lang)
    keys = (*TITLES, "held", *OUTCOMES, WITHDRAWN)
    rows = [
        Row((place[0] or unknown, place[1], place[2] or unknown, *(found[place][key] for key in keys)))
        for place in sorted(found, key=lambda place: [alphabetical(part) for part in place])
    ]
    whole = sum(found.values(), Counter[str]())
    rows.append(Row((say("report.total", lang), "", "", *(whole[key] for key in keys)), total=True))
    places = [say(f"report.{key}", lang) for key in ("province", "district", "commune")]
    if not any(place[1] for place in found):  # since July 2025 there are no districts
        del places[1]
        rows = [Row((row.cells[0], *row.cells[2:]), total=row.total) for row in rows]
    columns = (
        *places,
        *(capital(say(f"title.{title}", lang)) for title in TITLES),
        say("report.held", lang),
        *(names[outcome] for outcome in OUTCOMES),
        say("report.withdrawn", lang),
    )
    return Table("communes", say("report.communes.heading", lang), columns, tuple(rows))
