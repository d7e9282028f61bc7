"""The meeting-room screen (大屏): figures of an area that run by themselves, opened by an address without a log-in."""
