"""Arabic is added to a populated French and English site, in processes of their own."""
