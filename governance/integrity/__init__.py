"""The integrity board: what checks of every app find wrong with the data, how old it is and where it is mended."""
