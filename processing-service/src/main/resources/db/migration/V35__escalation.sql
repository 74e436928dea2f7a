-- When a case is looked at next, so that only those whose time has come are; null where nothing can become of it.
alter table cases add column next_check_at timestamptz;
alter table cases add column escalated boolean not null default false;
-- since when the case stands as it stands, in its department; null for one of before that has not moved since
alter table cases add column state_since timestamptz;
-- when the newest proposal was sent back, while no other came
alter table cases add column sent_back_at timestamptz;
create index cases_to_check on cases (next_check_at) where next_check_at is not null;
update cases set next_check_at = last_act_at where rank is not null;

-- What was raised of a case, each once: a kind at a level in one episode (of the date, or of the stand it is about).
create table escalation (
    id                   uuid primary key,
    case_id              uuid        not null references cases,
    kind                 text        not null check (kind in ('DUE_SOON', 'OVERDUE', 'UNCLAIMED', 'STUCK')),
    level                text        not null check (level in ('OFFICER', 'HEAD', 'DIRECTOR')),
    since                timestamptz not null,
    unit                 text        not null,
    department           text        not null,
    revision             bigint      not null,
    raised_at            timestamptz not null,
    acknowledged_by      text,
    acknowledged_by_name text,
    acknowledged_at      timestamptz,
    ended_at             timestamptz,
    unique (case_id, kind, level, since)
);
create index escalation_open on escalation (unit, raised_at desc, id desc) where ended_at is null;
create index escalation_of_case on escalation (case_id) where ended_at is null;
