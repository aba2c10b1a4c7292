"""The figures of a period as plots; the library that draws them is read when the page is first opened."""
