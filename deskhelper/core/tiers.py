"""Compensation in tiers: a flat sum or a share of the order, by what the order is worth. All money in fen."""

from decimal import ROUND_HALF_UP, Decimal

from msgspec import Struct

from deskhelper.core.money import format_yuan
from deskhelper.core.text import Text


class Tier(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """One tier: for orders below `below_fen` (every further one without it), `flat_fen` or `percent` of the order.

    `least_fen` and `most_fen` bound a share.
    """

    below_fen: int | None = None
    flat_fen: int | None = None
    percent: float | None = None
    least_fen: int | None = None
    most_fen: int | None = None

    def of(self, fen: int) -> int:
        """Return what this tier gives for an order of `fen`, half a fen rounded up."""
        if self.flat_fen is not None:
            return self.flat_fen
        share = Decimal(fen) * Decimal(str(self.percent or 0)) / 100
        amount = int(share.quantize(Decimal(1), ROUND_HALF_UP))
        amount = max(amount, self.least_fen or 0)
        return amount if self.most_fen is None else min(amount, self.most_fen)


Tiers = tuple[Tier, ...]


def amount_due(tiers: Tiers, fen: int) -> int:
    """Return what is due for an order of `fen`: the first tier that it is below, else the last. Raises ValueError."""
    for tier in tiers:
        if tier.below_fen is None or fen < tier.below_fen:
            return tier.of(fen)
    raise ValueError("no tier for this order")


def tiers_fault(tiers: Tiers) -> str | None:
    """Return what is wrong with `tiers`: such that some order has no tier, or one has no sum or a senseless one."""
    if not tiers or tiers[-1].below_fen is not None:
        return "no tier for the dearest orders"
    limits = [tier.below_fen for tier in tiers[:-1]]
    if any(limit is None or limit <= 0 for limit in limits) or sorted(set(limits), key=_fen) != limits:
        return "the limits of the tiers do not rise"
    for tier in tiers:
        if (tier.flat_fen is None) == (tier.percent is None):
            return "a tier is either a flat sum or a share"
        if not 0 <= (tier.percent or 0) <= 100:
            return "a share is 0 to 100 percent"
        if tier.flat_fen is not None and (tier.least_fen, tier.most_fen) != (None, None):
            return "a flat sum has no bounds"
        least, most = tier.least_fen or 0, tier.most_fen
        if min(tier.flat_fen or 0, least) < 0 or (most is not None and most < least):
            return "the bounds of a sum are upside down"
    return None


def tiers_words(tiers: Tiers) -> Text:
    """Return `tiers` as a sentence: `不足 300 元 3 元；其余 1%，最多 30 元`."""
    zh, en = [], []
    for tier in tiers:
        sum_ = _sum_words(tier)
        if tier.below_fen is not None:
            yuan = format_yuan(tier.below_fen)
            zh.append(f"订单不足 {yuan} 元：{sum_.zh}")
            en.append(f"order below {yuan} yuan: {sum_.en}")
        elif len(tiers) > 1:
            yuan = format_yuan(_fen(tiers[-2].below_fen))
            zh.append(f"满 {yuan} 元：{sum_.zh}")
            en.append(f"from {yuan} yuan: {sum_.en}")
        else:
            zh.append(sum_.zh)
            en.append(sum_.en)
    return Text(zh="；".join(zh), en="; ".join(en))


def _sum_words(tier: Tier) -> Text:
    if tier.flat_fen is not None:
        yuan = format_yuan(tier.flat_fen)
        return Text(zh=f"{yuan} 元", en=f"{yuan} yuan")
    zh, en = [f"订单金额的 {tier.percent or 0:g}%"], [f"{tier.percent or 0:g} % of the order"]
    if tier.least_fen is not None:
        zh.append(f"至少 {format_yuan(tier.least_fen)} 元")
        en.append(f"at least {format_yuan(tier.least_fen)} yuan")
    if tier.most_fen is not None:
        zh.append(f"最多 {format_yuan(tier.most_fen)} 元")
        en.append(f"at most {format_yuan(tier.most_fen)} yuan")
    return Text(zh="，".join(zh), en=", ".join(en))


def _fen(limit: int | None) -> int:
    return limit or 0
