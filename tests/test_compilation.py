"""A network as durable-rules gets it: few facts, small rules, and the same verdicts as ever on any network at all."""

from __future__ import annotations

import itertools
import json
import random
from datetime import date
from typing import TYPE_CHECKING, Any, Final

import durable_rules_engine as durable
import pytest
from pydantic import TypeAdapter
from strategies import random_dossiers

from langnghe.engine.compilation import Compiled, is_two_valued
from langnghe.engine.dates import DateSpan
from langnghe.engine.dossier import Dossier
from langnghe.engine.encoding import Operands
from langnghe.engine.expressions import ALWAYS, NEVER, Compiler, alternatives, at_once, comparisons, width
from langnghe.engine.facts import Facts, measure
from langnghe.engine.inference import Inference
from langnghe.engine.law.conditions import Condition
from langnghe.engine.law.rulebook import installed
from langnghe.engine.network import Constant, Network, Node, assessment_network, references, review_network
from langnghe.engine.reference import Reference
from langnghe.engine.values import Count, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator

DAY: Final = date(2024, 2, 29)
MET, NOT_MET, UNDETERMINED = Verdict.MET, Verdict.NOT_MET, Verdict.UNDETERMINED
CHOICES: Final = (None, "none", "compliant", "noncompliant")
SPANS: Final = (
    None,
    *(DateSpan(date(year, 2, 28), date(year + more, 3, 1), "") for year in (1973, 1974, 2021, 2022) for more in (0, 2)),
    *(DateSpan(date(year, 2, 28), date(year, 2, 28), "") for year in (1974, 2022)),
    DateSpan(None, date(1970, 1, 1), ""),
    DateSpan(date(2023, 1, 1), None, ""),
)
COUNTS: Final = (None, *(Count(low, high) for low, high in ((0, 0), (20, 20), (100, 100), (19, 21), (30, None))))
VALUES: Final[dict[str, tuple[Any, ...]]] = {
    "households.participating": COUNTS,
    "households.total": (*COUNTS[:1], *COUNTS[2:]),  # no dossier has a village of no household
    "production.stable_since": SPANS,
    "environment.plan.approved_on": SPANS,
    "environment.self_management_group": (None, True, False),
    "environment.solid_waste_point": (None, True, False),
    "environment.central_treatment": CHOICES,
    "environment.solid_waste_treatment": CHOICES,
    "activities": (None, (), (4,)),
}
ATOMS: Final[tuple[dict[str, Any], ...]] = (
    {"holds": "environment.self_management_group"},
    {"holds": "environment.solid_waste_point"},
    {"known": "environment.self_management_group"},
    {"present": "activities"},
    {"share": {"of": "households.participating", "in": "households.total", "at_least_percent": 20}},
    {"elapsed": {"since": "production.stable_since", "at_least_years": 2}},
    {"elapsed": {"since": "production.stable_since", "more_than_years": 50}},
    {"one_of": {"field": "environment.central_treatment", "values": ["none", "compliant"]}},
    {"one_of": {"field": "environment.central_treatment", "values": ["noncompliant"]}},
    {"one_of": {"field": "environment.solid_waste_treatment", "values": ["compliant"]}},
    {"by_the_day": "environment.plan.approved_on"},
    {"before": {"field": "environment.plan.approved_on", "day": "2022-03-01"}},
    {"before": {"field": "environment.plan.approved_on", "day": "2022-03-01", "taken_as": "earliest"}},
    {"before": {"field": "environment.plan.approved_on", "day": "2022-03-01", "taken_as": "latest"}},
    {"attached": "awards"},
    {"attached": "craft_history"},
    {"holds_title": "craft_village"},
)
OF_CRAFTS: Final = ("some_craft", "the_craft")


def parsed(tree: dict[str, Any]) -> Any:
    return TypeAdapter(Condition).validate_python(tree)


def random_condition(dice: random.Random, below: list[str], crafts: list[str], depth: int = 2) -> dict[str, Any]:
    """Make up a condition: joints of atoms, verdicts on the nodes below, and what became of crafts."""
    kind = dice.choice(("all", "any", "not", "atom") if depth else ("atom",))
    if kind in {"all", "any"}:
        parts = dice.choice((1, 2, 3, 8) if depth > 1 else (2, 3))
        return {kind: [random_condition(dice, below, crafts, depth - 1) for _ in range(parts)]}
    if kind == "not":
        return {"not": random_condition(dice, below, crafts, depth - 1)}
    asked: list[dict[str, Any]] = list(dice.choices(ATOMS, k=2))
    asked += [{"criterion": name} for name in dice.choices(below, k=2) if below]
    asked += [{"verdict": {"of": name, "is": dice.choice(list(Verdict)).value}} for name in dice.choices(below, k=2)]
    asked += [{dice.choice(OF_CRAFTS): name} for name in crafts[:1]]
    return dice.choice(asked)


