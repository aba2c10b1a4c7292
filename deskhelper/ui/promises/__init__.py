"""The page of promises: what is due, what is owed, what was kept."""
