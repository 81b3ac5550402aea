"""Findings for programs: JSON, SARIF, JUnit, GitHub's annotations. People read them by the console."""
