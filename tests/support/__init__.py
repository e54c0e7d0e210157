"""What tests share: nothing in it is a test."""
