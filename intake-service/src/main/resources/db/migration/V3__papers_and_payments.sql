-- Papers by component of the procedure's version, each with its own revision; what a supplement asked; what is to be paid and was.

create table paper (
    dossier_id   uuid        not null references dossier,
    component    text        not null,
    position     integer     not null,
    state        text        not null check (state in ('MISSING', 'PRESENTED', 'ATTACHED', 'REUSED', 'NOT_APPLICABLE')),
    presented_as text        check (presented_as in ('ORIGINAL', 'CERTIFIED', 'COPY', 'DIGITAL')),
    quantity     integer     not null check (quantity between 0 and 1000),
    held         boolean     not null,
    reason       text,
    file_sha256  text        check (file_sha256 ~ '^[0-9a-f]{64}$'),
    file_size    bigint,
    file_type    text,
    file_name    text,
    asked        boolean     not null,
    revision     bigint      not null,
    written_by   text        not null,
    written_at   timestamptz not null,
    primary key (dossier_id, component),
    check (state <> 'NOT_APPLICABLE' or reason is not null),
    check (state <> 'ATTACHED' or file_sha256 is not null)
);

create table supplement_item (
    dossier_id  uuid not null references dossier,
    component   text not null,
    reason_code text not null,
    note        text,
    supplied_at timestamptz,
    primary key (dossier_id, component)
);

create table payment (
    id          uuid        primary key,
    dossier_id  uuid        not null references dossier,
    position    integer     not null,
    origin      text        not null check (origin in ('PROCEDURE', 'CASE')),
    kind        text        not null check (kind in ('FEE', 'CHARGE', 'DUTY')),
    due_at      text        not null check (due_at in ('FILING', 'RETURN')),
    reason_code text,
    amount_vnd  bigint      not null check (amount_vnd >= 0),
    state       text        not null check (state in ('OPEN', 'PAID', 'VOID')),
    method      text        check (method in ('CASH', 'TRANSFER', 'ONLINE', 'POST')),
    receipt     text,
    paid_at     timestamptz,
    check ((state = 'PAID') = (paid_at is not null))
);
create index payment_dossier on payment (dossier_id);
