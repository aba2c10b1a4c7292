"""Small orders, facts, flows and libraries for the tests of core. No real person's data."""

from typing import Any

import msgspec

from deskhelper.core.facts import FactValue, Moment, facts_of
from deskhelper.core.flow import Flow, Limit
from deskhelper.core.moments import parse_iso, zone
from deskhelper.core.order import Order, Status
from deskhelper.core.reply import Library, Situation
from deskhelper.core.slot import Asked
from deskhelper.core.terms import ShopTerms

ZONE = zone()


def at(words: str) -> int:
    """Return the instant of an ISO time in Shanghai."""
    return parse_iso(words, ZONE)


NOW = at("2026-05-19 12:00")
MOMENT = Moment(NOW, ZONE)
TERMS = ShopTerms(promise_hours=48)


def order(**changes: Any) -> Order:
    """Return an order that waits for shipping, grouped on 18 May at 09:12 and promised for 20 May at 09:12."""
    values: dict[str, Any] = {
        "platform": "pdd", "shop": "测试店", "order_no": "260518-111111111110001", "status": Status.TO_SHIP,
        "status_text": "待发货", "grouped_at": at("2026-05-18 09:12"), "promised_ship_by": at("2026-05-20 09:12"),
    }  # fmt: skip
    return Order(**values | changes)


def facts(now: int = NOW, terms: ShopTerms | None = None, **changes: Any) -> dict[str, FactValue]:
    """Return the facts of `order(**changes)`."""
    return facts_of(order(**changes), terms or TERMS, Moment(now, ZONE))


def asked(limit: Limit = Limit.NONE, now: int = NOW, **changes: Any) -> Asked:
    """Return what a slot of `order(**changes)` is read against."""
    return Asked(Moment(now, ZONE), facts(now, **changes), limit)


def text(words: str) -> dict[str, str]:
    """Return the same words in both languages."""
    return {"zh": words, "en": words}


def question(options: dict[str, Any], **more: Any) -> dict[str, Any]:
    """Return a question; an option given as words or a list leads there."""
    made = {
        name: option if isinstance(option, dict) else {"label": text(name), "next": option}
        for name, option in options.items()
    }
    return {"ask": text("问？"), "short": text("问"), "options": made, **more}


def outcome(**more: Any) -> dict[str, Any]:
    """Return an outcome with something to do and nothing to say."""
    return {"title": text("办"), "todo": [text("做")], "sources": ["D-TEST"], **more}


def plain_flow() -> dict[str, Any]:
    """Return a sound flow as its file would have it: two questions, three ends, one of each thing a flow can have."""
    return {
        "id": "test", "version": 1, "source": "D-TEST", "title": text("流程"), "summary": text("流程"),
        "start": "wants",
        "questions": {
            "wants": question(
                {"ship": {"label": text("发"), "next": "has_left", "likely": {"fact": "refund_open", "is": False}},
                 "refund": "REFUND"},
                answers_itself=[
                    {"when": {"fact": "refund_open", "is": True},
                    "answer": "refund", "reason": text("售后：{after_sale_text}")}
                ],
            ),
            "has_left": question(
                {"yes": "LEFT", "no": [{"when": {"answer": "wants", "is": "refund"}, "go": "REFUND"}, {"go": "AGREE"}]},
                answers_itself=[
                    {"when": {"fact": "has_left", "is": True}, "answer": "yes", "reason": text("单号 {tracking_no}")}
                ],
            ),
        },
        "outcomes": {
            "LEFT": outcome(reply="left", claims=["left"], notes=[
                {"when": {"fact": "is_received", "is": True}, "text": text("已签收")}]),
            "AGREE": outcome(
                reply="agree",
                claims=["not_left"],
                limits={"new_time": "promise"},
                promises=[
                    {"kind": "ship", "text": text("{new_time}前发货"), "due": {"at": "new_time"},
                     "follow_up": text("发货")},
                    {"kind": "coupon", "text": text("送 {coupon} 元"), "due": {"at": "new_time", "plus_hours": 24},
                     "amount": "coupon", "follow_up": text("发券")},
                ],
                risks=[{"text": text("赔付"), "figure": "late"}, {"text": text("投诉")}],
            ),
            "REFUND": outcome(
                reply="refund",
                promises=[
                    {"kind": "refund", "text": text("{minutes} 分钟内退款"), "due": {"plus_minutes_of": "minutes"},
                     "follow_up": text("退款")},
                    {"kind": "trace", "text": text("看物流"), "due": {"plus_hours_of_figure": "scan"},
                     "follow_up": text("看")},
                ],
                risks=[{"text": text("罚款"), "figure": "fine"}],
            ),
        },
    }  # fmt: skip


