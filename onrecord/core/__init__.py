"""The nouns of On Record: frozen typed values, standard library only."""
