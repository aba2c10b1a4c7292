"""The proof of flows must find each kind of fault: one is planted at a time into a sound flow."""

from collections.abc import Callable
from typing import Any

import pytest

from deskhelper.core.flow_check import prove
from tests.core.make import flow_of, library_of, outcome, plain_flow, plain_library, question, text

Plain = dict[str, Any]
Plant = Callable[[Plain, Plain], None]


def faults_after(plant: Plant) -> list[str]:
    flow, library = plain_flow(), plain_library()
    plant(flow, library)
    return [f"[{fault.path}] {fault.reason}" for fault in prove(flow_of(flow), library_of(library)).faults]


def test_a_sound_flow_is_proved_and_its_paths_are_counted() -> None:
    proof = prove(flow_of(plain_flow()), library_of(plain_library()))
    assert (proof.faults, proof.paths, proof.outcomes) == ((), 3, 3)


def options(flow: Plain, name: str) -> Plain:
    found: Plain = flow["questions"][name]["options"]
    return found


def leads(flow: Plain, name: str, option: str, next_: Any) -> None:
    options(flow, name)[option]["next"] = next_


def own(flow: Plain) -> Plain:
    found: Plain = flow["questions"]["has_left"]["answers_itself"][0]
    return found


def slot(library: Plain, name: str) -> Plain:
    found: Plain = library["slots"][name]
    return found


def promise(flow: Plain, at: int = 0) -> Plain:
    found: Plain = flow["outcomes"]["AGREE"]["promises"][at]
    return found


def freight(flow: Plain, library: Plain, fault: str, words: str) -> None:
    flow["outcomes"]["AGREE"]["fault"] = fault
    wordings(library, f"{words}，{SAME}", SAME)


def hands_over(flow: Plain, library: Plain, **way: Any) -> None:
    library["flows"]["other"] = {**plain_flow(), "id": "other"}
    flow["hands_over"] = [{"to": "other", "label": text("转"), **way}]


def contradicts_by_branch(flow: Plain) -> None:
    received = {"fact": "status", "is": "received"}
    leads(flow, "wants", "refund", [{"when": received, "go": "LEFT"}, {"go": "REFUND"}])
    flow["outcomes"]["LEFT"]["claims"] = ["on_the_way"]


def wordings(library: Plain, *words: str) -> None:
    library["scripts"]["agree"]["wordings"] = list(words)


SAME = "{reason}{new_time}{hours}{coupon}"

