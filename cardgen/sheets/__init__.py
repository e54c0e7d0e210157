"""Faces on sheets of paper: which sheets and cards there are, where each card goes, booklets, marks to cut along."""
