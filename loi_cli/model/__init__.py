"""What the words of the domain are: typed, frozen values without I/O."""
