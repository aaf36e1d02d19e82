"""The pygame window, and nothing else imports pygame."""

import os

# pygame reads both when it is imported: what the window is called, and whether to print a greeting.
os.environ.setdefault("SDL_VIDEO_X11_WMCLASS", "overture")
os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
