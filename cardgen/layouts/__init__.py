"""Words come in; faces go out, with every text set in its place and size."""
