"""Public search: one box, two engines behind one wall; knows pages, never a kind of page."""
