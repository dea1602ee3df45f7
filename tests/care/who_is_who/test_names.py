import pytest

from candour.care.who_is_who.name import names_in
from candour.care.who_is_who.rarity import MOST, Rarity


def _one(text):
    (name,) = names_in(text)
    return name


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The Fictional Care Co. Ltd", "FICTIONAL CARE CO LIMITED"),
        ("Fictional Homecare & Support Limited", "Fictional Home Care and Support Ltd."),
        ("St. Fictional's Nursing Homes", "Saint Fictionals Nursing Home"),
        ("Fictional Care C.I.C.", "Fictional Care CIC"),
        ("Fictional Homes (No.2) Limited", "Fictional Homes No 2 Ltd"),
    ],
)
def test_spellings_of_one_name_have_the_same_words_and_form(one, other):
    assert (_one(one).words, _one(one).form) == (_one(other).words, _one(other).form)


def test_a_name_and_what_it_trades_as_are_two_names():
    legal, trading = names_in("Fictional Holdings Ltd (t/a Larkmere at Home)")
    assert (legal.words, legal.form) == (("fictional", "holding"), "limited company")
    assert trading.words == ("larkmere", "home")
    assert trading.form == ""


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("Fictional City Council", "council"),
        ("Fictional and Larkmere NHS Foundation Trust", "health body"),
        ("Mrs A Fictional", "individual"),
        ("Fictional Council Services Ltd", "limited company"),
        ("Fictional Care LLP", "limited liability partnership"),
        ("Fictional Care", ""),
    ],
)
def test_the_form_says_what_it_is(text, form):
    assert _one(text).form == form


def test_the_number_of_a_company_is_a_word_of_its_own():
    assert _one("Larkmere 1 Care No. 3 Ltd").words == ("larkmere", "1", "care", "no3")


@pytest.mark.parametrize("text", ["", " ", "***", "()"])
def test_what_has_no_letters_is_no_name(text):
    assert names_in(text) == ()


def test_a_name_of_nothing_but_a_form_keeps_it():
    assert _one("Ltd").words == ("ltd",)


def test_common_words_say_little_and_rare_ones_much_but_never_more_than_the_most():
    rarity = Rarity(names_in("Larkmere Care")[0] for _ in range(3))
    assert rarity.bits("care") < 2 < rarity.bits("larkmere") <= MOST
    assert rarity.bits("never-seen") == MOST


def test_a_word_that_is_common_in_the_registers_at_hand_says_less():
    larkmere = names_in("Larkmere Lodge")[0]
    few, many = Rarity([larkmere] * 10), Rarity([larkmere] * 5000)
    assert many.bits("larkmere") < few.bits("larkmere")


def test_a_name_of_any_length_is_read_in_no_time():
    (name,) = names_in("Larkmere " * 50_000)
    assert name.words[0] == "larkmere"
    assert len(names_in("a b c d e " * 50_000)[0].said) <= 300
