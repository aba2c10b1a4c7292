"""The place of the reply on the desk: that of the case, or in its stead the text of a script."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from deskhelper.ui.kit.scroll import InColumn, leave_room


class ReplyPlace(InColumn, QWidget):
    """Shows one of the two; the reply of the case until another is shown instead."""

    def __init__(self, reply: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reply = reply
        self._script: QWidget | None = None
        self._bar = 0
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(reply)

    def show_instead(self, script: QWidget) -> None:
        """Show `script` in the place of the reply."""
        if self._script is not script:
            self._script = script
            self._column.addWidget(script)
            leave_room(script, self._bar)
        self._reply.hide()
        script.show()

    def show_reply(self) -> None:
        """Show the reply of the case again."""
        if self._script is not None:
            self._script.hide()
        self._reply.show()

    def leave_room(self, bar: int) -> None:
        """Count `bar` pixels beside the place into its right margin, where a scroll bar stands there."""
        self._bar = bar
        for part in (self._reply, self._script):
            if part is not None:
                leave_room(part, bar)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out again later what is resized while its layout is held back (`laid_out_once`): Qt forgets it."""
        super().resizeEvent(event)
        for part in (self, self._script or self._reply):
            layout = part.layout()
            if layout is not None:
                layout.invalidate()