PLANTED: list[tuple[str, Plant, str]] = [
    ("start", lambda f, _: f.update(start="nowhere"), "[] start is no question: nowhere"),
    ("start leads nowhere", lambda f, _: f.update(start="nowhere"), "[] leads to nowhere: nowhere"),
    (
        "dead end by an answer",
        lambda f, _: leads(f, "wants", "refund", [{"when": {"answer": "wants", "is": "ship"}, "go": "REFUND"}]),
        "[wants=refund] dead end: no branch is sure to hold",
    ),
    (
        "dead end by a fact",
        lambda f, _: leads(f, "wants", "refund", [{"when": {"fact": "refund_open", "is": True}, "go": "REFUND"}]),
        "[wants=refund] dead end: no branch is sure to hold",
    ),
    (
        "no way at all",
        lambda f, _: leads(f, "wants", "refund", []),
        "[wants=refund] dead end: no branch is sure to hold",
    ),
    ("nowhere", lambda f, _: leads(f, "wants", "refund", "GONE"), "[wants=refund] leads to nowhere: GONE"),
    ("circle", lambda f, _: leads(f, "has_left", "no", "wants"), "[wants=ship has_left=no] runs in a circle at wants"),
    ("outcome", lambda f, _: f["outcomes"].update(EXTRA=outcome()), "[] outcome never reached: EXTRA"),
    ("question", lambda f, _: f["questions"].update(more=question({"a": "LEFT"})), "[] question never asked: more"),
    ("no options", lambda f, _: f["questions"].update(more=question({})), "[] more: no options"),
    (
        "claim against the path",
        lambda f, _: f["outcomes"]["AGREE"].update(claims=["left"]),
        "[wants=ship has_left=no] AGREE: the reply contradicts has_left=no (left)",
    ),
    ("own answer", lambda f, _: own(f).update(answer="maybe"), "[] has_left: answers itself with no option: maybe"),
    ("reason", lambda f, _: own(f).update(reason=text("{guess}")), "[] has_left: unknown fact in a reason: guess"),
    ("fact", lambda f, _: own(f)["when"].update(fact="gone"), "[] has_left: unknown fact: gone"),
    ("type", lambda f, _: own(f)["when"].update({"is": "yes"}), "[] has_left: has_left is a flag, compared with 'yes'"),
    (
        "needs_yes",
        lambda f, _: own(f).update(needs_yes={"fact": "gone", "is": True}),
        "[] has_left: unknown fact: gone",
    ),
    (
        "likely",
        lambda f, _: options(f, "has_left")["no"].update(likely={"fact": "quantity", "is": "3"}),
        "[] has_left: quantity is a count, compared with '3'",
    ),
    (
        "form",
        lambda f, _: own(f).update(when={"all": [], "fact": "has_left"}),
        "[] has_left: a condition has exactly one of: all, any, not, fact, answer",
    ),
    (
        "answer to no question",
        lambda f, _: leads(
            f, "has_left", "no", [{"when": {"answer": "gone", "is": "x"}, "go": "REFUND"}, {"go": "AGREE"}]
        ),
        "[] has_left: no such answer: gone",
    ),
    (
        "answer that is no option",
        lambda f, _: leads(
            f, "has_left", "no", [{"when": {"answer": "wants", "in": ["x"]}, "go": "REFUND"}, {"go": "AGREE"}]
        ),
        "[] has_left: no such answer: wants",
    ),
    (
        "note",
        lambda f, _: f["outcomes"]["LEFT"]["notes"][0].update(when={"fact": "gone", "is": True}),
        "[] LEFT: unknown fact: gone",
    ),
    (
        "note on an answer",
        lambda f, _: f["outcomes"]["LEFT"]["notes"][0].update(when={"answer": "gone", "is": "x"}),
        "[] LEFT: no such answer: gone",
    ),
    ("nothing to do", lambda f, _: f["outcomes"]["LEFT"].update(todo=[]), "[LEFT] nothing to do"),
    ("follow-up", lambda f, _: promise(f)["follow_up"].update(zh=" "), "[AGREE] a promise without a follow-up: ship"),
    (
        "follow-up in English",
        lambda f, _: promise(f)["follow_up"].update(en=""),
        "[AGREE] a promise without a follow-up: ship",
    ),
    ("risk", lambda f, _: f["outcomes"]["AGREE"]["risks"][0].update(figure="gone"), "[AGREE] unknown figure: gone"),
    (
        "source",
        lambda _, lib: lib["policy"]["figures"]["late"].update(source=""),
        "[AGREE] a figure without source: late",
    ),
    (
        "due by an unknown figure",
        lambda f, _: promise(f).update(due={"plus_hours_of_figure": "gone"}),
        "[AGREE] a promise due by a figure that is unknown or no number of hours: gone",
    ),
    (
        "due by a figure without number",
        lambda f, lib: (
            promise(f).update(due={"plus_hours_of_figure": "late"}),
            lib["policy"]["figures"]["late"].update(value=None),
        )[0],
        "[AGREE] a promise due by a figure that is unknown or no number of hours: late",
    ),
    (
        "due by money",
        lambda f, _: promise(f)["due"].update(at="coupon"),
        "[AGREE] a promise counted from coupon, which is a money",
    ),
    (
        "due by minutes of hours",
        lambda f, _: promise(f).update(due={"plus_minutes_of": "hours"}),
        "[AGREE] a promise counted from hours, which is a hours_until",
    ),
    (
        "amount of words",
        lambda f, _: promise(f, 1).update(amount="reason"),
        "[AGREE] a promise counted from reason, which is a choice",
    ),
    ("script", lambda f, _: f["outcomes"]["AGREE"].update(reply="gone"), "[AGREE] unknown script: gone"),
    ("placeholder", lambda _, lib: lib["slots"].pop("reason"), "[AGREE] a placeholder that nothing fills: reason"),
    (
        "placeholder of a promise",
        lambda f, _: promise(f)["text"].update(zh="{gone}前"),
        "[AGREE] a placeholder that nothing fills: gone",
    ),
    ("due slot", lambda f, _: promise(f)["due"].update(at="gone"), "[AGREE] a placeholder that nothing fills: gone"),
    ("slot fact", lambda _, lib: slot(lib, "number").update(fact="gone"), "[LEFT] number: unknown fact gone"),
    ("offered", lambda _, lib: slot(lib, "number").update(offered_fact="gone"), "[LEFT] number: unknown fact gone"),
    ("days", lambda _, lib: slot(lib, "number").update(most_days="gone"), "[LEFT] number: unknown figure: gone"),
    (
        "slot of",
        lambda _, lib: slot(lib, "hours").update(of="minutes"),
        "[AGREE] hours: counts to minutes, which is not asked for",
    ),
    (
        "slot figure",
        lambda _, lib: slot(lib, "scan").update(figure="gone"),
        "[REFUND] scan: a figure that is unknown or unsettled: gone",
    ),
    (
        "unsettled figure in a slot",
        lambda _, lib: slot(lib, "scan").update(figure="fine"),
        "[REFUND] scan: a figure that is unknown or unsettled: fine",
    ),
    (
        "figure without number in a slot",
        lambda _, lib: lib["policy"]["figures"]["scan"].update(value=None),
        "[REFUND] scan: a figure that is unknown or unsettled: scan",
    ),
    (
        "limit",
        lambda f, _: f["outcomes"]["AGREE"].update(limits={"gone": "promise"}),
        "[AGREE] a limit on a slot that is not used: gone",
    ),
    ("one wording", lambda _, lib: wordings(lib, SAME), "[AGREE] fewer than two wordings"),
    (
        "other facts",
        lambda _, lib: wordings(lib, SAME, "{reason}{new_time}{hours}"),
        "[AGREE] the wordings do not state the same facts",
    ),
    (
        "extra",
        lambda _, lib: lib["scripts"]["left"]["extras"][0].update(wordings=["请撤销。"]),
        "[LEFT] an extra that not every wording has",
    ),
    (
        "extra's condition",
        lambda _, lib: lib["scripts"]["left"]["extras"][0].update(when={"fact": "gone", "is": 1}),
        "[LEFT] unknown fact: gone",
    ),
    (
        "refused words",
        lambda _, lib: wordings(lib, f"加V{SAME}", SAME),
        "[AGREE] refused by the outgoing check (off_platform): 加V",
    ),
    ("left blank", lambda _, lib: wordings(lib, f"XX{SAME}", SAME), "[AGREE] refused by the outgoing check (gap): XX"),
    (
        "due by a fact that is no time",
        lambda f, _: promise(f).update(due={"at_fact": "paid_fen"}),
        "[AGREE] counted from paid_fen, which is no fact of time",
    ),
    (
        "due by hours of minutes",
        lambda f, _: promise(f).update(due={"plus_hours_of": "minutes"}),
        "[AGREE] a promise counted from minutes, which is a minutes",
    ),
    (
        "clock by an unknown figure",
        lambda f, _: f["outcomes"]["LEFT"].update(
            deadlines=[{"text": text("举证"), "due": {"plus_hours_of_figure": "gone"}}]
        ),
        "[LEFT] a promise due by a figure that is unknown or no number of hours: gone",
    ),
    (
        "clock counted from money",
        lambda f, _: f["outcomes"]["LEFT"].update(deadlines=[{"text": text("举证"), "due": {"at": "coupon"}}]),
        "[LEFT] a promise counted from coupon, which is a money",
    ),
    (
        "date",
        lambda _, lib: lib["policy"]["figures"]["late"].update(since=""),
        "[AGREE] a figure without date: late",
    ),
    (
        "freight where the fault is ours",
        lambda f, lib: freight(f, lib, "ours", "退回的运费需要您承担"),
        "[AGREE] refused by the outgoing check (freight_or_bribe): 运费需要您承担",
    ),
    (
        "freight where the carrier is at fault",
        lambda f, lib: freight(f, lib, "carrier", "麻烦您先垫付邮费"),
        "[AGREE] refused by the outgoing check (freight_or_bribe): 麻烦您先垫付邮费",
    ),
    (
        "hand-over to itself",
        lambda f, _: f.update(hands_over=[{"to": "test", "label": text("转")}]),
        "[] hands over to no other flow: test",
    ),
    (
        "hand-over to nowhere",
        lambda f, _: f["outcomes"]["LEFT"].update(hands_over=[{"to": "gone", "label": text("转")}]),
        "[] LEFT: hands over to no other flow: gone",
    ),
    (
        "hand-over on an unknown fact",
        lambda f, lib: hands_over(f, lib, when={"fact": "gone", "is": True}),
        "[] unknown fact: gone",
    ),
    (
        "hand-over of an unknown answer",
        lambda f, lib: hands_over(f, lib, answers={"wants": "gone"}),
        "[] hands over an answer that other does not know: wants=gone",
    ),
    (
        "hand-over of an answer to no question",
        lambda f, lib: hands_over(f, lib, answers={"gone": "yes"}),
        "[] hands over an answer that other does not know: gone=yes",
    ),
    (
        "rule without words",
        lambda f, _: f.update(rules=[{"id": "D-TEST", "text": {"zh": "防", "en": " "}}]),
        "[] a rule without words: D-TEST",
    ),
    (
        "rule by an unknown figure",
        lambda f, _: f.update(rules=[{"id": "D-TEST", "text": text("防"), "figure": "gone"}]),
        "[] D-TEST: unknown figure: gone",
    ),
    (
        "the order's answer against the reply",
        lambda f, _: own(f).update(answer="no"),
        "[] has_left: answers itself no while has_left is yes",
    ),
    (
        "a fact of a branch against the reply",
        lambda f, _: contradicts_by_branch(f),
        "[wants=refund] LEFT: the reply contradicts is_received=yes (on_the_way)",
    ),
    (
        "a fact that nobody knows against the reply",
        lambda f, _: leads(
            f, "wants", "refund", [{"when": {"fact": "has_left", "known": False}, "go": "LEFT"}, {"go": "REFUND"}]
        ),
        "[wants=refund] LEFT: the reply contradicts has_left=unknown (left)",
    ),
    (
        "refused words in an extra",
        lambda _, lib: lib["scripts"]["left"]["extras"][0].update(wordings=["宝贝", "商品"]),
        "[LEFT] refused by the outgoing check (wording): 宝贝",
    ),
]


