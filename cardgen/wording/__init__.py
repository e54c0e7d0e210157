"""A session comes in; the final words of its cards, its plan and its booklet go out, in one language."""
