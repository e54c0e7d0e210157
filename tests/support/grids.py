"""Grids of cards on sheets of paper."""

from __future__ import annotations

from cardgen.sheets.cutting import choose_cutting
from cardgen.sheets.grid import Grid
from cardgen.sheets.stock import stock, stocks

CUT_STOCKS = [name for name in stocks() if not stock(name).sheet]
"""The stocks whose cards are cut from plain paper, not torn from a perforated sheet."""


def grid_of(stock_name: str, paper_name: str) -> Grid:
    """The grid of a stock on a paper; fails if its cards are printed one by one."""
    grid = choose_cutting(stock_name, paper_name).grid
    assert grid
    return grid
