"""Phrases that are written in HTML, as the text that a buyer would read."""

import re
from html.parser import HTMLParser

_TAG = re.compile(
    r"</?(?:p|br|div|span|b|strong|i|em|u|ul|ol|li|a|table|tbody|tr|td|th|img|h[1-6]|font|blockquote|hr)"
    r"(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
_BLOCKS = frozenset(
    {"p", "div", "ul", "ol", "li", "table", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "hr", "pre"}
)
_SILENT = frozenset({"script", "style", "head", "title"})
_BLANKS = re.compile(r"[ \t\xa0]+")
_LINES = re.compile(r" ?\n[ \n]*")


def is_html(text: str) -> bool:
    """Whether `text` has tags that mark up a reply; a lone `<` does not count."""
    return _TAG.search(text) is not None


def text_of(html: str) -> str:
    """Return the words of `html`, each block in a line of its own, without pictures, scripts and link targets."""
    parser = _Words()
    parser.feed(html)
    parser.close()
    return _LINES.sub("\n", _BLANKS.sub(" ", "".join(parser.words))).strip()


class _Words(HTMLParser):
    """Collects the words; blanks and line ends of the source count as one blank."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[str] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a line with a block, and a silence with what is not shown."""
        self._silent += tag in _SILENT
        if tag == "br" or tag in _BLOCKS:
            self.words.append("\n")

    def handle_endtag(self, tag: str) -> None:
        """End the line of a block."""
        self._silent = max(0, self._silent - (tag in _SILENT))
        if tag in _BLOCKS:
            self.words.append("\n")

    def handle_data(self, data: str) -> None:
        """Keep the words."""
        if not self._silent:
            self.words.append(re.sub(r"\s+", " ", data))