@pytest.mark.parametrize(("plant", "fault"), [row[1:] for row in PLANTED], ids=[row[0] for row in PLANTED])
def test_a_planted_fault_is_found(plant: Plant, fault: str) -> None:
    assert fault in faults_after(plant)


def test_a_sound_hand_over_and_a_sound_rule_are_no_faults() -> None:
    def plant(flow: Plain, library: Plain) -> None:
        hands_over(flow, library, answers={"wants": "ship"}, when={"answer": "wants", "is": "ship"})
        flow["rules"] = [{"id": "D-TEST", "text": text("防"), "figure": "late"}]
        flow["outcomes"]["LEFT"]["deadlines"] = [{"text": text("举证"), "due": {"at_fact": "received_at"}}]

    assert faults_after(plant) == []


def test_freight_may_be_asked_where_the_buyer_sends_back_without_reason() -> None:
    assert faults_after(lambda f, lib: freight(f, lib, "buyer", "退回的运费需要您承担")) == []


def test_a_branch_on_a_fact_may_go_either_way() -> None:
    def plant(flow: Plain, _: Plain) -> None:
        leads(flow, "has_left", "no", [{"when": {"fact": "refund_open", "is": True}, "go": "REFUND"}, {"go": "AGREE"}])

    flow, library = plain_flow(), plain_library()
    plant(flow, library)
    proof = prove(flow_of(flow), library_of(library))
    assert (proof.faults, proof.paths) == ((), 4)


