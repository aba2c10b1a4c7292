"""All that is known of carriers: the words of their scans, their names, and the regions that take them longer."""

from msgspec import Struct

from deskhelper.core.anomaly import Regions
from deskhelper.core.courier import Couriers
from deskhelper.core.trace import ScanBook


class Carriers(Struct, frozen=True):
    """What resources/couriers/ holds."""

    scans: ScanBook
    couriers: Couriers
    regions: Regions
