"""The staff map: projection, zones, baking, lenses."""
