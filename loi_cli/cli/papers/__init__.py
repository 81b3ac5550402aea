"""Making papers: what is asked for, what they are made of, the press that makes them and puts them onto the shelf."""