def random_network(dice: random.Random) -> Network:
    """Make up a network of crafts and a village; a few nodes ask nothing, and some only how another came out."""
    nodes: list[Node] = []
    for subject, number in (("craft", dice.randrange(6)), ("village", 1 + dice.randrange(25))):
        crafts = [node.id for node in nodes]
        below: list[str] = []
        for index in range(number):
            name = f"{subject}.n{index}"
            condition: Any = Constant(dice.choice(list(Verdict)))
            if dice.random() < 0.9:
                condition = parsed(random_condition(dice, below or [], crafts) if below else dice.choice(ATOMS))
            nodes.append(Node(name, subject, condition, index))  # type: ignore[arg-type]
            below.append(name)
    return Network(tuple(nodes))


def random_facts(dice: random.Random) -> Facts:
    """Make up facts, crafts with the same fields as the village."""

    def values() -> dict[str, Any]:
        return {path: dice.choice(each) for path, each in VALUES.items()}

    crafts = dice.choice((None, (), (values(),), (values(), values())))
    return Facts(
        DAY,
        values(),
        crafts,
        0 if crafts and len(crafts) == 1 else None,
        frozenset(kind for kind in ("awards", "craft_history") if dice.random() < 0.5),
        frozenset(title for title in ("craft_village",) if dice.random() < 0.5),
    )


@pytest.mark.parametrize("seed", range(150))
def test_any_network_comes_to_the_verdicts_of_the_reference(seed: int) -> None:
    dice = random.Random(seed)
    network = random_network(dice)
    inference, reference = Inference(f"random_{seed}", network), Reference(network)
    for _ in range(40):
        facts = random_facts(dice)
        assert inference.evaluate(facts) == reference.evaluate(facts), facts


def test_the_random_networks_hold_what_is_compiled_in_a_way_of_its_own() -> None:
    """Several stages, nodes said along, nodes of two values, and facts divided: otherwise little would be compared."""
    compiled = [Compiled(random_network(random.Random(seed))) for seed in range(150)]
    several = [each for each in compiled if len([it for it in each.strata if it.subject == "village"]) > 1]
    along = [each for each in compiled if any(len(says) > 1 for it in each.strata for says in it.meaning.values())]
    presumed = {verdict for each in compiled for verdict in each.presumed["village"].values()}
    assert len(several) > 50
    assert len(along) > 50
    assert presumed == set(Verdict)


def networks() -> Iterator[tuple[str, Network]]:
    """Every question of every title, under the law of each period."""
    rulebook = installed()
    for day in (date.min, *rulebook.changes()):
        law = rulebook.law_on(day)
        for title, ask in itertools.product(law.titles, (assessment_network, review_network)):
            yield f"{ask.__name__} {title} {day}", ask(law, title)


def test_an_assessment_is_one_fact_of_the_village_and_one_of_each_craft() -> None:
    for name, network in networks():
        subjects = [stratum.subject for stratum in Compiled(network).strata]
        assert subjects.count("craft") <= 1, name
        assert subjects.count("village") <= (1 if name.startswith("assess") else 2), name


def test_a_node_that_no_rule_calls_not_met_is_never_undetermined() -> None:
    """What is taken to have two values has two, on dossiers of every kind; and the papers are among them."""
    found: set[str] = set()
    dossiers = [Dossier.model_validate(tree) for tree in random_dossiers(seed=7, number=400)]
    for dossier in dossiers:
        law = installed().law_on(dossier.proposed_on)
        facts = measure(dossier, dossier.proposed_on)
        for title in law.titles:
            network = assessment_network(law, title)
            verdicts = Reference(network).evaluate(facts)
            two = {node.id for node in network.nodes if is_two_valued(node.condition, network.by_id)}
            found |= two
            assert not [name for name in two if verdicts.village[name] is UNDETERMINED]
    assert {"documents", "path.0", "document.results", "recommendation.recommend_refusal"} <= found
    assert not {"village.activity", "craft_village", "village.environment"} & found


@pytest.mark.parametrize(
    ("tree", "two"),
    [
        ({"attached": "awards"}, True),
        ({"known": "activities"}, True),
        ({"holds_title": "craft_village"}, True),
        ({"verdict": {"of": "open", "is": "met"}}, True),
        ({"criterion": "open"}, False),
        ({"criterion": "paper"}, True),
        ({"not": {"any": [{"criterion": "paper"}, {"known": "activities"}]}}, True),
        ({"all": [{"criterion": "paper"}, {"holds": "environment.plan"}]}, False),
        ({"before": {"field": "environment.plan.approved_on", "day": "2022-03-01", "taken_as": "latest"}}, False),
        ({"some_craft": "open"}, False),
        ({"the_craft": "open"}, False),
    ],
)
def test_two_values_are_told_from_three(tree: dict[str, Any], two: bool) -> None:
    nodes = {
        "open": Node("open", "village", parsed({"present": "activities"})),
        "paper": Node("paper", "village", parsed({"attached": "awards"})),
    }
    assert is_two_valued(parsed(tree), nodes) is two


