"""One spelling of an organisation's name, so that two spellings of the same name can be compared."""

import html
import re
import unicodedata
from functools import lru_cache

_WORDS_SAID_OTHERWISE = {
    "ltd": "limited",
    "cyf": "limited",
    "cyfyngedig": "limited",
    "plc": "public limited company",
    "llp": "limited liability partnership",
    "cic": "community interest company",
    "co": "company",
}
_TRADING_AS = re.compile(r"\b(?:t/as?|t\\a|trading as|also known as|a\.?k\.?a\.?)(?=[\s:]|$).*", re.IGNORECASE)
_DOTTED_LETTERS = re.compile(r"\b(?:[a-z]\.){2,}[a-z]?\b|\b(?:[a-z]\.){2,}")
_APOSTROPHES = re.compile(r"['’‘`´]")
_NOT_WORD = re.compile(r"[^a-z0-9]+")
_LETTERS_OF_A_FORM = re.compile(r"\b(c i c|l l p|p l c|n h s)\b")


def plain(text: str) -> str:
    """Text in lower case, without accents, HTML entities, apostrophes or punctuation; `&` and `+` become "and"."""
    if "&" in text:
        text = html.unescape(html.unescape(text)).replace("&", " and ")
    if not text.isascii():
        text = _without_accents(text)
    text = _APOSTROPHES.sub("", text.lower().replace("+", " and "))
    if "." in text:
        text = _DOTTED_LETTERS.sub(lambda found: found[0].replace(".", ""), text)
    return _NOT_WORD.sub(" ", text).strip()


def _without_accents(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text.replace("’", "'").replace("‘", "'"))
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


@lru_cache(maxsize=100_000)
def normalise(name: str) -> str:
    """The name by which two spellings are compared: "The Acme Care Co. Ltd t/a Acme" → "acme care company limited".

    Lower case, no punctuation or accents, "&" as "and", legal forms written out, no leading "the", and nothing from
    "trading as" on, because the name before it is the one that is registered. Empty when nothing is left.
    """
    text = plain(_TRADING_AS.sub("", name) or name)
    text = _LETTERS_OF_A_FORM.sub(lambda found: found[0].replace(" ", ""), text)
    words = text.split()
    if len(words) > 1 and words[0] == "the":
        del words[0]
    return " ".join(_WORDS_SAID_OTHERWISE.get(word, word) for word in words)
