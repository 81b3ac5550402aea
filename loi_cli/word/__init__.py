"""WordprocessingML: semantic HTML becomes a Word file. Only this package knows what a .docx is made of."""
