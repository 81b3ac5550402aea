"""The whole dossier as one page that needs no network: what it shows, drawn and written out, and how it is sealed.

Everything can be read without scripts; what a script adds (other versions, filters, who wrote a word) it takes from
inert data that come with the page. A page for a party is made from `visible` texts and from what a party may know
anyway; the modules that know units (`inside`, `origins`) are never asked for it.
"""
