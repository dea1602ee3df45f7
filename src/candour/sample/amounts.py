"""Amounts of money as the portals write them, and the two faults that befall them."""

from typing import Any

EUROS_A_POUND = 1.16


def pounds(amount: int) -> dict[str, Any]:
    """An amount before tax and with the tax of a fifth on it."""
    return {"amountGross": amount * 6 // 5, "amount": amount, "currency": "GBP"}


def award_value(amount: int, faults: frozenset[str]) -> dict[str, Any]:
    """What an award is worth, unless a fault makes it a hundred times that, or euros."""
    if "times a hundred" in faults:
        amount *= 100
    if "currency change" in faults:
        return {"amount": round(amount * EUROS_A_POUND), "currency": "EUR"}
    return {"amount": amount, "currency": "GBP"}
