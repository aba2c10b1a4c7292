"""The page of notices: whom to tell unasked, one order after another, and the warehouse's list to print."""
