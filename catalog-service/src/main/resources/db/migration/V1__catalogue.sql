-- Procedures in versions, units with their names in time and who became what, calendars in versions. Published rows are never edited:
-- a version only gets its last day, and only the ledger says what was loaded.

create extension if not exists unaccent;
create extension if not exists pg_trgm;

-- How text is compared without diacritics: NFC, lower case, without marks (đ included). unaccent itself is only stable, since its
-- dictionary could be exchanged; naming the dictionary makes the wrapper immutable in fact, which indexes need.
create function plain_text(text) returns text
    language sql immutable strict parallel safe
    return public.unaccent('public.unaccent'::regdictionary, lower(normalize($1, NFC)));

create table load_ledger (
    part      text        not null primary key,
    rows      integer     not null,
    loaded_at timestamptz not null
);

create table procedure_version (
    code           text        not null,
    version        integer     not null check (version > 0),
    effective_from date        not null,
    effective_to   date        check (effective_to >= effective_from),
    name           text        not null,
    field          text        not null,
    department     text        not null,
    search         text        not null, -- plain_text of code, name and field
    content        text        not null, -- what the version says, JSON as published
    fingerprint    text        not null, -- SHA-256 of content
    published_at   timestamptz not null,
    primary key (code, version),
    unique (code, effective_from)
);
create index procedure_version_search on procedure_version using gin (search gin_trgm_ops);
create index procedure_version_name on procedure_version (name collate "vi-x-icu", code);
create index procedure_version_field on procedure_version (field);

create table unit (
    id            text    not null primary key,
    code          text    not null,
    province_code text    not null,
    valid_from    date,
    valid_to      date,
    receives      boolean not null
);
create index unit_code on unit (code);

create table unit_name (
    unit_id       text    not null references unit,
    seq           integer not null,
    name          text    not null,
    kind          text    not null,
    province_name text    not null,
    parent_name   text,
    valid_from    date,
    valid_to      date,
    legal_basis   text,
    primary key (unit_id, seq)
);

-- A former unit, or a district without communes (from_unit null), that went into a unit on 1 July 2025, wholly or in part.
create table unit_merger (
    id            bigint generated always as identity primary key,
    from_unit     text references unit,
    to_unit       text not null references unit,
    from_name     text not null, -- as the resolution spells it
    from_parent   text,
    from_province text,
    part          text not null check (part in ('WHOLE', 'PART'))
);
create index unit_merger_from on unit_merger (from_unit);
create index unit_merger_to on unit_merger (to_unit);

-- Everything a unit is or was called, with its kind in front and without; spellings of the resolutions included.
create table unit_alias (
    unit_id text not null references unit,
    exact   text not null, -- lower case, NFC, with diacritics
    plain   text not null, -- plain_text
    primary key (unit_id, exact)
);
create index unit_alias_plain on unit_alias (plain);

create table agency_code (
    code       text    not null,
    unit_id    text    not null references unit,
    valid_from date    not null,
    valid_to   date,
    invented   boolean not null,
    primary key (code, valid_from)
);
create index agency_code_unit on agency_code (unit_id);

-- Rows of a unit replace the default rows (unit_id null) as a whole.
create table office_hours (
    id      bigint generated always as identity primary key,
    unit_id text references unit,
    opens   time not null,
    closes  time not null check (closes > opens)
);
create index office_hours_unit on office_hours (unit_id);

create table calendar_year (
    area        text    not null,
    year        integer not null,
    version     integer not null check (version > 0),
    provisional boolean not null,
    content     text    not null, -- JSON as published
    primary key (area, year, version)
);
