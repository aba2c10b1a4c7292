"""The left half of the desk: the views, the list of orders, and the card of one."""
