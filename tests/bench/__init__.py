"""Measurements that anybody can rerun: `make bench-relevance`, `bench-search`, `bench-pages`, `screenshots`."""
