error-other-site = This request came from another site, so it was not carried out. Open Foyer itself and try again.
