"""Writers: an Assessment or Review as text for people."""
