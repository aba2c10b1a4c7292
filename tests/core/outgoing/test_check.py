from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskhelper.core.flow import Claim, Fault, PromiseKind
from deskhelper.core.order import AfterSale, Status
from deskhelper.core.outgoing import Against, Rule, WordRules, check, contradictions, unconfirmed
from deskhelper.core.outgoing.bribe import freight_asked
from deskhelper.core.outgoing.contact import off_platform
from deskhelper.core.outgoing.gaps import unfilled
from deskhelper.core.outgoing.promised import promised
from deskhelper.core.outgoing.threat import threats
from deskhelper.core.outgoing.words import forbidden
from deskhelper.core.text import Text
from deskhelper.core.wizard import Step, Walk
from tests.core.make import MOMENT, NOW, at, facts, plain_library

RULES = msgspec.convert(plain_library()["words"], WordRules)
LATE = at("2026-05-21 12:00")


@pytest.mark.parametrize(
    "words",
    [
        "{new_time}", "XX", "xx", "XXX", "ＸＸ", "ｘｘ", "××", "**", "***", "＊＊", "__", "____", "＿", "＿＿",
        "（）", "()", "（ ）",
        "【】", "[]", "【 】",
    ],
)  # fmt: skip
def test_what_is_left_unfilled_is_found(words: str) -> None:
    found = list(unfilled(f"亲，因为{words}，今天寄出。"))
    assert [(finding.rule, finding.words) for finding in found] == [(Rule.GAP, words)]
    assert found[0].problem.values == {"words": words}


@pytest.mark.parametrize(
    "text",
    ["X元优惠券", "送您x 元", "x小时内", "X分钟", "X天", "x点前", "X月x日", "Ｘ元", "ｘ小时", "因为XX，", "单号：***"],
)
def test_a_letter_that_stands_for_a_number_is_found(text: str) -> None:
    assert {finding.rule for finding in unfilled(text)} == {Rule.GAP}


@pytest.mark.parametrize(
    "text",
    [
        "XXL码的四件套", "3XL", "尺码 XL", "单号773000000000123", "单号SFXX123456789", "XX12345678CN", "（测试）",
        "(5月19日)",
        "【灰蓝】", "1.8x2.0m", "2×3米", "A*B", "iPhoneX 手机壳", "X光", "您好。",
        "48小时内，明天（5月20日）9点前", "第_1_条",
        "EXX1", "型号：X1",
    ],
)  # fmt: skip
def test_clean_text_is_let_through(text: str) -> None:
    assert list(unfilled(text)) == []


@pytest.mark.parametrize("text", ["", " ", "\n\t"])
def test_an_empty_reply_is_found(text: str) -> None:
    assert [finding.problem.code for finding in unfilled(text)] == ["finding_empty"]


def test_forbidden_words_are_found_without_regard_to_case() -> None:
    found = [(one.rule, one.words, one.problem.code) for one in forbidden(RULES.plain("宝贝加V，或者微信"), RULES)]
    assert found == [
        (Rule.OFF_PLATFORM, "微信", "finding_words"),
        (Rule.OFF_PLATFORM, "加V", "finding_words"),
        (Rule.WORDING, "宝贝", "finding_words_safer"),
    ]
    assert list(forbidden(RULES.plain("商品已经寄出。"), RULES)) == []


NO_CLAIM: dict[str, Any] = {}
CONTRADICTED: list[tuple[Claim, dict[str, Any], dict[str, str]]] = [
    (Claim.LEFT, {}, {}),
    (Claim.LEFT, {"tracking_no": "773000000000123"}, {"has_left": "no"}),
    (Claim.NOT_LEFT, {"tracking_no": "773000000000123"}, {}),
    (Claim.NOT_LEFT, {"status": Status.SHIPPED}, {}),
    (Claim.NOT_LEFT, {}, {"has_left": "yes"}),
    (Claim.IN_TIME, {"now": LATE}, {}),
    (Claim.IN_TIME, {}, {"promise_passed": "yes"}),
    (Claim.LATE, {}, {}),
    (Claim.LATE, {"now": LATE}, {"promise_passed": "no"}),
    (Claim.ON_THE_WAY, {"status": Status.RECEIVED}, {}),
    (Claim.ON_THE_WAY, {"received_at": NOW}, {}),
    (Claim.ALIVE, {"status": Status.CANCELLED}, {}),
    (Claim.ALIVE, {"status": Status.UNPAID}, {}),
    (Claim.NOT_REFUNDED, {"after_sale": AfterSale.REFUNDED}, {}),
    (Claim.RECEIVED, {}, {}),
    (Claim.RECEIVED, {"tracking_no": "773000000000123"}, {"has_left": "no"}),
    (Claim.NOT_RECEIVED, {"status": Status.RECEIVED}, {}),
    (Claim.REFUNDED, {"after_sale": AfterSale.OPEN}, {}),
    (Claim.ALL_KEPT, {}, {"broken_promise": "yes"}),
]
AGREED: list[tuple[Claim, dict[str, Any], dict[str, str]]] = [
    (Claim.LEFT, {"tracking_no": "773000000000123"}, {}),
    (Claim.LEFT, {}, {"has_left": "yes"}),
    (Claim.NOT_LEFT, {}, {}),
    (Claim.NOT_LEFT, {"status": Status.SHIPPED}, {"has_left": "no"}),
    (Claim.IN_TIME, {}, {}),
    (Claim.IN_TIME, {"now": LATE}, {"promise_passed": "no"}),
    (Claim.IN_TIME, {"promised_ship_by": None, "grouped_at": None}, {}),
    (Claim.LATE, {"now": LATE}, {}),
    (Claim.LATE, {}, {"promise_passed": "yes"}),
    (Claim.ON_THE_WAY, {"status": Status.SHIPPED}, {}),
    (Claim.ALIVE, {}, {"wants": "ship"}),
    (Claim.ALIVE, {"status": Status.UNKNOWN}, {}),
    (Claim.NOT_REFUNDED, {"after_sale": AfterSale.REFUNDING}, {}),
    (Claim.RECEIVED, {"status": Status.UNKNOWN}, {}),
    (Claim.RECEIVED, {"status": Status.SHIPPED}, {}),
    (Claim.RECEIVED, {}, {"has_left": "yes"}),
    (Claim.NOT_RECEIVED, {"status": Status.SHIPPED}, {}),
    (Claim.REFUNDED, {"after_sale": AfterSale.REFUNDED}, {}),
    (Claim.ALL_KEPT, {}, {}),
]


