"""Bringing order files in: choose or drop, ask what is unknown, watch, and see what came of it."""
