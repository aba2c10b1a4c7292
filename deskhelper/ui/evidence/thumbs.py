"""The small pictures of the checklist, read in the background."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QImage

from deskhelper.core.evidence import EvidenceFile
from deskhelper.ui.evidence.checklist import THUMB_SIZE, ChecklistModel
from deskhelper.ui.evidence.clips import read_scaled
from deskhelper.ui.tasks import Progress, Tasks

if TYPE_CHECKING:
    from deskhelper.services.evidence import EvidenceService

SHARPNESS = 2
"""Small pictures are read for screens of twice the resolution."""


class Thumbs(QObject):
    """Reads each picture once."""

    def __init__(
        self, model: ChecklistModel, service: "Callable[[], EvidenceService]", tasks: Tasks, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._model, self._service, self._tasks = model, service, tasks
        self._asked: set[int] = set()

    def load(self, files: Sequence[EvidenceFile]) -> None:
        """Read the pictures among `files` that were not asked for yet."""
        wanted = [file for file in files if file.is_picture and file.id not in self._asked]
        if not wanted:
            return
        self._asked.update(file.id for file in wanted)
        service = self._service()

        def work(progress: Progress) -> dict[int, QImage]:
            """Read on a worker; a picture that cannot be read is an empty one."""
            found = {}
            for file in wanted:
                if progress.is_cancelled:
                    break
                image = read_scaled(service.path(file), THUMB_SIZE * SHARPNESS)
                image.setDevicePixelRatio(SHARPNESS)
                found[file.id] = image
            return found

        self._tasks.run(work, self._model.show_thumbs, self._on_failed, receiver=self)

    def _on_failed(self, _: Exception) -> None:
        """Nothing to tell: the rows show an icon instead."""
