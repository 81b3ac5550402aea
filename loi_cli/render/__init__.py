"""What each document shows: material -> context of plain values -> template -> semantic HTML."""
