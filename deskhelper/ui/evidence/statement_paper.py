"""The statement on paper: what is known of the order, with its sources, its pictures, and the SHA-256 of each file.

It goes to the platform, so it is in Chinese whatever language the desk speaks.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt

from deskhelper.core.evidence import EvidenceFile
from deskhelper.core.moments import zone as shop_zone
from deskhelper.core.order_snapshot import full_time
from deskhelper.core.statement import Exhibit, Statement
from deskhelper.ui.evidence.clips import read_scaled

if TYPE_CHECKING:
    from datetime import tzinfo

    from PySide6.QtGui import QImage

PIXELS = QSize(1500, 1800)
"""The most that a picture has on paper: about 230 dots an inch."""
WIDTH, HEIGHT = 560, 640
"""The room of a picture on a page, in the pixels that a document is laid out in."""
PAGE, CAPTION_LINE, HEADING = 900, 20, 44
"""The height of a page, of a line below a picture, and of the heading above the first one."""
_KEEP = Qt.AspectRatioMode.KeepAspectRatio
HASH_PART = 32
"""Characters of a SHA-256 that stand in one line."""


def save_statement(
    statement: Statement, path: Path, path_of: Callable[[EvidenceFile], Path], zone: "tzinfo | None" = None
) -> None:
    """Write the statement to a PDF; may run on any thread. Raises WorldError `file_unwritable`."""
    from deskhelper.ui.paper.paper import document_of, save_pdf

    images = {}
    for one in statement.exhibits:
        image = read_scaled(path_of(one.file), PIXELS) if one.file.is_picture else None
        if image is not None and not image.isNull():
            images[source_of(one)] = image
    html = html_of(statement, images, zone or shop_zone())
    save_pdf(document_of(html, images), path, f"情况说明 {statement.order_no}")


def source_of(exhibit: Exhibit) -> str:
    """Return the name by which the paper knows a picture."""
    return f"exhibit-{exhibit.number}"


def html_of(statement: Statement, images: "dict[str, QImage]", zone: "tzinfo") -> str:
    """Return the statement as rich text; `images` by `source_of`."""
    parts = [_head(statement, zone), _facts(statement), _moments(statement, zone), _replies(statement, zone)]
    parts += [_figures(statement), _files(statement, zone), _pictures(statement, images, zone), _foot(statement, zone)]
    return "".join(parts)


def _head(statement: Statement, zone: "tzinfo") -> str:
    made = " · ".join(filter(None, (full_time(statement.made_at, zone), statement.made_by)))
    told = [f"<h1>情况说明</h1><p>订单号 {escape(statement.order_no)}<br>事项：{escape(statement.topic)}</p>"]
    told.append(f'<p class="muted">制作：{escape(made)}。时间都是北京时间。</p>')
    if statement.own:
        words = "<br>".join(escape(line) for line in statement.own.splitlines())
        told.append(f"<h2>商家说明</h2><p>{words}</p>")
    return "".join(told)


def _facts(statement: Statement) -> str:
    rows = [(line.name, line.words, line.remark) for line in statement.facts]
    return _titled("一、订单信息", _table(("项目", "内容", "备注"), rows, muted=2))


def _moments(statement: Statement, zone: "tzinfo") -> str:
    rows = [(full_time(one.at, zone), one.words, one.source) for one in statement.moments]
    return _titled("二、经过", _table(("时间", "事件", "来源"), rows, muted=2))


def _replies(statement: Statement, zone: "tzinfo") -> str:
    """Return the replies; what was copied is known here, what was sent is in the platform's chat."""
    if not statement.replies:
        return _titled("三、给买家的回复", '<p class="muted">没有记录。</p>')
    told = ['<p class="muted">以下是客服工具记录的回复原文和复制时间，发送情况以平台聊天记录为准。</p>']
    for one in statement.replies:
        head = " · ".join(filter(None, (f"回复 {one.number}", full_time(one.at, zone), one.agent)))
        words = "<br>".join(escape(line) for line in one.text.splitlines())
        told.append(f'<p class="muted">{escape(head)}</p><p>{words}</p>')
    return _titled("三、给买家的回复", "".join(told))


