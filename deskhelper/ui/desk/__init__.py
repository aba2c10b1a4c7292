"""The main window: one box on top, orders left, the case in the middle, the reply right; or all of it as a dock."""
