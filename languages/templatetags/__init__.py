"""Template tags of the bilingual layer."""