def _figures(statement: Statement) -> str:
    if not statement.figures:
        return ""
    rows = [
        (one.title, one.words, "；".join(filter(None, (one.dated, one.source, one.remark))))
        for one in statement.figures
    ]
    table = _table(("规则", "内容", "日期和来源"), rows, muted=2)
    return _titled("四、相关平台规则（制作本说明时的版本）", table)


def _files(statement: Statement, zone: "tzinfo") -> str:
    if not statement.exhibits:
        return _titled("五、证据文件", '<p class="muted">没有附带文件。</p>')
    rows = []
    for one in statement.exhibits:
        file = one.file
        about = " · ".join(filter(None, (file.item, file.note)))
        added = " · ".join(filter(None, (full_time(file.added_at, zone), file.agent, f"{file.size:,} 字节")))
        rows.append((str(one.number), "\n".join(filter(None, (file.name, about))), f"{added}\n{_hash(file)}"))
    table = _table(("编号", "文件", "保存时间、大小、SHA-256"), rows, muted=2)
    return _titled("五、证据文件", table)


def _pictures(statement: Statement, images: "dict[str, QImage]", zone: "tzinfo") -> str:
    """Return the pictures from a new page on; a picture that does not fit below the one before begins another.

    Qt paints the upper edge of a row that moves to the next page on both, so no table holds them together.
    """
    shown = [one for one in statement.exhibits if source_of(one) in images]
    told: list[str] = []
    room = 0
    for one in shown:
        size = _size(images[source_of(one)])
        lines = _caption(one, zone)
        needed = size.height() + len(lines) * CAPTION_LINE
        told.append(_picture(one, size, lines, starts_page=bool(told) and needed > room))
        room = (room if len(told) > 1 and needed <= room else PAGE - (HEADING if len(told) == 1 else 0)) - needed
    if not told:
        return ""
    return f'<h2 style="page-break-before: always">六、图片</h2>{"".join(told)}'


def _picture(exhibit: Exhibit, size: QSize, lines: Sequence[str], starts_page: bool) -> str:
    """Return a picture with what proves it below."""
    breaks = "; page-break-before: always" if starts_page else ""
    picture = f'<img src="{source_of(exhibit)}" width="{size.width()}" height="{size.height()}">'
    return f'<p style="line-height: 100%{breaks}">{picture}</p><p class="muted">{"<br>".join(map(escape, lines))}</p>'


def _caption(exhibit: Exhibit, zone: "tzinfo") -> list[str]:
    file = exhibit.file
    about = " · ".join(filter(None, (file.item, file.note)))
    told = (
        f"{exhibit.number}　{file.name}",
        about,
        f"保存于 {full_time(file.added_at, zone)}",
        f"SHA-256 {file.sha256}",
    )
    return [line for line in told if line]


def _size(image: "QImage") -> QSize:
    is_large = image.width() > WIDTH or image.height() > HEIGHT
    return image.size().scaled(QSize(WIDTH, HEIGHT), _KEEP) if is_large else image.size()


def _foot(statement: Statement, zone: "tzinfo") -> str:
    words = (
        "压缩包里附有以上文件的原件和清单 manifest.json，清单列有每个文件的 SHA-256，可以核对文件未被改动。"
        f"由 DeskHelper {statement.program} 制作。"
    )
    return f'<p class="muted">{escape(words)}</p>'


def _titled(title: str, body: str) -> str:
    return f"<h2>{escape(title)}</h2>{body}"


def _table(heads: Sequence[str], rows: Iterable[Sequence[str]], muted: int) -> str:
    """Return a table; the cells of column `muted` are remarks."""
    head = "".join(f"<th>{escape(words)}</th>" for words in heads)
    return f'<table width="100%"><tr>{head}</tr>{"".join(_row(cells, muted) for cells in rows)}</table>'


def _row(cells: Sequence[str], muted: int) -> str:
    return f"<tr>{''.join(_cells(cells, muted))}</tr>"


def _cells(cells: Sequence[str], muted: int) -> Iterator[str]:
    for at, words in enumerate(cells):
        told = "<br>".join(escape(line) for line in words.splitlines())
        yield f'<td class="muted">{told}</td>' if at == muted else f"<td>{told}</td>"


def _hash(file: EvidenceFile) -> str:
    """Return a SHA-256 in two lines, since nothing in it can wrap."""
    return f"{file.sha256[:HASH_PART]}\n{file.sha256[HASH_PART:]}"