def test_a_branch_on_an_answer_is_taken_only_on_that_path() -> None:
    flow = plain_flow()
    leads(flow, "wants", "refund", "has_left")
    found = [fault.reason for fault in prove(flow_of(flow), library_of(plain_library())).faults]
    assert found == []


def test_what_follows_a_sure_branch_is_not_walked() -> None:
    flow = plain_flow()
    leads(flow, "wants", "refund", [{"go": "REFUND"}, {"go": "GONE"}])
    assert prove(flow_of(flow), library_of(plain_library())).faults == ()


def test_an_outcome_that_says_nothing_needs_no_script() -> None:
    flow = plain_flow()
    del flow["outcomes"]["LEFT"]["reply"]
    assert prove(flow_of(flow), library_of(plain_library())).faults == ()


def apologies(**changes: Any) -> list[str]:
    """Return what is found on the apology of the script that agrees a time, with `changes` to it."""
    library = plain_library()
    agree = library["scripts"]["agree"]
    agree["openings"] = [{**agree["openings"][0], **changes}]
    return [fault.reason for fault in prove(flow_of(plain_flow()), library_of(library)).faults]


def test_a_reply_that_promises_has_words_for_a_promise_broken_before() -> None:
    library = plain_library()
    library["scripts"]["agree"]["openings"] = []
    proof = prove(flow_of(plain_flow()), library_of(library))
    assert [fault.reason for fault in proof.faults] == ["promises anew and does not apologise for a broken promise"]
    assert prove(flow_of(plain_flow()), library_of(library), may_lack_apology=True).faults == ()


