"""The commands of ``langnghe`` by family: thin, each reads, calls the public API, and writes."""
