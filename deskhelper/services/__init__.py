"""The verbs of the user: one verb, one method, one transaction. No Qt."""
