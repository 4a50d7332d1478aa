"""The front door to `loaders/`: one file a kind of paper, found beside this package or, in a checkout, at the top."""

from graphkit import resources

if str(resources.LOADERS) not in __path__:
    __path__.append(str(resources.LOADERS))
