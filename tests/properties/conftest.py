"""How thoroughly laws are tried: enough to find mistakes, short enough for every run. `HYPOTHESIS_PROFILE=thorough`
tries them for minutes."""

import os

from hypothesis import HealthCheck, settings

_SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large]
_MANY = int(os.environ.get("HYPOTHESIS_EXAMPLES", "2000"))
settings.register_profile("ci", max_examples=80, deadline=None, suppress_health_check=_SLOW)
settings.register_profile("thorough", max_examples=_MANY, deadline=None, suppress_health_check=_SLOW)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))
