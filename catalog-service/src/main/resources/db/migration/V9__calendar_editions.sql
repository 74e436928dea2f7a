-- Who published a version of a calendar, when and why; empty for the versions the service ships.

alter table calendar_year
    add column published_at timestamptz,
    add column published_by text,
    add column reason       text;
