"""The screens of the window, each built from a view model."""
