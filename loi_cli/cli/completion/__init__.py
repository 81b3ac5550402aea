"""What a shell is told when somebody presses the tabulator: commands, options, and names out of the dossier.

Typer writes the scripts that shells run (`loi --install-completion`); its way to answer them costs nearly four times
the import of typer itself. So the answer is given here, before typer is imported: what commands take stands in
`parameters.tsv`, which a test holds against the commands; names are looked up in the files' own lines, without YAML.
A completion writes nothing, and what goes wrong in it is silence.
"""
