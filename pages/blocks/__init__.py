"""The blocks of page bodies: data with a template; they know no page type."""
