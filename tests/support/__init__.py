"""What the tests stand on: databases, a real server, a real browser."""
