-- What the newest event told of each dossier; intake owns the dossier itself.
create table dossier (
    id                uuid primary key,
    reference         text        not null,
    code              text,
    sequence          bigint      not null,
    receiving_unit    text        not null,
    competent_unit    text        not null,
    returning_unit    text        not null,
    procedure_code    text        not null,
    procedure_version integer     not null,
    channel           text        not null,
    return_mode       text,
    stage             text        not null check (stage in
        ('PREPARING', 'SUBMITTED', 'RECEIVED', 'IN_PROCESS', 'AWAITING_SUPPLEMENT', 'AWAITING_PAYMENT',
         'WITHDRAWAL_REQUESTED', 'DECIDED', 'RETURNED', 'REFUSED', 'STOPPED', 'ABANDONED')),
    effective_at      timestamptz not null,
    due               timestamptz,
    original_due      timestamptz,
    promised          timestamptz,
    extension_used    boolean     not null,
    fees_open         boolean     not null
);

-- Replica of catalog.procedures.
create table procedure (
    code        text    not null,
    version     integer not null,
    department  text,
    single_hand boolean not null,
    name_vi     text,
    name_en     text,
    components  text[]  not null,
    primary key (code, version)
);

create table cases (
    id               uuid primary key,
    dossier_id       uuid        not null unique references dossier,
    unit             text        not null,
    department       text        not null,
    state            text        not null check (state in ('OPEN', 'CLAIMED', 'PROPOSED', 'PAUSED', 'DECIDED', 'CLOSED')),
    revision         bigint      not null,
    opened_at        timestamptz not null,
    last_act_at      timestamptz not null,
    due              timestamptz,
    fence            bigint      not null,
    holder           text,
    holder_name      text,
    held_since       timestamptz,
    lease_until      timestamptz,
    pending_event    uuid,
    pending_act      text,
    pending_from     text,
    pending_since    timestamptz,
    refused_act      text,
    refused_reason   text,
    refused_at       timestamptz,
    proposed_by      text,
    proposed_by_name text,
    proposed_at      timestamptz,
    decision_kind    text check (decision_kind in ('GRANTED', 'REFUSED', 'PARTLY_GRANTED')),
    ground_code      text,
    extension_due    timestamptz,
    extension_reason text,
    extension_by     text,
    extension_at     timestamptz,
    withdrawal_event uuid,
    frozen           boolean     not null,
    sent_back_reason text,
    draft_result     uuid,
    result           uuid,
    decided_by       text,
    decided_at       timestamptz,
    urgent_at        timestamptz not null generated always as
        (coalesce(due, timestamptz '9999-12-31 00:00:00+00')) stored,
    rank             smallint generated always as
        (case state when 'PAUSED' then 1 when 'DECIDED' then null when 'CLOSED' then null else 0 end) stored,
    check (state <> 'CLAIMED' or holder is not null),
    check (not frozen or withdrawal_event is not null)
);

-- The queue: most urgent first, paused last, decided and closed not at all.
create index cases_queue on cases (unit, department, rank, urgent_at, id) where rank is not null;
create index cases_unrouted on cases (unit) where department = 'unrouted' and rank is not null;
create index cases_pending on cases (pending_since) where pending_event is not null;

-- Every act of a case, for the history and for telling a loser who changed what.
create table case_act (
    id            bigint generated always as identity primary key,
    case_id       uuid        not null references cases,
    revision      bigint      not null,
    act           text        not null,
    state         text        not null,
    department    text        not null,
    actor_role    text        not null,
    actor_subject text,
    actor_name    text,
    actor_title   text,
    reason_code   text,
    at            timestamptz not null,
    event_id      uuid
);
create index case_act_case on case_act (case_id, id);

-- Uploaded results. A wrong one is replaced by a new one and stays.
create table result (
    id               uuid primary key,
    case_id          uuid        not null references cases,
    sha256           text        not null,
    size             bigint      not null,
    media_type       text        not null check (media_type in ('application/pdf', 'image/png', 'image/jpeg')),
    uploaded_by      text        not null,
    uploaded_by_name text,
    uploaded_at      timestamptz not null,
    replaces         uuid references result,
    issued_at        timestamptz
);
create index result_case on result (case_id);

-- The bytes, once per content, in parts, so that neither way holds a whole file in memory.
create table result_part (
    sha256 text    not null,
    part   integer not null,
    bytes  bytea   not null,
    primary key (sha256, part)
);
alter table result_part alter column bytes set storage external;

-- Departments whose own system reads queue.<unit>.<department>; present once the topic exists and was filled.
create table onboarding (
    unit       text        not null,
    department text        not null,
    since      timestamptz not null,
    primary key (unit, department)
);
