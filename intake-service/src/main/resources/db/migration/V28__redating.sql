-- A changed calendar moves the dates of dossiers that are open: found by looking through those of a unit, applied by an officer.

-- An extension keeps the hour it was granted for, and may be granted for later the same day.
alter table dossier add column extension_time time;
update dossier set extension_time = (due at time zone 'Asia/Ho_Chi_Minh')::time where extension_days is not null;
alter table dossier drop constraint dossier_extension_days_check;
alter table dossier add check (extension_days >= 0);

-- what a unit's calendar said when the dates of its dossiers last agreed with it
create table unit_calendar (
    unit     text        not null primary key,
    facts    text        not null check (facts is json object),
    noted_at timestamptz not null
);

create table redating (
    id               uuid        not null primary key,
    unit             text        not null,
    state            text        not null check (state in ('LOOKING', 'READY', 'APPLYING', 'DONE', 'NOTHING', 'OVERTAKEN')),
    revision         bigint      not null,
    facts            text        not null check (facts is json object),   -- the calendar it computes with
    changes          text        not null check (changes is json array),  -- and in what it is otherwise
    looked           integer     not null,
    looked_to_due    timestamptz,                                         -- how far the look has come
    looked_to_id     uuid,
    moved            integer     not null,
    confirmed        integer     not null,
    applied          integer     not null,
    left_out         integer     not null,
    created_at       timestamptz not null,
    looked_at        timestamptz,                                         -- when the diff was complete
    asked_by_subject text,
    asked_by_name    text,
    asked_by_title   text,
    asked_at         timestamptz,
    done_at          timestamptz,
    check (applied + left_out <= moved + confirmed)
);
create index redating_unit on redating (unit, created_at desc, id desc);
create index redating_all on redating (created_at desc, id desc);
create unique index redating_open on redating (unit) where state in ('LOOKING', 'READY', 'APPLYING');

-- a dossier whose date moves, or, where both dates are the same, rests on a final calendar now
create table redating_row (
    redating_id uuid        not null references redating,
    dossier_id  uuid        not null references dossier,
    code        text        not null,
    received_at timestamptz not null,
    due_from    timestamptz not null,
    due_to      timestamptz not null,
    settled_at  timestamptz,
    left_out    boolean     not null,
    primary key (redating_id, dossier_id)
);
create index redating_row_page on redating_row (redating_id, due_from, dossier_id) where due_from <> due_to;
create index redating_row_open on redating_row (redating_id, dossier_id) where settled_at is null;
