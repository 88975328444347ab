"""What must hold of every dossier, whatever is in it."""

import json

import yaml
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from strategies import TITLES, dossiers

import langnghe
from langnghe.engine.dossier import Dossier

RANK = {"not_met": 0, "not_eligible": 0, "undetermined": 1, "met": 2, "eligible": 2}

many = settings(max_examples=150, deadline=None)


def read(tree):
    return Dossier.model_validate(tree)


def every_verdict(result):
    """The verdict of each criterion and subject in the tree."""
    found, ahead = {}, list(result.findings)
    while ahead:
        each = ahead.pop()
        found[each.criterion, each.subject] = each.verdict
        ahead += each.findings
    return found


def said(result):
    """What a result says, apart from which dossier it was said of."""
    return result.model_dump(mode="json") | {"dossier_sha256": None}


def titles_for(tree):
    """The titles that may be asked: one of a craft only where there is one craft."""
    return [title for title in TITLES if title != "traditional_craft" or len(tree.get("crafts") or ()) == 1]


@many
@given(tree=dossiers(), data=st.data())
def test_the_order_of_the_papers_never_matters(tree, data):
    papers = tree.get("documents") or []
    shuffled = tree | {"documents": data.draw(st.permutations(papers))}
    assume(papers)

    assert said(langnghe.assess(read(shuffled))) == said(langnghe.assess(read(tree)))


@many
@given(tree=dossiers(), data=st.data())
def test_the_order_of_the_activities_never_matters_for_the_verdicts(tree, data):
    turned = tree | {"activities": data.draw(st.permutations(tree.get("activities") or [4, 2]))}
    plain = tree | {"activities": sorted(turned["activities"])}

    assert every_verdict(langnghe.assess(read(turned))) == every_verdict(langnghe.assess(read(plain)))


@many
@given(tree=dossiers(), total=st.integers(1, 3000), data=st.data())
def test_one_more_household_taking_part_never_worsens_anything(tree, total, data):
    participating = data.draw(st.integers(0, total - 1))
    fewer = tree | {"households": {"total": total, "participating": participating}}
    more = tree | {"households": {"total": total, "participating": participating + 1}}

    for title in titles_for(tree):
        before, after = (langnghe.assess(read(each), title=title) for each in (fewer, more))
        assert RANK[after.outcome] >= RANK[before.outcome]
        ours, theirs = every_verdict(before), every_verdict(after)
        assert all(RANK[theirs[key]] >= RANK[verdict] for key, verdict in ours.items())


@many
@given(tree=dossiers(), total=st.integers(1, 3000), data=st.data())
def test_one_more_household_in_the_unit_never_helps_the_share(tree, total, data):
    participating = data.draw(st.integers(0, total))
    smaller = tree | {"title": "craft_village", "households": {"total": total, "participating": participating}}
    larger = tree | {"title": "craft_village", "households": {"total": total + 1, "participating": participating}}

    before, after = (every_verdict(langnghe.assess(read(each))) for each in (smaller, larger))

    share = ("village.households", "village")
    assert RANK[after[share]] <= RANK[before[share]]


def known_values(tree):
    """The paths of everything that a dossier says and that could as well not be known."""
    paths = [
        (key,)
        for key in ("activities", "households", "production", "environment", "crafts")
        if tree.get(key) is not None
    ]
    for part in ("households", "production", "environment"):
        paths += [(part, key) for key, value in (tree.get(part) or {}).items() if value is not None]
    for index, craft in enumerate(tree.get("crafts") or ()):
        paths += [("crafts", index, key) for key, value in craft.items() if key != "name" and value is not None]
    return paths


def without(tree, path):
    """The same dossier, with one thing in it not known."""
    copy = json.loads(json.dumps(tree))
    part = copy
    for step in path[:-1]:
        part = part[step]
    part[path[-1]] = None
    return copy


@settings(max_examples=300, deadline=None)
@given(tree=dossiers(), data=st.data())
def test_learning_something_never_turns_a_decided_verdict_round(tree, data):
    """Between yes and no there is only undetermined: no title is lost to a gap in the dossier."""
    path = data.draw(st.sampled_from(known_values(tree) or [None]))
    assume(path)
    less = without(tree, path)

    for title in titles_for(less):
        knew_less, knew_more = (langnghe.assess(read(each | {"title": title})) for each in (less, tree))
        ours, theirs = every_verdict(knew_less), every_verdict(knew_more)
        pairs = [(knew_less.outcome, knew_more.outcome)]
        pairs += [(verdict, theirs[key]) for key, verdict in ours.items() if key in theirs]
        for before, after in pairs:
            assert before in {after, "undetermined"}, f"{path}: {before} became {after}"


@many
@given(
    tree=dossiers(),
    low=st.integers(0, 300),
    widths=st.tuples(st.integers(0, 200), st.integers(0, 200), st.integers(0, 200)),
)
def test_a_closer_count_decides_no_less_and_nothing_else(tree, low, widths):
    below, between, above = widths
    vague = tree | {
        "title": "craft_village",
        "households": {"total": 1000, "participating": f"{max(low - below, 0)}..{low + between + above}"},
    }
    closer = tree | {
        "title": "craft_village",
        "households": {"total": 1000, "participating": f"{low}..{low + between}"},
    }

    before, after = (
        every_verdict(langnghe.assess(read(each)))["village.households", "village"] for each in (vague, closer)
    )

    assert before in {after, "undetermined"}


@many
@given(tree=dossiers())
def test_yaml_and_json_give_the_same_bytes(tree):
    as_yaml = langnghe.loads(yaml.safe_dump(tree, allow_unicode=True), as_json=False)
    as_json = langnghe.loads(json.dumps(tree), as_json=True)

    assert as_yaml == as_json
    assert langnghe.assess(as_yaml).model_dump_json() == langnghe.assess(as_json).model_dump_json()


@many
@given(tree=dossiers())
def test_a_dossier_written_and_read_again_gives_the_same_bytes(tree):
    dossier = read(tree)
    again = langnghe.loads(json.dumps(dossier.content()), as_json=True)

    assert langnghe.assess(again).model_dump_json() == langnghe.assess(dossier).model_dump_json()


@many
@given(tree=dossiers())
def test_asking_twice_gives_the_same_bytes(tree):
    first, second = (langnghe.assess(read(tree)).model_dump_json() for _ in range(2))

    assert first == second


@many
@given(tree=dossiers())
def test_the_language_changes_words_and_nothing_else(tree):
    vi, en = (langnghe.assess(read(tree), lang=lang) for lang in ("vi", "en"))

    assert every_verdict(vi) == every_verdict(en)
    assert (vi.outcome, vi.recommendation, vi.uncited) == (en.outcome, en.recommendation, en.uncited)
    assert [(each.code, each.path) for each in vi.warnings] == [(each.code, each.path) for each in en.warnings]


@many
@given(tree=dossiers())
def test_the_outcome_follows_from_the_findings_shown(tree):
    """A reader who takes the findings together reaches the outcome; nothing decides unseen."""
    tree = tree | {"title": "craft_village"}
    result = langnghe.assess(read(tree))

    verdicts = {each.verdict for each in result.findings}
    expected = "not_eligible" if "not_met" in verdicts else "undetermined" if "undetermined" in verdicts else "eligible"
    assert result.outcome == expected
