"""The case on the desk: its wizard, its reply, and the tabs of all open cases."""
