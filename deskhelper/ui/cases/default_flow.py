"""The flow that an order is opened in where nobody chose one: what buyers ask most."""

DEFAULT_FLOW = "urge_shipment"
