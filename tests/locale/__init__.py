"""The catalogues of the house's languages: what belongs into them, and whether it is there."""