def test_a_constant_has_two_values_unless_it_is_undetermined() -> None:
    assert [is_two_valued(Constant(verdict), {}) for verdict in (MET, NOT_MET, UNDETERMINED)] == [True, True, False]


def test_no_rule_can_be_lost_unnoticed() -> None:
    """Whatever rule does not say what it should, some dossier shows another verdict than the reference's."""
    rulebook = installed()
    law = rulebook.law_on(date(2024, 5, 1))
    dossiers = [Dossier.model_validate(tree) for tree in random_dossiers(seed=3, number=700)]
    cases = [measure(dossier, date(2024, 5, 1)) for dossier in dossiers]
    for title in law.titles:
        network = assessment_network(law, title)
        inference, reference = Inference(f"lost_{title}", network), Reference(network)
        wanted = [reference.evaluate(facts) for facts in cases]
        for stratum, _ in inference._strata:
            for rule, says in stratum.meaning.items():
                stratum.meaning[rule] = {}
                pairs = zip(cases, wanted, strict=True)
                assert any(inference.evaluate(facts) != verdicts for facts, verdicts in pairs), says
                stratum.meaning[rule] = says
        assert [inference.evaluate(facts) for facts in cases] == wanted


@pytest.mark.parametrize("number", [63, 64, 65, 66])
@pytest.mark.parametrize("deep", [False, True])
def test_as_many_comparisons_wait_as_are_counted(number: int, deep: bool) -> None:
    """durable-rules refuses a fact for which more than 64 wait; nothing else about the fact is wrong."""
    wide = {"$or": [{f"k{index}": 1} for index in range(1, number)]}
    rules = [{"$and": [{"k0": 1}, {"$or": [*wide["$or"], {"k0": 1}]}]}] if deep else [wide, {"k0": 1}]
    named = {f"r{index}": {"all": [{"m": rule}]} for index, rule in enumerate([*rules, {"first": 1}])}
    handle = durable.create_ruleset(f"wait_{number}_{deep}", json.dumps(named))
    _, state = durable.assert_fact(handle, '{"sid":"1","id":"first","first":1}')
    durable.start_action_for_state(handle, state)
    durable.complete_and_start_action(handle, state)
    fact = json.dumps({"sid": "1", "id": "f"} | {f"k{index}": 1 for index in range(number)})
    assert at_once(rules) == number
    if number <= 64:
        durable.assert_fact(handle, fact)
    else:
        with pytest.raises(durable.error, match="303"):
            durable.assert_fact(handle, fact)
    durable.delete_ruleset(handle)


def test_a_node_of_very_many_alternatives_is_divided_into_facts() -> None:
    """A hundred criteria that all fail: each of them is an alternative in which the title is not met."""
    names = [f"n{index}" for index in range(100)]
    criteria = [Node(name, "village", parsed({"holds": "environment.self_management_group"})) for name in names]
    title = Node("title", "village", parsed({"all": [{"criterion": name} for name in names]}), 1)
    network = Network((*criteria, title))
    strata = Compiled(network).strata
    assert max(at_once(list(stratum.rules.values())) for stratum in strata) <= 60
    inference, reference = Inference("wide", network), Reference(network)
    for holds in (None, True, False):
        facts = Facts(DAY, {"environment.self_management_group": holds}, None, None, frozenset(), frozenset())
        assert inference.evaluate(facts) == reference.evaluate(facts)


def test_joints_are_put_together() -> None:
    compiler = Compiler(Operands(), {})
    met, not_met = compiler.compile(
        parsed(
            {
                "all": [
                    {"any": [{"attached": "awards"}, {"attached": "craft_history"}]},
                    {"all": [{"attached": "other"}, {"holds_title": "craft_village"}]},
                ]
            }
        )
    )
    assert met == {"$and": [{"c": 1}, {"d": 1}, {"$or": [{"a": 1}, {"b": 1}]}]}
    assert not_met == {"$or": [{"c": 0}, {"d": 0}, {"$and": [{"a": 0}, {"b": 0}]}]}
    assert (comparisons(met), width(met), width(not_met)) == (4, 2, 3)
    assert alternatives(not_met, 2) == [{"$or": [{"c": 0}, {"d": 0}]}, {"$and": [{"a": 0}, {"b": 0}]}]


def test_what_always_or_never_holds_needs_no_operand() -> None:
    compiler = Compiler(Operands(), {"sure": Node("sure", "village", Constant(MET))})
    assert compiler.said("sure") == (ALWAYS, NEVER)
    assert compiler.compile(parsed({"all": [{"criterion": "sure"}, {"attached": "awards"}]})).met == {"a": 1}
    assert compiler.compile(parsed({"any": [{"criterion": "sure"}, {"attached": "awards"}]})) == (ALWAYS, NEVER)


def test_references_stay_within_a_subject() -> None:
    """What the plan of strata takes for granted of the installed law."""
    for name, network in networks():
        for node in network.nodes:
            asked = {network.by_id[ref].subject for ref in references(node.condition)}
            assert node.subject == "village" or asked <= {"craft"}, name
