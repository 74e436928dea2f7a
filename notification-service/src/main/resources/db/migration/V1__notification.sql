-- What this service knows of dossiers, the names it prints, what it sent, what waits to be returned, and the hotline.

create table known_dossier (
    id                uuid        not null primary key,
    reference         text        not null,
    code              text,
    sequence          bigint      not null,
    receiving_unit    text        not null,
    competent_unit    text        not null,
    returning_unit    text        not null,
    department        text,
    procedure_code    text        not null,
    procedure_version integer     not null,
    step              integer     not null check (step between 2 and 5),
    stage             text        not null,
    fees_open         boolean     not null,
    originals_held    boolean     not null,
    language          text        not null check (language in ('vi', 'en')),
    effective_at      timestamptz not null,
    received_by       text, -- officers in official capacity, as published
    handled_by        text
);
create index known_dossier_code on known_dossier (code);
create index known_dossier_reference on known_dossier (reference);

create table procedure_name (
    code    text    not null,
    version integer not null,
    name_vi text    not null,
    name_en text,
    primary key (code, version)
);

create table unit_name (
    id       text    not null primary key,
    name     text    not null,
    province text,
    receives boolean not null,
    search   text    not null -- without diacritics, lower case
);

create table message (
    id            uuid        not null primary key,
    event_id      uuid        not null,
    audience      text        not null check (audience in ('PERSON')),
    channel       text        not null check (channel in ('PORTAL')),
    dossier_id    uuid        not null references known_dossier (id),
    sequence      bigint      not null,
    template      text        not null,
    table_version integer     not null,
    language      text        not null check (language in ('vi', 'en')),
    title_vi      text        not null,
    body_vi       text        not null,
    title_en      text        not null,
    body_en       text        not null,
    effective_at  timestamptz not null,
    sent_at       timestamptz not null,
    read_at       timestamptz,
    unique (event_id, audience, channel)
);
create index message_of_dossier on message (dossier_id, sequence, id);

create table officer_notice (
    seq        bigint generated always as identity primary key,
    event_id   uuid        not null unique,
    kind       text        not null check (kind in ('NEW', 'SENT_BACK')),
    unit       text        not null,
    department text        not null,
    case_id    uuid        not null,
    dossier_id uuid        not null,
    at         timestamptz not null
);
create index officer_notice_of_department on officer_notice (unit, department, seq);

create table dossier_return (
    id             uuid        not null primary key,
    dossier_id     uuid        not null unique references known_dossier (id),
    holds          text        not null check (holds in ('RESULT', 'ORIGINALS')),
    state          text        not null check (state in ('WAITING', 'ANNOUNCED', 'HANDED_OVER', 'PLACED', 'POSTED',
                                                         'DELIVERED', 'UNDELIVERABLE', 'ON_SHELF')),
    unit           text        not null,
    result_id      uuid,
    result_hash    text,
    opened_at      timestamptz not null,
    announced_at   timestamptz,
    handed_over_at timestamptz,
    collector      text check (collector in ('OWNER', 'SUBMITTER', 'AUTHORISED')),
    how            text check (how in ('SLIP', 'IDENTITY')),
    officer_name   text, -- who acted last, in official capacity
    officer_title  text,
    last_act_at    timestamptz not null,
    pending        uuid, -- the event that intake has not answered yet
    state_before   text,
    refused_reason text, -- why intake refused the last offer
    closed_at      timestamptz,
    revision       bigint      not null
);
create index dossier_return_open on dossier_return (unit, opened_at, id) where closed_at is null;

create table feedback (
    id          uuid        not null primary key,
    code        text        not null unique,
    category    text        not null check (category in ('CONDUCT', 'LATENESS', 'EXTRA_PAPERS', 'FEES', 'PROCEDURE',
                                                         'SYSTEM', 'PRAISE', 'OTHER')),
    channel     text        not null check (channel in ('PAGE', 'API')),
    text        text        not null check (length(text) between 1 and 4000),
    unit        text        not null,
    dossier_ref text,
    dossier_id  uuid,
    contact     bytea, -- sealed; null for an anonymous one
    state       text        not null check (state in ('RECEIVED')),
    sequence    bigint      not null,
    received_at timestamptz not null,
    submission  text unique -- key of the form that was sent, so that a repeat is the same feedback
);
create index feedback_of_unit on feedback (unit, received_at desc, id desc);
