"""Pages on paper: statements, lists and the hand-over, written to PDF or printed."""
