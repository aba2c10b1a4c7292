"""Pages of the handbook as rich text: headings, lists, the wordings of replies with their slots marked."""

from collections.abc import Iterable, Mapping
from html import escape

from PySide6.QtCore import QObject

from deskhelper.core.flow_map import MapNode
from deskhelper.core.handbook import (
    AwayPage,
    FigureLine,
    FlowPage,
    OptionPage,
    OutcomePage,
    PromisePage,
    QuestionPage,
    RulePage,
)
from deskhelper.core.sources import sources_told
from deskhelper.core.text import PLACEHOLDER, Lang, Text
from deskhelper.ui.theme import Theme
from deskhelper.ui.theme.fonts import HEADING, REMARK, REPLY

MAP_LINK = "map:"
GO_LINK = "go:"
"""A link into the handbook: `go:flow#anchor`."""
PAGE_TITLE = 20


def link_to(flow: str, anchor: str = "") -> str:
    """Return the link to a place of the handbook."""
    return f"{GO_LINK}{flow}#{anchor}"


class PageWriter(QObject):
    """Writes pages and parts of them in the colours of the theme in force."""

    def __init__(self, theme: Theme, lang: Lang, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._lang = lang

    def page(self, page: FlowPage, picture: str = "") -> str:
        """Return the whole page; `picture` is the name of the image of its map, empty for none."""
        head = [
            self._anchor(""),
            f'<p style="font-size:{PAGE_TITLE}px; font-weight:bold; margin:0">{self._of(page.title)}</p>',
            self._remark(f"{page.source} · v{page.version}"),
            f'<p style="margin:8px 0 0 0">{self._of(page.summary)}</p>',
        ]
        if picture:
            head.append(f'<p style="margin:14px 0 4px 0"><a href="{MAP_LINK}{page.id}"><img src="{picture}"/></a></p>')
            opening = self.tr("Open the map (F4)")
            head.append(f"<p>{self.link(MAP_LINK + page.id, opening)}</p>")
        parts = [
            *head,
            self._part(self.tr("Questions"), (self.question(page.id, one) for one in page.questions)),
            self._part(self.tr("Outcomes"), (self.outcome(one, page.slots) for one in page.outcomes)),
            self._part(self.tr("Rules"), [self._rules(page.rules)] if page.rules else []),
            self._part(self.tr("From every outcome"), [self._aways(page.hands_over)] if page.hands_over else []),
            self._part(self.tr("Sources"), [self._remark(self._sources(page.sources))]),
        ]
        return f'<div style="color:{self._colour("text")}">{"".join(parts)}</div>'

    def question(self, flow: str, question: QuestionPage, is_brief: bool = False) -> str:
        """Return one question with its answers; `is_brief` leaves out how the order answers it."""
        rows = [self._option(flow, number, option) for number, option in enumerate(question.options, 1)]
        parts = [self._anchor(question.id), self._heading(question.ask, self._sources(question.sources))]
        if question.help is not None:
            parts.append(self._remark(self._of(question.help), is_html=True))
        parts.append(f'<table width="100%" cellspacing="0" cellpadding="3">{"".join(rows)}</table>')
        if question.own_answers and not is_brief:
            parts.append(self._small(self.tr("Answered by the order")))
            parts.append(
                self._list(
                    f"{self._of(own.when)} → <b>{self._of(own.answer)}</b>{self._muted('　' + self._of(own.reason))}"
                    for own in question.own_answers
                )
            )
        return "".join(parts)

    def _sources(self, sources: tuple[str, ...]) -> str:
        return "　".join(sources_told(sources, self._lang))

    def outcome(self, outcome: OutcomePage, slots: Mapping[str, Text], is_brief: bool = False) -> str:
        """Return one outcome; `is_brief` shows one wording and leaves out remarks, evidence and sources."""
        parts = [self._anchor(outcome.id), self._heading(outcome.title, outcome.id)]
        if outcome.fault is not None:
            parts.append(self._remark(self._fault(outcome.fault)))
        parts.append(self._titled(self.tr("To do on the platform"), map(self._of, outcome.todo)))
        parts.append(self._reply(outcome, slots, is_brief))
        parts.append(self._titled(self.tr("Promises"), map(self._promise, outcome.promises)))
        parts.append(self._titled(self.tr("Clocks against the shop"), map(self._promise, outcome.deadlines)))
        parts.append(self._titled(self.tr("At risk"), map(self._line, outcome.risks)))
        if not is_brief:
            parts.append(self._titled(self.tr("Keep as evidence"), map(self._of, outcome.evidence)))
            notes = (self._when(note.when) + self._of(note.texts[0]) for note in outcome.notes)
            parts.append(self._titled(self.tr("Remarks"), notes))
        if outcome.hands_over:
            parts += [self._small(self.tr("Goes on in")), self._aways(outcome.hands_over)]
        if not is_brief:
            parts.append(self._remark(self._sources(outcome.sources)))
        return "".join(parts)

    def away(self, node: MapNode, page: FlowPage) -> str:
        """Return a hand-over: why it goes on, and what the other flow is about."""
        return (
            self._heading(page.title, page.source)
            + self._remark(self._of(node.mark), is_html=True)
            + f'<p style="margin:4px 0">{self._of(page.summary)}</p>'
            + self.link(link_to(page.id), self.tr("In the handbook"))
        )

    def _reply(self, outcome: OutcomePage, slots: Mapping[str, Text], is_brief: bool) -> str:
        if not outcome.wordings:
            return ""
        shown = outcome.wordings[:1] if is_brief else outcome.wordings
        blocks = [self._wording(words, slots) for words in shown]
        if not is_brief:
            for extra in outcome.extras:
                label = self.tr("Instead: %s") if extra.is_instead else self.tr("Added: %s")
                condition = label.replace("%s", self._of(extra.when) if extra.when else "")
                blocks.append(self._remark(condition, is_html=True))
                blocks += [self._wording(text.zh, slots) for text in extra.texts]
        return self._small(self.tr("Reply")) + "".join(blocks)

    def _wording(self, template: str, slots: Mapping[str, Text]) -> str:
        """Return a wording of a reply, each slot as a chip with its title."""
        style = f"background-color:{self._colour('slot')}; color:{self._colour('text')}"
        chips = PLACEHOLDER.sub(
            lambda slot: f'<span style="{style}">&nbsp;{self._of(slots[slot[1]])}&nbsp;</span>', escape(template)
        )
        ground = f'bgcolor="{self._colour("bg")}" width="100%" cellspacing="0" cellpadding="8"'
        cell = f'<td><p style="font-size:{REPLY}px; line-height:140%; margin:0">{chips}</p></td>'
        return f'<table {ground} style="margin:3px 0"><tr>{cell}</tr></table>'

    def _option(self, flow: str, number: int, option: OptionPage) -> str:
        ways = [
            self._when(way.when) + self.link(link_to(flow, way.to), f"→ {way.title.within(self._lang)}")
            for way in option.ways
        ]
        hint = f"<br/>{self._muted(self._of(option.hint))}" if option.hint is not None else ""
        return (
            f'<tr><td width="20" style="color:{self._colour("muted")}">{number}</td>'
            f"<td><b>{self._of(option.label)}</b>{hint}</td><td>{'<br/>'.join(ways)}</td></tr>"
        )

    def _rules(self, rules: Iterable[RulePage]) -> str:
        rows, no = [], escape(self.tr("Refused"))
        for rule in rules:
            refused = f'<b style="color:{self._colour("bad")}">{no}　</b>' if rule.refused else ""
            name = f'<td width="96" style="color:{self._colour("muted")}">{self._anchor(rule.id)}{escape(rule.id)}</td>'
            rows.append(f"<tr>{name}<td>{refused}{self._line(rule.line)}</td></tr>")
        return f'<table width="100%" cellspacing="0" cellpadding="4">{"".join(rows)}</table>'

    def _aways(self, ways: Iterable[AwayPage]) -> str:
        return self._list(
            self._when(way.when)
            + self._of(way.label)
            + "　"
            + self.link(link_to(way.to), f"→ {way.title.within(self._lang)}")
            for way in ways
        )

    def _promise(self, promise: PromisePage) -> str:
        due = self.tr("due: ") + self._of(promise.due)
        words = f"{self._of(promise.text)}　{self._muted(due)}"
        if promise.follow_up is not None:
            words += f"<br/>{self._muted(self._of(promise.follow_up))}"
        return words

    def _line(self, line: FigureLine) -> str:
        colon = "：" if self._lang == "zh" else ": "
        words = self._of(line.text)
        if line.words is not None and line.dated is not None:
            words += f"{colon}{self._of(line.words)}<br/>{self._muted(self._of(line.dated))}"
        return words

    def _fault(self, fault: str) -> str:
        return {
            "ours": self.tr("The shop's fault"),
            "carrier": self.tr("The carrier's fault"),
            "buyer": self.tr("The buyer's fault"),
        }.get(fault, self.tr("Whose fault is not clear yet"))

    def _titled(self, title: str, items: Iterable[str]) -> str:
        listed = list(items)
        return self._small(title) + self._list(listed) if listed else ""

    def _part(self, title: str, blocks: Iterable[str]) -> str:
        shown = list(blocks)
        if not shown:
            return ""
        rule = f'<hr style="background-color:{self._colour("line")}"/>'
        style = f"font-size:{HEADING}px; font-weight:bold; margin:6px 0"
        return f'{rule}<p style="{style}">{escape(title)}</p>{"".join(shown)}'

    def _heading(self, title: Text, mark: str) -> str:
        aside = f"　{self._muted(escape(mark))}" if mark else ""
        return f'<p style="margin:12px 0 2px 0"><b>{self._of(title)}</b>{aside}</p>'

    def _small(self, words: str) -> str:
        style = f"font-size:{REMARK}px; color:{self._colour('muted')}; margin:8px 0 2px 0"
        return f'<p style="{style}">{escape(words)}</p>'

    def _remark(self, words: str, is_html: bool = False) -> str:
        style = f"font-size:{REMARK}px; color:{self._colour('muted')}; margin:2px 0"
        return f'<p style="{style}">{words if is_html else escape(words)}</p>'

    def _list(self, items: Iterable[str]) -> str:
        rows = "".join(f'<li style="margin:2px 0">{item}</li>' for item in items)
        return f'<ul style="margin:0; -qt-list-indent:1">{rows}</ul>'

    def _when(self, when: Text | None) -> str:
        return self._muted(f"{self._of(when)}　") if when is not None else ""

    def _muted(self, html: str) -> str:
        return f'<span style="color:{self._colour("muted")}; font-size:{REMARK}px">{html}</span>'

    def link(self, to: str, words: str) -> str:
        """Return a link."""
        style = f"color:{self._colour('accent')}; text-decoration:none"
        return f'<a href="{escape(to)}" style="{style}">{escape(words)}</a>'

    def _anchor(self, name: str) -> str:
        return f'<a name="{escape(name or "top")}"></a>'

    def _of(self, text: Text | None) -> str:
        return escape(text.within(self._lang)) if text is not None else ""

    def _colour(self, token: str) -> str:
        return self._theme.tokens[token]
