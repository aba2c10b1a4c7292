"""What the columns of a file of orders, of parcel traces or of stock hold, in words."""

from PySide6.QtCore import QCoreApplication

from deskhelper.core.mapping import MappedKind

translate = QCoreApplication.translate


def field_words(kind: MappedKind = "orders") -> dict[str, str]:
    """Return the name of each field that a column can hold, the most needed first."""
    return {"orders": _order_words, "traces": _trace_words, "stock": _stock_words}[kind]()


def _stock_words() -> dict[str, str]:
    return {
        "quantity": translate("Fields", "Pieces in stock"),
        "sku_code": translate("Fields", "Merchant code"),
        "title": translate("Fields", "Product"),
        "spec": translate("Fields", "Variant"),
        "product_id": translate("Fields", "Product ID"),
        "warn_at": translate("Fields", "Warn at"),
        "counted_at": translate("Fields", "Counted at"),
        "shop": translate("Fields", "Shop"),
    }


def _trace_words() -> dict[str, str]:
    return {
        "tracking_no": translate("Fields", "Tracking number"),
        "words": translate("Fields", "Carrier's words"),
        "time": translate("Fields", "Time of the scan"),
        "courier": translate("Fields", "Courier"),
        "status": translate("Fields", "State of the parcel"),
        "place": translate("Fields", "Place of the scan"),
        "order_no": translate("Fields", "Order number"),
    }


def _order_words() -> dict[str, str]:
    return {
        "order_no": translate("Fields", "Order number"),
        "status": translate("Fields", "Order status"),
        "grouped_at": translate("Fields", "Grouped at"),
        "paid_at": translate("Fields", "Paid at"),
        "promised_ship_by": translate("Fields", "Promised ship time"),
        "shipped_at": translate("Fields", "Shipped at"),
        "received_at": translate("Fields", "Received at"),
        "product": translate("Fields", "Product"),
        "spec": translate("Fields", "Variant"),
        "quantity": translate("Fields", "Quantity"),
        "paid_fen": translate("Fields", "Amount paid (yuan)"),
        "refund_fen": translate("Fields", "Refund (yuan)"),
        "after_sale": translate("Fields", "After-sale state"),
        "courier": translate("Fields", "Courier"),
        "tracking_no": translate("Fields", "Tracking number"),
        "parcel": translate("Fields", "Courier and tracking number in one"),
        "receiver": translate("Fields", "Receiver"),
        "phone": translate("Fields", "Phone"),
        "province": translate("Fields", "Province"),
        "buyer_note": translate("Fields", "Buyer's note"),
        "shop_note": translate("Fields", "Shop's note"),
        "product_id": translate("Fields", "Product ID"),
        "sku_code": translate("Fields", "Merchant code"),
        "shop": translate("Fields", "Shop"),
    }