def test_a_broken_promise_is_named_only_where_there_is_one() -> None:
    assert apologies(when={"fact": "is_paid", "is": True}) == ["may name a broken promise where there is none"]
    library = plain_library()
    library["scripts"]["left"]["wordings"][0] += "{broken}"
    library["scripts"]["left"]["wordings"][1] += "{broken}"
    found = [fault.reason for fault in prove(flow_of(plain_flow()), library_of(library)).faults]
    assert found == ["names a broken promise outside of its openings"]


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"wordings": ["{courier}到了，{number}。", "{courier}已签收。"]}, "the wordings do not state the same facts"),
        ({"wordings": ["{courier}到了，{number}。"]}, "an extra that not every wording has"),
        ({"wordings": ["加微信说，{courier}{number}。", "{courier}到了，{number}。"]}, "refused by the outgoing check"),
        (
            {"wordings": ["{broken}，{courier}{number}。", "{broken}{courier}{number}。"]},
            "names a broken promise outside",
        ),
        (
            {"wordings": ["{nothing}，{courier}{number}。", "{nothing}{courier}{number}。"]},
            "a placeholder that nothing",
        ),
    ],
)
def test_what_stands_instead_of_a_reply_is_proved_as_the_reply_is(changes: dict[str, Any], reason: str) -> None:
    library = plain_library()
    library["scripts"]["left"]["instead"] = [{"when": {"fact": "is_received", "is": True}, **changes}]
    found = [fault.reason for fault in prove(flow_of(plain_flow()), library_of(library)).faults]
    assert any(one.startswith(reason) for one in found), found


def test_an_apology_says_nothing_that_would_bind_the_shop_anew() -> None:
    found = apologies(wordings=["亲，{broken}。", "上次说好{broken}，没做到。"])
    assert any("untracked" in reason for reason in found)


def test_a_parcel_is_called_late_only_where_the_order_shows_it() -> None:
    library = plain_library()
    library["scripts"]["left"]["openings"] = library["scripts"]["agree"]["openings"]
    found = [fault.reason for fault in prove(flow_of(plain_flow()), library_of(library)).faults]
    assert found == ["may apologise for a late parcel that nobody knows to be late"]


def test_a_reply_cannot_apologise_and_say_that_all_was_kept() -> None:
    flow = plain_flow()
    flow["outcomes"]["AGREE"]["claims"] = ["not_left", "all_kept"]
    found = [fault.reason for fault in prove(flow_of(flow), library_of(plain_library())).faults]
    assert found == ["apologises for a broken promise and says that all were kept"]
