error-other-site = Cette demande vient d’un autre site ; elle n’a pas été exécutée. Ouvrez Foyer directement et réessayez.
