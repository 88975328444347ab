"""What all tests share."""

from hypothesis import settings

# A slow machine is no fault of the program: no test fails by the clock.
settings.register_profile("langnghe", deadline=None)
settings.load_profile("langnghe")
