-- Which department of a unit a new case goes to, where it is not the catalogue's. A version in force is never edited: it is followed by another.
create table routing_rules (
    unit              text        not null,
    version           integer     not null,
    state             text        not null check (state in ('DRAFT', 'ACTIVE', 'FORMER')),
    revision          bigint      not null,
    rules             jsonb       not null,
    drafted_by        text        not null,
    drafted_by_name   text,
    drafted_at        timestamptz not null,
    activated_by      text,
    activated_by_name text,
    activated_at      timestamptz,
    primary key (unit, version),
    check (state = 'DRAFT' or activated_at is not null)
);
create unique index routing_rules_active on routing_rules (unit) where state = 'ACTIVE';
create unique index routing_rules_draft on routing_rules (unit) where state = 'DRAFT';

-- By which version and rule a case was routed; both null: by the catalogue.
alter table cases add column route_version integer;
alter table cases add column route_rule text;
-- the open cases of a unit, for the preview of a changed rule
create index cases_open_of_unit on cases (unit, opened_at desc) where rank is not null;
