"""Words: how text is cleaned, cut, folded and reduced, the same for questions and for documents in both engines."""
