"""Money as integer fen."""

import re

_YUAN = re.compile(r"(-?)(\d{1,9}(?:,\d{3})*)(?:\.(\d{1,2})0*)?")


def parse_fen(words: str) -> int:
    """Return the fen of an amount in yuan such as `35.6`, `¥1,280.00` or `5元`. Raises ValueError."""
    bare = words.strip().removeprefix("¥").removeprefix("￥").removesuffix("元").strip()
    match = _YUAN.fullmatch(bare)
    if match is None:
        raise ValueError(words)
    sign, yuan, cents = match.groups()
    fen = int(yuan.replace(",", "")) * 100 + int((cents or "0").ljust(2, "0"))
    return -fen if sign else fen


def format_yuan(fen: int) -> str:
    """Return an amount of fen as yuan for a sentence: `500` is `5`, `1250` is `12.50`."""
    sign = "-" if fen < 0 else ""
    yuan, cents = divmod(abs(fen), 100)
    return f"{sign}{yuan}.{cents:02d}" if cents else f"{sign}{yuan}"


def format_price(fen: int) -> str:
    """Return an amount of fen as a price for a list: `3560` is `¥35.60`."""
    sign = "-" if fen < 0 else ""
    return f"{sign}¥{abs(fen) // 100}.{abs(fen) % 100:02d}"
