"""The rule held against the record: the recorded war, its calibration, other wars."""
