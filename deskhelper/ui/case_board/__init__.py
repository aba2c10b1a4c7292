"""The cases board: every case that is not closed, with whom it waits for, its owner, its deadline and what is next."""
