"""The one way to write a value as JSON, so that equal values have equal bytes and equal hashes."""

import hashlib
import json
from typing import Any, NoReturn

Json = dict[str, Any]


def canonical(value: Any) -> bytes:
    """UTF-8 JSON on one line: sorted keys, no blanks. Floats have no one spelling and never occur."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False).encode()


def parsed(line: bytes) -> Any:
    """The value of a canonical line; ValueError when it is no JSON, holds a float or is nested without end."""
    try:
        return json.loads(line, parse_float=_no_float, parse_constant=_no_float)
    except RecursionError:
        raise ValueError("nested too deeply") from None


def _no_float(literal: str) -> NoReturn:
    raise ValueError(f"a float in canonical JSON: {literal}")


def sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
