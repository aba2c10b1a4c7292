"""Foreign files to core and back; the only importer of the CSV and XLSX readers."""