@pytest.mark.parametrize(("claim", "changes", "answers"), CONTRADICTED)
def test_a_claim_that_the_order_contradicts_is_found(
    claim: Claim, changes: dict[str, Any], answers: dict[str, str]
) -> None:
    (finding,) = contradictions((claim,), facts(**changes), answers)
    assert (finding.rule, finding.problem.code) == (Rule.CONTRADICTION, f"finding_{claim.value}")


@pytest.mark.parametrize(("claim", "changes", "answers"), AGREED)
def test_a_claim_that_order_and_agent_bear_out_is_let_through(
    claim: Claim, changes: dict[str, Any], answers: dict[str, str]
) -> None:
    assert list(contradictions((claim,), facts(**changes), answers)) == []


def test_every_claim_is_in_both_tables() -> None:
    assert {row[0] for row in CONTRADICTED} == {row[0] for row in AGREED} == set(Claim)


def test_a_contradiction_names_the_platforms_own_words() -> None:
    cancelled = facts(status=Status.CANCELLED, status_text="已取消", after_sale_text="退款成功")
    (finding,) = contradictions((Claim.ALIVE,), cancelled, {})
    assert finding.words == "已取消 退款成功"
    (finding,) = contradictions((Claim.ALIVE,), facts(status=Status.CANCELLED, status_text=""), {})
    assert finding.words == "cancelled"


def test_a_step_on_a_derived_promise_waits_for_the_agents_yes() -> None:
    reason = Text(zh="按店铺 48 小时推算", en="derived")
    steps = (Step("promise_passed", "yes", "order", reason, needs_yes=True), Step("wants", "ship", "agent", reason))
    (finding,) = unconfirmed(Walk(steps))
    assert (finding.rule, finding.words) == (Rule.DERIVED_PROMISE, "按店铺 48 小时推算")


@given(st.text(max_size=60))
def test_any_text_can_be_checked(text: str) -> None:
    for finding in check(text, RULES, Against(MOMENT, facts(), facts(), "260518-111111111110001")):
        assert finding.words == text[finding.start : finding.end]


DEMANDS = ["退回的运费需要您承担", "麻烦您先垫付一下邮费", "运费到付哦，您自理", "您这边承担来回快递费"]
OFFERS = ["来回运费我们承担", "运费不用您出", "您先垫付运费，我们给您报销", "运费由小店承担，您放心", "已经包邮发出"]


@pytest.mark.parametrize("fault", [Fault.OURS, Fault.CARRIER])
@pytest.mark.parametrize("words", DEMANDS)
def test_a_demand_for_freight_is_found_where_the_fault_is_not_the_buyers(words: str, fault: Fault) -> None:
    (finding,) = freight_asked(RULES.plain(f"亲，{words}。"), fault)
    assert (finding.rule, finding.problem.code) == (Rule.FREIGHT_OR_BRIBE, "finding_freight")


@pytest.mark.parametrize("fault", [Fault.BUYER, Fault.UNCLEAR, None])
def test_freight_may_be_spoken_of_where_the_fault_is_not_ours(fault: Fault | None) -> None:
    assert list(freight_asked(RULES.plain(f"亲，{DEMANDS[0]}。"), fault)) == []


@pytest.mark.parametrize("words", OFFERS)
def test_an_offer_to_pay_freight_is_no_demand(words: str) -> None:
    assert list(freight_asked(RULES.plain(f"亲，{words}。"), Fault.OURS)) == []


def off_platform_found(text: str) -> list[str]:
    return [one.words for one in off_platform(RULES.plain(text))]


def test_a_code_on_the_goods_is_for_their_use_unless_it_leads_to_somebody() -> None:
    assert off_platform_found("标签上的二维码里是成分表") == []
    assert off_platform_found("标签上的二维码里有客服，加了领券")[0] == "二维码"


def test_an_insult_is_found_through_the_signs_that_hide_it() -> None:
    assert [one.words for one in threats(RULES.plain("你就是傻 ×"))] == ["傻 ×"]


def test_who_explains_that_the_platform_decides_discourages_nobody() -> None:
    assert list(threats(RULES.plain("申请介入以后我们就不处理了，由平台处理"))) == []
    (finding,) = threats(RULES.plain("申请介入我们就不处理了"))
    assert finding.words == "介入我们就不处理"


def test_a_promise_stays_one_before_a_wish_to_be_patient_and_is_none_in_a_question() -> None:
    assert [one.kind for one in promised(RULES.plain("明天给您重新寄一件，请您耐心等待"))] == [PromiseKind.RESEND]
    assert list(promised(RULES.plain("明天给您重新寄一件，您看可以吗"))) == []
    assert list(promised(RULES.plain("如果少件，明天给您重新寄一件"))) == []
    assert len(list(promised(RULES.plain("一般48小时内发货，您这单明天给您发出")))) == 1
