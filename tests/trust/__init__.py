"""What nothing can break, each promise with its figure. Every run tries a few of each; a figure is reached by

    LOI_KILLS=50000 pytest tests/trust/test_kills.py             killed at any call to the system, or at any moment
    LOI_POWER_LOSSES=100000 pytest tests/trust/test_power_loss.py    what the disk may hold after the power failed
    LOI_MERGES=1000 pytest tests/trust/test_at_once.py           eight processes that merge at the same time
    LOI_HISTORIES=500 pytest tests/trust/test_histories.py       clones that merge, pull and push, with autocrlf
    LOI_DAMAGES=100000 pytest tests/trust/test_damage.py         stored bytes flipped, cut, deleted
    LOI_YAML=1000000 pytest tests/trust/test_yaml.py             files with slips
    LOI_TEXTS=100000 pytest tests/trust/test_texts.py            words through a Word file and back
    HYPOTHESIS_PROFILE=thorough HYPOTHESIS_EXAMPLES=33334 pytest tests/properties/test_docx_fuzz.py
    pytest tests/trust/test_rows.py                              the table of bad input, row by row
    pytest tests/render tests/journeys/test_papers.py -k "canar or internal"    marked words in everything internal
    pytest tests/journeys/test_papers.py -k same_bytes           the same bytes in other surroundings
    pytest tests/cli/test_console.py                             what a terminal is shown
    LOI_MUTANTS=0 python -m tests.trust.mutants loi_cli/history/store.py … -- tests/history …    what no test notices

`LOI_SEED` begins another series. Nothing depends on how long anything takes. What costs is the disk: `--basetemp` on a
file system in memory makes kills, merges and histories several times quicker, and loses nothing of what they test.
On one core that nobody else uses: a million files 11 minutes, 50,000 kills 16, 1,000 merges 3, 500 histories 10.
"""
