"""The map of a flow: every node and way of it, and what a walk lights."""

from typing import Any

from deskhelper.core.flow import Flow
from deskhelper.core.flow_map import HAND_OVER, OTHERWISE, FlowMap, Lit, NodeKind, flow_map, lit_by
from deskhelper.core.text import Text
from deskhelper.core.wizard import replay
from tests.core.make import ZONE, facts, flow_of, outcome, question, text

TITLES = {"other": Text(zh="别的流程", en="The other flow")}


def flow(questions: dict[str, Any], *outcomes: str, **more: Any) -> Flow:
    return flow_of(
        {
            "id": "f", "version": 1, "source": "D-F", "title": text("流程"), "summary": text("流程"),
            "start": next(iter(questions)), "questions": questions,
            "outcomes": {name: outcome(**more.get(name, {})) for name in outcomes},
            "hands_over": more.get("hands_over", []),
        }
    )  # fmt: skip


def ways(shown: FlowMap) -> dict[tuple[str, str], list[tuple[str, str | None]]]:
    return {
        edge.ends: [(label.title.zh, label.when.zh if label.when else None) for label in edge.labels]
        for edge in shown.edges
    }


def test_every_question_and_outcome_is_a_node() -> None:
    shown = flow_map(flow({"a": question({"x": "b", "y": "END"}), "b": question({"z": "END"})}, "END"), TITLES)
    assert {node.id: node.kind for node in shown.nodes.values()} == {
        "a": NodeKind.QUESTION,
        "b": NodeKind.QUESTION,
        "END": NodeKind.OUTCOME,
    }
    assert shown.nodes["END"].mark == Text(zh="END", en="END")
    assert shown.start == "a"


def test_options_that_lead_to_the_same_place_share_an_edge() -> None:
    shown = flow_map(flow({"a": question({"x": "END", "y": "END", "z": "FIN"})}, "END", "FIN"), TITLES)
    assert ways(shown) == {("a", "END"): [("x", None), ("y", None)], ("a", "FIN"): [("z", None)]}
    assert [edge.target for edge in shown.ways_from("a")] == ["END", "FIN"]


def test_a_branch_says_its_condition_and_the_rest_says_the_other_answer() -> None:
    branches = [{"when": {"answer": "a", "is": "x"}, "go": "END"}, {"go": "FIN"}]
    shown = flow_map(flow({"a": question({"x": "b", "y": "b"}), "b": question({"z": branches})}, "END", "FIN"), TITLES)
    assert ways(shown)["b", "END"] == [("z", "问：x")]
    assert ways(shown)["b", "FIN"] == [("z", "问：y")]


def test_the_rest_is_otherwise_where_there_is_no_one_other_answer() -> None:
    three = question({"x": "b", "y": "b", "z": "b"})
    for when in ({"answer": "a", "is": "x"}, {"fact": "has_left", "is": True}, {"answer": "a", "is_not": "x"}):
        shown = flow_map(
            flow({"a": three, "b": question({"z": [{"when": when, "go": "END"}, {"go": "FIN"}]})}, "END", "FIN"), TITLES
        )
        assert ways(shown)["b", "FIN"] == [("z", OTHERWISE.zh)]


def test_two_branches_of_an_option_to_one_place_are_told_together() -> None:
    branches = [
        {"when": {"fact": "has_left", "is": True}, "go": "END"},
        {"when": {"fact": "is_paid", "is": False}, "go": "FIN"},
        {"go": "END"},
    ]
    shown = flow_map(flow({"a": question({"x": branches})}, "END", "FIN"), TITLES)
    assert ways(shown) == {("a", "END"): [("x", "包裹已离仓或其他情况")], ("a", "FIN"): [("x", "已付款：否")]}


def test_each_outcome_has_its_own_hand_overs_and_those_of_the_flow_stand_apart() -> None:
    over = {"to": "other", "label": text("转"), "answers": {}}
    made = flow(
        {"a": question({"x": "END", "y": "FIN"})}, "END", "FIN", END={"hands_over": [over]}, hands_over=[over, over]
    )
    shown = flow_map(made, TITLES)
    node = shown.nodes[HAND_OVER.format_map({"outcome": "END", "flow": "other"})]
    assert (node.kind, node.title.zh, node.flow) == (NodeKind.HAND_OVER, "别的流程", "other")
    assert ways(shown)["END", node.id] == []
    assert [away.flow for away in shown.always] == ["other"], "two reasons to go there are one way"


