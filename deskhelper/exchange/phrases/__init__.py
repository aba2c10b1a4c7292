"""Phrase libraries of other tools and our own tables of scripts, read and written."""
