"""The flows row by row: an order, what the agent answers, and all that must come of it."""
