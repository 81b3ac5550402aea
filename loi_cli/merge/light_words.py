"""Words that carry little meaning of their own: articles, prepositions, conjunctions, by language.

A light word alone between two edits belongs to the edit; an edit prefers not to begin or end at one.
"""

_BY_LANGUAGE = {
    "en": "the a an of to in and or for by on at as be is are shall will any its their with from that which per",
    "id": "yang dan di ke dari untuk pada oleh atau dengan dalam bagi para akan ini itu sebagai serta per",
    "ru": "и в во на с со по для или к ко о об от не при из их его за до",
    "be": "і ў у на з са па для або да аб ад не пры з іх яго за",
    "fr": "le la les un une des de du et ou à au aux en par pour sur dans que qui",
    "de": "der die das den dem des ein eine einer und oder zu in im an am auf für von mit bei",
    "es": "el la los las un una de del y o a al en por para con que",
    "pt": "o a os as um uma de do da dos das e ou em no na por para com que",
}
_SETS = {language: frozenset(words.split()) for language, words in _BY_LANGUAGE.items()}
_NONE: frozenset[str] = frozenset()


def light_words(language: str) -> frozenset[str]:
    """The light words of a language; none where we have no list, which costs readability, never correctness."""
    return _SETS.get(language.split("-")[0], _NONE)
