"""One module a rule: `RULE` says its code, severity and meaning, `find` yields what breaks it."""
