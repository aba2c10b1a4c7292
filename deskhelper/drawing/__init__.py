"""Pictures of flows without a window: text is measured and wrapped, boxes are placed in layers, SVG is written."""
