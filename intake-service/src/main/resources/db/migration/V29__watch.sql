-- No dossier is silent: each that is open says when it is looked at next, by whatever can come next where it stands; a look raises what
-- an officer has to attend to. Drafts nobody was told of are looked at by the sweep of drafts.

alter table dossier add column next_check_at timestamptz;
alter table dossier add column watch_raised text not null default '';

-- what was open before this: looked at once, which sets the next time
update dossier set next_check_at = stage_since
where sequence > 0 and stage not in ('RETURNED', 'REFUSED', 'STOPPED', 'ABANDONED');

create index dossier_next_check on dossier (next_check_at) where next_check_at is not null;

-- what would be silent; stays empty, and is found empty without looking at any dossier
create index dossier_silent on dossier (id)
    where next_check_at is null and sequence > 0 and stage not in ('RETURNED', 'REFUSED', 'STOPPED', 'ABANDONED');

create table watch_task (
    id                   uuid        not null primary key,
    dossier_id           uuid        not null references dossier,
    kind                 text        not null check (kind in (
        'ACKNOWLEDGE_SOON', 'ACKNOWLEDGE_LATE', 'COMPLETE_WAITS', 'NOT_TRANSFERRED', 'NOT_TAKEN', 'EXPECTED_LATE', 'DUE_SOON', 'OVERDUE',
        'PROMISE_BROKEN', 'SUPPLEMENT_WAITS', 'PAYMENT_WAITS', 'WITHDRAWAL_WAITS', 'RESULT_WAITS', 'STANDS_STILL')),
    unit                 text        not null,
    department           text,
    revision             bigint      not null,
    about                timestamptz not null,  -- the instant it is about, as the due date; lists go by it
    raised_at            timestamptz not null,
    acknowledged_by      text,
    acknowledged_by_name text,
    acknowledged_at      timestamptz,
    closed_at            timestamptz,
    check ((acknowledged_by is null) = (acknowledged_at is null))
);
create unique index watch_task_open on watch_task (dossier_id, kind) where closed_at is null;
create index watch_task_waiting on watch_task (unit, about, id) where closed_at is null and acknowledged_at is null;
create index watch_task_all on watch_task (unit, about, id) where closed_at is null;
