"""The hand-over to the next shift: on screen, printed, and as a PDF that can be searched."""
