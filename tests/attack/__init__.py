"""An attack on printing: generated routines in every layout, on every stock and paper, judged by what the PDF holds."""
