"""The names of the pages of the desk's other work, as rail and menu show them."""

from PySide6.QtCore import QCoreApplication

from deskhelper.core.view import View
from deskhelper.ui.kit import Tone
from deskhelper.ui.orders.rail import RailEntry

PARCELS = "parcels"
"""The entry of the parcels in anomaly: one of the boards, which stands among the views of the orders."""
translate = QCoreApplication.translate


def rail_pages() -> list[RailEntry]:
    """Return the pages in the order of the rail; work_pages.py builds them."""
    parcels = translate("Pages", "Anomalies")
    return [
        RailEntry(PARCELS, parcels, "package-x", Tone.WARN, shortcut="F11, 2", after=View.SHIPPED),
        RailEntry("cases", translate("Pages", "Cases"), "folder", Tone.WARN, shortcut="Ctrl+8"),
        RailEntry("promises", translate("Pages", "Promises"), "alarm-clock", Tone.WARN, shortcut="Ctrl+9"),
        RailEntry("notices", translate("Pages", "Notices"), "megaphone", shortcut="Ctrl+0"),
        RailEntry("boards", translate("Pages", "Boards"), "triangle-alert", Tone.WARN, shortcut="F11"),
        RailEntry("insights", translate("Pages", "Insights"), "chart-column", shortcut="F12"),
    ]
