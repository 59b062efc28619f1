"""A filing's text edited in place: fields written where they stand, in the manner they are printed in."""
