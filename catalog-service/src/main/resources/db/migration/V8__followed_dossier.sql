-- Which version each dossier was received under and whether it is still open, from the events of the dossiers: nothing about people.
-- Closed ones stay, so that an older event that comes late does not open them again.

create table followed_dossier (
    dossier_id     uuid    not null primary key,
    sequence       bigint  not null,
    code           text    not null,
    version        integer not null,
    open           boolean not null,
    receiving_unit text    not null,
    competent_unit text    not null,
    returning_unit text    not null,
    department     text -- null until the case told it
);
create index followed_dossier_open on followed_dossier (code, version, dossier_id) where open;
