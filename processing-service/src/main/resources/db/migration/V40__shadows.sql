-- Dossiers whose authority of record is another system: what it told last of each. Codes and states only, nothing of people.
create table shadow (
    id             uuid        primary key,
    system         text        not null,
    reference      text        not null,
    procedure_code text        not null,
    unit           text        not null,
    department     text,       -- null: of the unit's heads
    status         smallint    not null check (status between 1 and 10), -- national codes
    since          timestamptz not null,
    due            timestamptz,
    sequence       bigint      not null,
    event_id       uuid        not null,
    told_at        timestamptz not null,
    taken_at       timestamptz not null,
    conflict       text        check (conflict in ('SAME_SEQUENCE', 'OWN_DOSSIER')),
    conflict_at    timestamptz,
    check ((conflict is null) = (conflict_at is null)),
    unique (system, reference)
);
-- refused, stopped and returned ones are over: they are looked for on their own
create index shadow_open_unit on shadow (unit, since, id) where status not in (3, 8, 10);
create index shadow_open_department on shadow (unit, department, since, id) where status not in (3, 8, 10);
create index shadow_ended_unit on shadow (unit, since desc, id desc) where status in (3, 8, 10);
create index shadow_ended_department on shadow (unit, department, since desc, id desc) where status in (3, 8, 10);

-- When a system was last heard of, by an event of a dossier or by its heartbeat.
create table shadow_system (
    system   text        primary key,
    heard_at timestamptz not null
);
