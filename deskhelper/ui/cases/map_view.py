"""The flow's map beside the wizard: the way walked lit, a look ahead at any node, and the whole as a file."""

from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, Qt, QUrl, Signal
from PySide6.QtGui import QImage, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget

from deskhelper.core.errors import WorldError
from deskhelper.core.flow_map import UNLIT, FlowMap, Lit, NodeKind, lit_by
from deskhelper.core.text import Lang
from deskhelper.drawing.file import write_whole
from deskhelper.drawing.svg import svg_of
from deskhelper.services.cases import CaseView
from deskhelper.services.handbook import HandbookService
from deskhelper.ui.cases.map_canvas import STEP, MapCanvas
from deskhelper.ui.cases.map_paint import Pictures, image_of
from deskhelper.ui.handbook.page_browser import PageBrowser
from deskhelper.ui.handbook.page_writer import GO_LINK, PageWriter, link_to
from deskhelper.ui.kit import ElidedLabel, HLine, IconButton, IconLabel, label
from deskhelper.ui.theme import Theme

SHARP = 2.0
"""The pixels of an exported PNG for one of the picture."""
PANEL_SHARE = 0.42
"""The look ahead takes at most this share of the height."""


class MapView(QFrame):
    """Shows a flow, lit by the case that is open if it is one of that flow. Looking ahead changes no answer."""

    closed = Signal()
    refused = Signal(object)
    """A Problem to be told."""
    saved = Signal(str)
    """The name of the file that was written."""
    numbered = Signal(int)
    """A number key, 1 to 9, which means nothing on the map."""
    handbook_requested = Signal(str, str)
    """The flow and the place in the handbook to turn to."""

    def __init__(self, theme: Theme, lang: Lang, handbook: HandbookService, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._lang = lang
        self._handbook = handbook
        self._pictures = Pictures(lang)
        self._writer = PageWriter(theme, lang, self)
        self._shown: FlowMap | None = None
        self._build()
        self._lay_out()
        self._connect()

    @property
    def flow(self) -> str:
        """The flow that is shown, empty before the first."""
        return self._shown.flow if self._shown else ""

    @property
    def looked_at(self) -> str:
        """The node that the look ahead shows, empty while it is closed."""
        return "" if self._panel.isHidden() else self.canvas.chosen_node

    def show_case(self, view: CaseView) -> None:
        """Show the flow of a case, lit by its walk."""
        shown = self._handbook.map_of(view.flow.id)
        self._show(shown, lit_by(shown, view.flow, view.walk, view.facts))

    def show_flow(self, flow: str) -> None:
        """Show a flow by itself. Raises WorldError `flow_unknown`."""
        self._show(self._handbook.map_of(flow), UNLIT)

    def step_back(self) -> None:
        """Close the look ahead, else the map."""
        if self._panel.isHidden():
            self.closed.emit()
        else:
            self.close_look()

    def look_at(self, node: str) -> None:
        """Show what is behind a node: a question's answers, an outcome in short, or the flow of a hand-over."""
        if self._shown is None or node not in self._shown.nodes:
            return
        self._look.setHtml(self._page_of(self._shown, node))
        self._panel.show()
        self._fit_panel()

    def close_look(self) -> None:
        """Close the look ahead."""
        self._panel.hide()
        self.canvas.setFocus()

    def save(self, file: Path) -> None:
        """Write the map as it is lit: an SVG, or a PNG of twice the size where the name ends so."""
        picture = self.canvas.picture
        if picture is None:
            return
        try:
            if file.suffix.lower() == ".png":
                write_whole(file, _png(image_of(picture, self._theme, 1.0, SHARP, self.canvas.lit)))
            else:
                svg = svg_of(picture, self._theme.tokens, self._lang, self.canvas.lit)
                write_whole(file, svg.encode())
        except WorldError as error:
            self.refused.emit(error.problem)
        else:
            self.saved.emit(file.name)

    def ask_file(self, suffix: str) -> Path | None:
        """Ask where to write the map; None where the agent thinks better of it."""
        name, _ = QFileDialog.getSaveFileName(
            self, self.tr("Save the map"), f"{self._title.words}.{suffix}", f"{suffix.upper()} (*.{suffix})"
        )
        return Path(name) if name else None

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the map the larger part."""
        super().resizeEvent(event)
        self._fit_panel()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes the look ahead, then the map; number keys are passed on."""
        if event.key() == Qt.Key.Key_Escape:
            self.step_back()
        elif Qt.Key.Key_1 <= event.key() <= Qt.Key.Key_9 and self.canvas.hasFocus():
            self.numbered.emit(event.key() - Qt.Key.Key_0)
        else:
            super().keyPressEvent(event)

    def _show(self, shown: FlowMap, lit: Lit) -> None:
        is_other = self._shown is not shown
        self._shown = shown
        self._title.set_words(shown.title.within(self._lang))
        if is_other:
            self._panel.hide()
        self._tell_always(shown)
        self.canvas.show_picture(self._pictures.of(shown), lit)
        if not self.canvas.chosen_node:
            self._panel.hide()

    def _tell_always(self, shown: FlowMap) -> None:
        between = "、" if self._lang == "zh" else ", "
        flows = between.join(node.title.within(self._lang) for node in shown.always)
        self._always.set_words(self.tr("From every outcome on to: %s").replace("%s", flows))
        self._always.setVisible(bool(flows))

    def _page_of(self, shown: FlowMap, node: str) -> str:
        kind, page = shown.nodes[node].kind, self._handbook.page(shown.flow)
        if kind is NodeKind.QUESTION:
            question = next(one for one in page.questions if one.id == node)
            return self._writer.question(page.id, question, is_brief=True) + self._more(page.id, node)
        if kind is NodeKind.OUTCOME:
            outcome = next(one for one in page.outcomes if one.id == node)
            return self._writer.outcome(outcome, page.slots, is_brief=True) + self._more(page.id, node)
        return self._writer.away(shown.nodes[node], self._handbook.page(shown.nodes[node].flow))

    def _more(self, flow: str, node: str) -> str:
        return self._writer.link(link_to(flow, node), self.tr("In the handbook"))

    def _fit_panel(self) -> None:
        height = self._look.document().size().height() + 8
        self._look.setFixedHeight(round(min(height, self.height() * PANEL_SHARE)))

    def _build(self) -> None:
        self.setProperty("ground", "bg")
        self.canvas = MapCanvas(self._theme)
        self.canvas.setAccessibleName(self.tr("Map of the flow"))
        self._title = ElidedLabel(self._theme, "", "strong")
        self._zoomed = label("100%", "remark")
        self._out = IconButton(self._theme, "minus", self.tr("Smaller (-)"))
        self._in = IconButton(self._theme, "plus", self.tr("Larger (+)"))
        self._fit = IconButton(self._theme, "maximize-2", self.tr("Show the whole map (0)"))
        self._menu = IconButton(self._theme, "file-down", self.tr("Save the map"))
        self._close = IconButton(self._theme, "x", self.tr("Close the map (F4)"))
        self._menu.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self)
        self.save_svg = menu.addAction(self.tr("Save as SVG…"))
        self.save_png = menu.addAction(self.tr("Save as PNG…"))
        self._menu.setMenu(menu)
        self._always = ElidedLabel(self._theme, "", "remark")
        self._panel = QFrame()
        self._panel.setProperty("ground", "surface")
        self._panel.hide()
        self._ahead = label(self.tr("A look ahead; no answer changes"), "remark")
        self._shut = IconButton(self._theme, "x", self.tr("Close the look ahead (Esc)"))
        self._look = PageBrowser()
        self._look.document().setDocumentMargin(2)
        self._look.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._look.setAccessibleName(self.tr("A look ahead; no answer changes"))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(12, 6, 8, 6)
        head.setSpacing(4)
        head.addWidget(IconLabel(self._theme, "map", "accent"))
        head.addSpacing(4)
        head.addWidget(self._title, 1)
        for part in (self._zoomed, self._out, self._in, self._fit, self._menu, self._close):
            head.addWidget(part)
        above = QHBoxLayout()
        above.addWidget(IconLabel(self._theme, "eye", "accent"))
        above.addWidget(self._ahead, 1)
        above.addWidget(self._shut)
        inner = QVBoxLayout(self._panel)
        inner.setContentsMargins(12, 6, 8, 8)
        inner.setSpacing(2)
        inner.addLayout(above)
        inner.addWidget(self._look)
        foot = QHBoxLayout()
        foot.setContentsMargins(16, 4, 16, 6)
        foot.addWidget(self._always, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(HLine())
        column.addWidget(self.canvas, 1)
        column.addLayout(foot)
        column.addWidget(HLine())
        column.addWidget(self._panel)

    def _connect(self) -> None:
        self.canvas.chosen.connect(self._on_canvas_chosen)
        self.canvas.entered.connect(self._on_canvas_entered)
        self.canvas.zoomed.connect(self._on_canvas_zoomed)
        self._look.anchorClicked.connect(self._on_look_anchor_clicked)
        self._out.clicked.connect(self._on_out_clicked)
        self._in.clicked.connect(self._on_in_clicked)
        self._fit.clicked.connect(self.canvas.fit)
        self._close.clicked.connect(self.closed)
        self._shut.clicked.connect(self.close_look)
        self.save_svg.triggered.connect(self._on_save_svg_triggered)
        self.save_png.triggered.connect(self._on_save_png_triggered)
        self._theme.theme_changed.connect(self._on_theme_changed)

    def _on_canvas_chosen(self, node: str) -> None:
        self.look_at(node)

    def _on_canvas_entered(self, node: str) -> None:
        """Look at a node; a second time go where it leads: on to the other flow."""
        if self.looked_at == node and self._shown is not None and self._shown.nodes[node].flow:
            self.show_flow(self._shown.nodes[node].flow)
        else:
            self.canvas.choose(node)

    def _on_canvas_zoomed(self) -> None:
        self._zoomed.setText(f"{round(self.canvas.scale * 100)}%")

    def _on_look_anchor_clicked(self, url: QUrl) -> None:
        """Follow a link within the map, else into the handbook."""
        flow, _, place = url.toString().removeprefix(GO_LINK).partition("#")
        is_here = self._shown is not None and flow == self._shown.flow and place != self.canvas.chosen_node
        if is_here and self._shown is not None and place in self._shown.nodes:
            self.canvas.choose(place)
        else:
            self.handbook_requested.emit(flow, place)

    def _on_out_clicked(self) -> None:
        self.canvas.zoom(1 / STEP)

    def _on_in_clicked(self) -> None:
        self.canvas.zoom(STEP)

    def _on_save_svg_triggered(self) -> None:
        self._save_asked("svg")

    def _on_save_png_triggered(self) -> None:
        self._save_asked("png")

    def _save_asked(self, suffix: str) -> None:
        file = self.ask_file(suffix)
        if file is not None:
            self.save(file if file.suffix else file.with_suffix(f".{suffix}"))

    def _on_theme_changed(self) -> None:
        if self.looked_at:
            self.look_at(self.looked_at)


def _png(image: QImage) -> bytes:
    """Return an image as the bytes of a PNG file."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(buffer.data().data())
