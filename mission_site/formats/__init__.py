"""How dates are written in the admin, where Django's own way is the American one."""