def plain_library() -> dict[str, Any]:
    """Return scripts, slots, figures and words for `plain_flow`."""
    figure = {
        "title": text("数"), "words": text("数"), "unit": "hours", "since": "2025-05-15", "source": "规则",
        "confidence": "A", "value": 24,
    }  # fmt: skip
    sorry = [{"when": {"fact": "broken_promise", "is": True},
              "wordings": ["上次说好{broken}，没做到。", "之前答应{broken}，没办到。"]}]  # fmt: skip
    return {
        "flows": {"test": plain_flow()},
        "scripts": {
            "left": {"title": text("已发"), "wordings": ["已由{courier}寄出，单号{number}。",
            "寄出了，{courier}{number}。"],
                     "extras": [{"when": {"fact": "refund_open", "is": True},
                     "wordings": ["请撤销退款。", "麻烦撤销。"]}]},
            "agree": {"title": text("约定"), "openings": sorry, "wordings": [
                "因为{reason}，{hours}小时内（{new_time}前）寄出，送{coupon}元券。",
                "{reason}，{new_time}前也就是{hours}小时内发货，送您{coupon}元券。"]},
            "refund": {"title": text("退款"), "openings": sorry, "wordings": [
                "{minutes}分钟内退款，{scan}小时到账。", "退款{minutes}分钟内办，{scan}小时到。"]},
        },
        "slots": {
            "courier": {"kind": "choice", "title": text("快递"), "fact": "courier", "least": 2, "most": 12},
            "number": {"kind": "number", "title": text("单号"), "fact": "tracking_no"},
            "new_time": {"kind": "hour", "title": text("时间")},
            "hours": {"kind": "hours_until", "title": text("几小时"), "of": "new_time"},
            "reason": {"kind": "choice", "title": text("原因"), "least": 2, "most": 40},
            "coupon": {"kind": "money", "title": text("券"), "least": 1, "most": 50000},
            "minutes": {"kind": "minutes", "title": text("分钟"), "most": 1440},
            "scan": {"kind": "hours", "title": text("物流"), "figure": "scan"},
            "broken": {"kind": "words", "title": text("没做到的"), "fact": "broken_promise_text"},
        },
        "policy": {"platform": "pdd", "figures": {
            "late": figure | {"confidence": "B"}, "scan": figure, "fine": figure | {"confidence": "C"}}},
        "words": {"rules": [{"rule": "off_platform", "words": ["微信", "加v"]},
                            {"rule": "wording", "words": ["宝贝"], "safer": "商品"}]},
        "choices": {"reasons": ["盘点"]},
    }  # fmt: skip


def flow_of(plain: dict[str, Any]) -> Flow:
    """Return a flow from its plain form."""
    return msgspec.convert(plain, Flow)


def library_of(plain: dict[str, Any]) -> Library:
    """Return a library from its plain form."""
    return msgspec.convert(plain, Library)


def situation(now: int = NOW, terms: ShopTerms | None = None, **changes: Any) -> Situation:
    """Return what a reply to `order(**changes)` is read against."""
    shop = terms or TERMS
    return Situation(facts(now, shop, **changes), shop, Moment(now, ZONE))
