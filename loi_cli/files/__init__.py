"""Files as people write them: bytes, text, YAML with places, the shapes that it must have, and safe writing."""
