"""What can be dropped or pasted as evidence: files, else a picture."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, QSize, Qt
from PySide6.QtGui import QImage, QImageReader

from deskhelper.core.moments import Instant, local
from deskhelper.services.clock import Clock
from deskhelper.services.evidence_files import Pasted
from deskhelper.ui.scripts.body_edit import png_of

Clip = Path | QImage
MOST_PIXELS_MB = 512
"""A picture that would take more memory than this is not shown."""


def can_take(mime: QMimeData) -> bool:
    """Tell whether there is a file or a picture."""
    return mime.hasImage() or any(url.isLocalFile() for url in mime.urls())


def clips_of(mime: QMimeData) -> list[Clip]:
    """Return the files, else the picture; nothing where there is neither."""
    files: list[Clip] = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
    if files:
        return files
    image = mime.imageData() if mime.hasImage() else None
    return [image] if isinstance(image, QImage) and not image.isNull() else []


def sources_of(clips: Sequence[Clip], clock: Clock) -> list[Path | Pasted]:
    """Return what the service takes: a picture becomes a PNG named by the time. Takes a while: for a task."""
    return [clip if isinstance(clip, Path) else Pasted(picture_name(clock), png_of(clip)) for clip in clips]


def picture_name(clock: Clock) -> str:
    """Return the name of a picture that is pasted now."""
    now: Instant = clock.now()
    return f"截图 {local(now, clock.zone):%Y-%m-%d %H-%M-%S}.png"


def read_scaled(path: Path, most: QSize) -> QImage:
    """Return the picture of a file, the right way up and no larger than `most`; an empty one where it is none."""
    reader = QImageReader(str(path))
    reader.setAutoTransform(True)
    reader.setAllocationLimit(MOST_PIXELS_MB)
    size = reader.size()
    if size.isValid() and (size.width() > most.width() or size.height() > most.height()):
        reader.setScaledSize(size.scaled(most, Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    if image.width() > most.width() or image.height() > most.height():  # turned by its camera, or of unknown size
        image = image.scaled(most, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)
    return image
