-- A list narrowed to few procedures finds them by their combinations of values and puts them in order; a broad one reads the index of names.
create index procedure_search_open_facets on procedure_search (facets) where effective_to is null;
