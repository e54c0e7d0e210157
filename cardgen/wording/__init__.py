"""A session comes in; the final words of every card, plan and page go out, in one language."""
