"""Rule 4 for the names of wallets: a refund goes back where the payment came from, and that may be said; no more."""

import re
from collections.abc import Iterator

from deskhelper.core.outgoing.finding import Finding, Rule, found_in
from deskhelper.core.outgoing.plain import SENTENCE, Plain

_WALLET = re.compile(
    r"微信(?:支付|零钱|钱包|付(?=款?的))|(?<=退)(?:回|到)?微信(?!群|号|上)|支付宝|花呗"
)  # the word list lets these pass and has every other 微信
_BACK = re.compile(
    r"原路|系统|平台(?:会|自动)|付款的?账户|支付账户|原支付|(?:付款|支付|付)的|退款(?!码)|会退[到回]|已经?退|(?:付款|支付)(?:方式|页面|时|的时候)|下单时"
)
_TO_US = re.compile(
    r"[给发转退]我|告诉我|提供|[报留发](?:一下|下|个)|私|账号|收款|口令|便宜|优惠|少[收付]|手续费|扫|红包|[好差]评|返|我(?:这边|们)?(?:直接)?(?:[给帮]您|转|退)|[转打](?:给|到)?您"
)


def wallets(read: Plain) -> Iterator[Finding]:
    """Yield every wallet that is named for anything but the way back of a payment on the platform."""
    for sentence in SENTENCE.finditer(read.words):
        for match in _WALLET.finditer(read.words, *sentence.span()):
            if not _BACK.search(sentence[0]) or _TO_US.search(sentence[0]):
                yield found_in(Rule.OFF_PLATFORM, read, match.span(), "finding_words_safer", safer="原支付方式")
