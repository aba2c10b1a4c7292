"""resources/*.yaml read strictly into core models; the only importer of the YAML library."""