def test_a_flow_that_is_not_there_goes_by_its_label() -> None:
    over = {"to": "gone", "label": text("转走")}
    shown = flow_map(flow({"a": question({"x": "END"})}, "END", END={"hands_over": [over, over]}), TITLES)
    assert shown.nodes["END>gone"].title.zh == "转走"
    assert len(shown.edges) == 2, "handed over twice under different conditions is one way"


def lit(made: Flow, answers: dict[str, str], **order: Any) -> Lit:
    known = facts(**order)
    return lit_by(flow_map(made, TITLES), made, replay(made, known, answers, ZONE), known)


def two_ways() -> Flow:
    branches = [{"when": {"answer": "a", "is": "x"}, "go": "END"}, {"go": "c"}]
    return flow(
        {
            "a": question({"x": "b", "y": "b", "z": "FIN"}),
            "b": question({"yes": branches, "no": "FIN"}),
            "c": question({"p": "FIN", "q": "LAST"}),
        },
        "END", "FIN", "LAST",
        LAST={"hands_over": [{"to": "other", "label": text("转")}]},
    )  # fmt: skip


def test_nothing_is_answered_yet_and_all_is_ahead() -> None:
    found = lit(two_ways(), {})
    assert (found.walked, found.here) == (frozenset(), "a")
    assert found.ahead == {"b", "c", "END", "FIN", "LAST", "LAST>other"}


def test_the_way_walked_is_lit_and_what_the_answers_closed_is_not_ahead() -> None:
    found = lit(two_ways(), {"a": "x"})
    assert (found.walked, found.here) == ({"a"}, "b")
    assert found.taken == {("a", "x", "b")}
    assert found.ahead == {"END", "FIN"}


def test_the_rest_is_ahead_once_the_condition_cannot_hold() -> None:
    assert lit(two_ways(), {"a": "y"}).ahead == {"c", "FIN", "LAST", "LAST>other"}


def test_an_outcome_has_its_hand_overs_ahead() -> None:
    found = lit(two_ways(), {"a": "y", "b": "yes", "c": "q"})
    assert (found.here, found.ahead) == ("LAST", {"LAST>other"})
    assert found.taken == {("a", "y", "b"), ("b", "yes", "c"), ("c", "q", "LAST")}


def test_edges_know_whether_they_were_walked_or_lie_ahead() -> None:
    made = two_ways()
    shown, found = flow_map(made, TITLES), lit(made, {"a": "y"})
    by_ends = {edge.ends: edge for edge in shown.edges}
    assert found.is_walked(by_ends["a", "b"])
    assert not found.is_walked(by_ends["a", "FIN"])
    assert found.is_ahead(by_ends["b", "c"])
    assert found.is_ahead(by_ends["c", "LAST"])
    assert not found.is_ahead(by_ends["a", "FIN"]), "no way back to another answer"
    assert [found.is_taken(by_ends["a", "b"], option) for option in ("x", "y")] == [False, True]


def test_conditions_on_facts_close_ways_and_open_answers_leave_them_open() -> None:
    left, later = {"fact": "has_left", "is": True}, {"answer": "b", "is": "yes"}
    for when, ahead in (
        (left, {"FIN"}),
        ({"not": left}, {"END"}),
        ({"any": [left, {"not": left}]}, {"END"}),
        ({"all": [left, later]}, {"FIN"}),
        ({"all": [later, {"not": left}]}, {"END", "FIN"}),
        ({"any": [later, left]}, {"END", "FIN"}),
        ({"not": later}, {"END", "FIN"}),
    ):
        made = flow(
            {"a": question({"x": [{"when": when, "go": "END"}, {"go": "FIN"}]}), "b": question({"yes": "END"})},
            "END", "FIN",
        )  # fmt: skip
        assert lit(made, {}).ahead == ahead, when


def test_an_option_may_stay_open_to_its_last_branch() -> None:
    later = {"answer": "b", "is": "yes"}
    made = flow({"a": question({"x": [{"when": later, "go": "END"}]}), "b": question({"yes": "END"})}, "END")
    assert lit(made, {}).ahead == {"END"}
