"""The report's tables: what is counted, laid out once for the page and the workbook alike."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from langnghe.engine.register.fields import GROUPS, TITLES
from langnghe.engine.report.class_tables import classes, plan_classes
from langnghe.engine.report.criteria import bands, criteria, facts
from langnghe.engine.report.layout import Row, Table, by_outcome, outcome_names
from langnghe.engine.report.making import OUTCOMES
from langnghe.engine.report.tally import LATER, NO_GROUP, WITHDRAWN
from langnghe.engine.report.words import alphabetical, capital
from langnghe.engine.words import formats
from langnghe.engine.words.citation import citation
from langnghe.engine.words.messages import say

if TYPE_CHECKING:
    from langnghe.engine.report.making import Report


def tables_of(report: Report) -> list[Table]:
    """Give the tables of a report, in the order in which it tells them; the list of communes is apart."""
    made = [
        _account(report),
        _titles(report),
        _provinces(report) if len(report.provinces) > 1 else None,
        _groups(report),
        bands(report),
        criteria(report),
        facts(report),
        classes(report),
        *plan_classes(report),
    ]
    return [table for table in made if table is not None and table.rows]


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


def _titles(report: Report) -> Table:
    counts = report.tally.outcomes()
    rows = []
    for title in TITLES:
        found = Counter({outcome: counts[title, outcome] for outcome in OUTCOMES})
        if found.total():
            rows.append((capital(say(f"title.{title}", report.lang)), found))
    return by_outcome(report, "titles", say("report.title", report.lang), rows)


def _provinces(report: Report) -> Table:
    found: dict[str, Counter[str]] = {}
    for (province, *_, outcome), number in report.tally.places.items():
        found.setdefault(province, Counter())[outcome] += number
    rows = [(name or say("report.unknown_place", report.lang), found[name]) for name in sorted(found, key=alphabetical)]
    return by_outcome(report, "provinces", say("report.province", report.lang), rows)


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
    table = by_outcome(report, "groups", say("report.groups.group", lang), rows, total=False)
    notes = [say("report.groups.note", lang, citation=citation(article, report.rulebook, lang))]
    if report.tally.several_groups:
        notes.append(say("report.groups.several", lang, number=formats.number(report.tally.several_groups, lang)))
    return replace(table, notes=tuple(notes))


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
