"""What the bilingual layer tells the rooms above."""

from django.dispatch import Signal

# Sent after commit with instance (specific page) and changes ({language code: (old path, new path)}).
page_paths_changed = Signal()
