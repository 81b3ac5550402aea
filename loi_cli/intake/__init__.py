"""What comes in: the files of a dossier, turned into the model's values with every problem found at once."""
