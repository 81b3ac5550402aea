"""`python -m tests.locale`: bring every catalogue up to date with the code, and compile it.

`python -m tests.locale ru` begins the catalogue of a further language.
"""

import sys

from babel.messages import Catalog

from tests.locale.catalogues import as_mo, as_po, faults, languages, up_to_date, written


def main() -> None:
    for language in sys.argv[1:]:
        if not written(language).exists():
            written(language).parent.mkdir(parents=True, exist_ok=True)
            written(language).write_bytes(as_po(Catalog(locale=language)))
    for language in languages():
        catalogue = up_to_date(language)
        written(language).write_bytes(as_po(catalogue))
        written(language).with_suffix(".mo").write_bytes(as_mo(catalogue))
        print(f"{language}: {len(catalogue)} messages", *faults(catalogue), sep="\n  ")


if __name__ == "__main__":
    main()
