"""The handbook inside the desk: every flow as a page to read, and to search."""
