-- What a case asks other departments, each with a date of its own.
create table opinion (
    id                  uuid primary key,
    case_id             uuid        not null references cases,
    revision            bigint      not null,
    asked_unit          text        not null,
    asked_department    text        not null,
    question            text        not null,
    due                 timestamptz not null,
    state               text        not null check (state in ('OPEN', 'ANSWERED', 'WITHDRAWN')),
    asked_by            text        not null,
    asked_by_name       text,
    asked_at            timestamptz not null,
    answer_kind         text check (answer_kind in ('AGREED', 'AGREED_IN_PART', 'DISAGREED', 'NOT_COMPETENT')),
    answer              text,
    answered_by         text,
    answered_by_name    text,
    answered_at         timestamptz,
    withdrawn_reason    text,
    withdrawn_at        timestamptz,
    check (state <> 'ANSWERED' or (answer_kind is not null and answer is not null and answered_at is not null)),
    check (state <> 'WITHDRAWN' or withdrawn_at is not null)
);
create index opinion_case on opinion (case_id, asked_at);
-- "asked of us": what a department still owes, the earliest date first
create index opinion_owed on opinion (asked_unit, asked_department, due, id) where state = 'OPEN';
create index opinion_given on opinion (asked_unit, asked_department, asked_at desc, id desc) where state <> 'OPEN';

-- The latest date among the opinions still open; null where none is.
alter table cases add column opinions_until timestamptz;

-- Who handed the case on to the department where it lies and was not answered yet.
alter table cases add column handed_from text;
alter table cases add column handed_by_name text;
alter table cases add column handed_at timestamptz;
alter table cases add check (handed_from is null or handed_at is not null);
