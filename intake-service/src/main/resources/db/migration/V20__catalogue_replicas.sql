-- What the catalogue told, as intake reads it. Written by the consumers of catalog.* alone.

create table procedure_version (
    code           text    not null,
    version        integer not null,
    effective_from date    not null,
    effective_to   date,
    body           jsonb   not null,
    primary key (code, version)
);

create table unit (
    id         text    not null primary key,
    code       text    not null,
    name       text    not null,
    valid_from date,
    valid_to   date,
    receives   boolean not null,
    body       jsonb   not null
);
create index unit_code on unit (code);

create table calendar_year (
    area        text    not null,
    year        integer not null,
    version     integer not null,
    provisional boolean not null,
    body        jsonb   not null,
    primary key (area, year, version)
);

create table dossier_code_counter (
    agency_code text   not null,
    legal_date  date   not null,
    last_number bigint not null check (last_number > 0),
    primary key (agency_code, legal_date)
);
