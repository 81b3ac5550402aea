"""What follows from a meeting file and a version: hours, seats, papers, replies; pure."""
