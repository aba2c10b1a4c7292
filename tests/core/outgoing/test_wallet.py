"""Where a refund goes back to may be named; a wallet for anything else may not."""

import pytest

from deskhelper.core.outgoing import WordRules
from deskhelper.core.outgoing.wallet import wallets


def found(text: str) -> list[str]:
    return [one.words for one in wallets(WordRules(rules=()).plain(text))]


@pytest.mark.parametrize(
    "text",
    [
        "退款会原路退回微信零钱",
        "花呗付的会退回花呗",
        "付款方式可以选支付宝",
        "您用支付宝付款的，会退到支付宝",
        "好的，没问题",
    ],
)
def test_the_way_back_of_a_payment_is_let_through(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("把支付宝发给我，退款我转给您", "支付宝"), ("微信支付给我就行", "微信支付"),
        ("好评返到您的微信零钱", "微信零钱"), ("退款慢，我直接退到微信给您", "到微信"),
        ("花呗也能收", "花呗"),
    ],
)  # fmt: skip
def test_any_other_use_of_a_wallet_is_found(text: str, words: str) -> None:
    assert found(text) == [words]
