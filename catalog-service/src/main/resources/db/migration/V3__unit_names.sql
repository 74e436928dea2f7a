-- What units are or were called, brought to one spelling by the service (class Vietnamese) and without the kind in front, with the
-- districts and provinces they lie or lay in. Filled by the service after the units are loaded, as procedure_search is.

drop table unit_alias;

create table unit_called (
    unit_id text   not null references unit,
    exact   text   not null, -- with diacritics
    key     text   not null, -- without
    kind    text   not null, -- of this name; DISTRICT for an island district that became a special zone
    areas   text[] not null, -- districts and provinces, old and new, without diacritics and kind
    primary key (unit_id, exact, kind)
);
create index unit_called_key on unit_called (key);

-- Each name once, for those who type it wrong.
create table unit_name_key (
    key text not null primary key
);
create index unit_name_key_near on unit_name_key using gin (key gin_trgm_ops);
