"""The left half of the desk: the views, the list of orders, and the card of one."""

from deskhelper.ui.orders.card import OrderCard
from deskhelper.ui.orders.list_view import OrderListView, WhenEmpty
from deskhelper.ui.orders.model import OrderListModel
from deskhelper.ui.orders.rail import RailEntry, ViewRail

__all__ = ["OrderCard", "OrderListModel", "OrderListView", "RailEntry", "ViewRail", "WhenEmpty"]
