-- What is examined under each version of a procedure: its conditions and its papers. Replica of catalog.procedures.
create table procedure_checklist (
    code    text    not null,
    version integer not null,
    items   jsonb   not null,
    primary key (code, version)
);

-- What was found of each item. Rows are only added: the newest of an item counts, the former ones tell what was thought before.
create table checklist_finding (
    id         bigint generated always as identity primary key,
    case_id    uuid        not null references cases,
    item       text        not null,
    answer     text        not null check (answer in ('MET', 'NOT_MET', 'NOT_APPLICABLE')),
    note       text,
    by_subject text        not null,
    by_name    text,
    at         timestamptz not null,
    check (answer <> 'NOT_MET' or note is not null)
);
create index checklist_finding_case on checklist_finding (case_id, item, id desc);

create table case_note (
    id         bigint generated always as identity primary key,
    case_id    uuid        not null references cases,
    text       text        not null check (length(text) <= 4000),
    by_subject text        not null,
    by_name    text,
    at         timestamptz not null
);
create index case_note_case on case_note (case_id, id desc);

-- Files of the department; the bytes lie in result_part.
create table case_attachment (
    id         uuid primary key,
    case_id    uuid        not null references cases,
    kind       text        not null check (kind in ('MINUTES', 'SURVEY', 'PHOTO', 'LETTER', 'OTHER')),
    sha256     text        not null,
    size       bigint      not null,
    media_type text        not null,
    by_subject text        not null,
    by_name    text,
    at         timestamptz not null
);
create index case_attachment_case on case_attachment (case_id, at desc);

-- How many items are still without a finding. A case that was open before there were checklists goes on without one.
alter table cases add column checklist_open integer not null default 0 check (checklist_open >= 0);
