"""What the bilingual layer tells the rooms above."""

from django.dispatch import Signal

# Sent after commit with instance (specific page) and changes ({language code: (old path, new path)}).
page_paths_changed = Signal()

# Sent with instance (specific page as it is stored now) and code, when one language of a live page was taken back.
# Whoever listens to Wagtail's page_unpublished, sent when the whole page goes, may want this one too.
language_unpublished = Signal()
