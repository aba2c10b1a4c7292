"""Evidence of a case: checklist, files, log, the platform's clock, and the pack for an appeal."""
