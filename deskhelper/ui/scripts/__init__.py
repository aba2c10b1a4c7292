"""The library of scripts: the tree of categories, the list, the editor with its preview, import and export."""
