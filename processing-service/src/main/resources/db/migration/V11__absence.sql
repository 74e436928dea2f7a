-- Officers who are away, from and to, with or without a substitute. Why is nobody's business here and is not kept.
create table absence (
    id              uuid primary key,
    unit            text        not null,
    department      text        not null,
    subject         text        not null,
    name            text,
    substitute      text,
    substitute_name text,
    begins          timestamptz not null,
    ends            timestamptz not null,
    revision        bigint      not null,
    entered_by      text        not null,
    entered_by_name text,
    entered_at      timestamptz not null,
    handed_over_at  timestamptz,
    handed_on       integer     not null default 0,
    given_back      integer     not null default 0,
    check (ends > begins),
    check (substitute is null or substitute <> subject)
);
create index absence_subject on absence (unit, subject, ends);
create index absence_unit on absence (unit, ends, id);
