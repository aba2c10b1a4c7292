"""What it means: orders, facts, flows, scripts, promises. Pure: no Qt, SQL, files, clock or randomness."""
