"""Faces of one size come in; sheets of paper go out: cards n-up or booklet pages in folding order, with cut marks."""
