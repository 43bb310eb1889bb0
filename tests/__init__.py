"""What the project promises, room by room, and the real servers the promises are tried on."""
