-- Versions that people make: drafts apart from what is published, who announced and approved a version, how a procedure ended, and
-- every act upon a procedure, only ever added.

alter table procedure_version
    add column decision_number text, -- that announces the version; null: not established (the national lists do not say)
    add column decision_date   date,
    add column approver_sub    text, -- null: came by a list
    add column approver_name   text,
    add column approver_title  text,
    add column ended           text; -- JSON of the act that ended the procedure with this version; null: open, or followed by another

-- Whatever goes wrong above it: a procedure has one version without a last day at most.
create unique index procedure_version_open on procedure_version (code) where effective_to is null;

create table draft (
    id                uuid        not null primary key,
    code              text        not null,
    based_on          integer,    -- null: a new procedure
    name              text        not null,
    content           text        not null, -- JSON as it would be published
    effective_from    date,
    decision_number   text,
    decision_date     date,
    state             text        not null
        check (state in ('DRAFT', 'SUBMITTED', 'APPROVED', 'SENT_BACK', 'PUBLISHED', 'DISCARDED')),
    revision          bigint      not null,
    author_sub        text        not null,
    author_name       text,
    author_title      text,
    writers           text        not null, -- JSON list of the subjects that wrote or submitted it
    approver_sub      text,
    approver_name     text,
    approver_title    text,
    sent_back_reason  text,
    published_version integer,
    created_at        timestamptz not null,
    changed_at        timestamptz not null
);
-- Two drafts of one procedure would each undo the other.
create unique index draft_open on draft (code) where state not in ('PUBLISHED', 'DISCARDED');
create index draft_newest on draft (changed_at desc, id desc);
create index draft_state on draft (state, changed_at desc, id desc);

create table procedure_act (
    id       bigint generated always as identity primary key,
    code     text        not null,
    version  integer,    -- that the act made or ended
    draft    uuid,
    act      text        not null check (act in ('LOADED', 'IMPORTED', 'DRAFTED', 'EDITED', 'SUBMITTED', 'SENT_BACK', 'APPROVED',
                                                 'DISCARDED', 'PUBLISHED', 'ENDED')),
    by_sub   text,       -- null: the first load
    by_name  text,
    by_title text,
    reason   text,
    details  text        not null, -- JSON
    at       timestamptz not null
);
create index procedure_act_code on procedure_act (code, id);
create index procedure_act_draft on procedure_act (draft, id) where draft is not null;

create function procedure_act_stays() returns trigger language plpgsql as $$
begin
    raise exception 'acts upon procedures are only ever added';
end $$;
create trigger procedure_act_stays before update or delete or truncate on procedure_act
    for each statement execute function procedure_act_stays();

-- What was published before there was a history.
insert into procedure_act (code, version, act, details, at)
    select code, version, case when version = 1 then 'LOADED' else 'IMPORTED' end,
           json_build_object('effectiveFrom', effective_from)::text, published_at
    from procedure_version order by published_at, code, version;
