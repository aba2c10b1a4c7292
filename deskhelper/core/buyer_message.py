"""Whether a text in the one box is what a buyer wrote, and which order number stands in it. Pure."""

import re
import unicodedata

ORDER_NO = re.compile(r"(?<![0-9])[0-9]{6}-[0-9]{15}(?![0-9])")
_DASHES = str.maketrans("—–−‐", "----")
_HAN = re.compile(r"[㐀-鿿]")
_CALL = re.compile(r"[?!~…]")
_STOP = re.compile(r"[,。、;,.]")
_TELLING = re.compile(
    r"[吗嗎呢啊呀嘛吧哦亲親]|什么|什麼|怎么|怎麼|咋|啥|为何|為何|多久|几天|幾天|哪天|几点|多少|还没|還沒|还不|沒有|没有|没收到|能不能|可不可以|"
    r"可以|是不是|有没有|我[的要想买買们們]|你[们們]|您|请问|請問|麻烦|麻煩|老板|老闆|客服|谢谢|謝謝|在不在|了没|了沒|(.)[不没沒]\1"
)
LEAST_CALLING, LEAST_STOPPED, LEAST_TELLING, LONG = 2, 5, 4, 12
"""From so many Chinese characters a text is a message: with ? or !, with a pause, with words of talk, with nothing."""


def number_in(text: str) -> str:
    """Return the first whole order number in `text`, full-width forms made plain; empty where there is none."""
    found = ORDER_NO.search(unicodedata.normalize("NFKC", text).translate(_DASHES))
    return found[0] if found else ""


def han_count(text: str) -> int:
    """Return how many Chinese characters `text` has."""
    return len(_HAN.findall(text))


def is_sentence(text: str) -> bool:
    """Tell whether `text` reads like talk.

    Several lines, an order number beside Chinese, pauses, words of talk, or longer than anyone searches for.
    """
    folded = unicodedata.normalize("NFKC", ORDER_NO.sub(" ", text)).strip()
    count = han_count(folded)
    if not count:
        return False
    if number_in(text) or len([line for line in folded.splitlines() if line.strip()]) > 1:
        return True
    return (
        (count >= LEAST_CALLING and bool(_CALL.search(folded)))
        or (count >= LEAST_STOPPED and bool(_STOP.search(folded)))
        or (count >= LEAST_TELLING and bool(_TELLING.search(folded)))
        or (count >= LONG and len(folded.split()) == 1)
    )
