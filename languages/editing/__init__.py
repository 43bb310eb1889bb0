"""Writing in several languages: panels, forms, menus, previews and reports of the admin."""
