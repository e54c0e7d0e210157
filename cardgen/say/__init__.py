"""From a session to final words: what every card and page says, in one language."""
