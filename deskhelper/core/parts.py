"""A long reply in parts, as people write in a chat: each ends with a sentence, and all together are the reply."""

import re

_SENTENCE = re.compile(r"[^。！？!?；;\n]*(?:[。！？!?；;\n]+[”」』）)]*|$)")
_CLAUSE = re.compile(r"[^，、：]*(?:[，、：]+|$)")
_WHOLE = re.compile(r"[0-9A-Za-z.:：/+%¥￥_-]+|.", re.DOTALL)
"""What is never cut: a number, a time, an amount, an address; else any character."""


def in_parts(text: str, most: int) -> list[str]:
    """Return `text` in parts of `most` characters or fewer, cut at sentences, else at clauses, else between words.

    0 means never to cut. Only a single number longer than `most` gives a longer part. Blanks at the borders go.
    """
    if most <= 0 or len(text) <= most:
        return [text]
    parts: list[str] = []
    room = ""
    for piece in _pieces(text, most):
        if room.strip() and len((room + piece).strip()) > most:
            parts.append(room.strip())
            room = ""
        room += piece
    if room.strip():
        parts.append(room.strip())
    return parts


def _pieces(text: str, most: int) -> list[str]:
    """Return the largest pieces of `text` that fit; joined they are the text."""
    pieces: list[str] = []
    for sentence in filter(None, _SENTENCE.findall(text)):
        if len(sentence.strip()) <= most:
            pieces.append(sentence)
            continue
        for clause in filter(None, _CLAUSE.findall(sentence)):
            pieces += [clause] if len(clause.strip()) <= most else _WHOLE.findall(clause)
    return pieces
