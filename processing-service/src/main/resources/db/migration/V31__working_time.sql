-- Replicas from which working time is counted: catalog.calendars and the office hours of catalog.units.
create table calendar_year (
    area    text    not null,
    year    integer not null,
    version integer not null,
    body    jsonb   not null,
    primary key (area, year, version)
);

create table unit_hours (
    unit text primary key,
    name text,
    body jsonb not null
);
