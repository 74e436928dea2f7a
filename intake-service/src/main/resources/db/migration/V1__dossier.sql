-- The dossier: one aggregate, one table. Stages are exactly those of the table of the five steps.

create extension if not exists unaccent;
create extension if not exists pg_trgm;

-- text as it is searched: without case and without diacritics
create function search_text(x text) returns text
    language sql immutable strict parallel safe
    return public.unaccent('public.unaccent'::regdictionary, lower(normalize(x, NFC)));

create table dossier (
    id                   uuid        primary key,
    reference            text        not null unique check (reference ~ '^[0-9A-HJKMNP-TV-Z]{10}$'),
    code                 text        unique,
    revision             bigint      not null,
    sequence             integer     not null check (sequence >= 0),
    receiving_unit       text        not null,
    competent_unit       text        not null,
    returning_unit       text        not null,
    department           text,
    procedure_code       text        not null,
    procedure_version    integer     not null,
    case_name            text,
    channel              text        not null check (channel in ('COUNTER', 'ONLINE', 'POST')),
    return_mode          text        not null check (return_mode in ('COUNTER', 'ELECTRONIC', 'POST')),
    language             text        not null check (language in ('vi', 'en')),
    pages                integer     not null check (pages >= 0),
    copies               integer     not null check (copies >= 0),
    stage                text        not null constraint dossier_stage check (stage in (
        'PREPARING', 'SUBMITTED', 'RECEIVED', 'IN_PROCESS', 'AWAITING_SUPPLEMENT', 'AWAITING_PAYMENT',
        'WITHDRAWAL_REQUESTED', 'DECIDED', 'RETURNED', 'REFUSED', 'STOPPED', 'ABANDONED')),
    base_stage           text        not null check (base_stage in ('PREPARING', 'SUBMITTED', 'RECEIVED')),
    stage_since          timestamptz not null,
    opened_by            text        not null,
    opened_at            timestamptz not null,
    written_at           timestamptz not null,
    pin_hash             text        not null,
    -- the legal clock
    limit_amount         integer,
    limit_unit           text        check (limit_unit in ('WORKING_DAY', 'DAY', 'HOUR', 'CLOCK_HOUR', 'MONTH', 'SAME_DAY')),
    limit_cut_off        time,
    limit_agreed_reason  text,
    acknowledge_by       timestamptz,
    hand_over_at         timestamptz,
    completed_at         timestamptz,
    received_at          timestamptz,
    due                  timestamptz,
    original_due         timestamptz,
    due_provisional      boolean     not null,
    promised             timestamptz,
    paused_since         timestamptz,
    pauses               text        not null check (pauses is json array),
    extension_days       integer     check (extension_days > 0),
    ended_at             timestamptz,
    punctuality          text        check (punctuality in ('EARLY', 'ON_TIME', 'LATE')),
    -- hand-on to the case
    transfer_at          timestamptz,
    transferred_at       timestamptz,
    -- what it waits for
    supplement_asked_at  timestamptz,
    supplement_open      boolean     not null,
    lapse_at             timestamptz,
    payment_asked        boolean     not null,
    papers_open          integer     not null check (papers_open >= 0),
    fees_known           boolean     not null,
    filing_fees_open_vnd bigint      not null check (filing_fees_open_vnd >= 0),
    fees_open_vnd        bigint      not null check (fees_open_vnd >= filing_fees_open_vnd),
    originals_held       boolean     not null,
    withdrawal_event     uuid,
    withdrawal_answer    text        check (withdrawal_answer in ('FROZEN', 'DECISION_EXISTS')),
    -- the decision
    decision_kind        text        check (decision_kind in ('GRANTED', 'REFUSED', 'PARTLY_GRANTED')),
    result_id            uuid,
    result_hash          text,
    -- what case and return told of themselves
    case_state           text,
    return_state         text,
    -- the end of the history
    last_act_at          timestamptz not null,
    last_reason_code     text,
    last_hash            bytea,
    check ((code is null) = (received_at is null)),
    check (due is null or received_at is not null),
    check ((limit_amount is null) = (limit_unit is null))
);

-- One index per way of seeing a dossier, each in the order of the register, so that a page reads its own rows only.
create index dossier_receiving  on dossier (receiving_unit, opened_at desc, id desc);
create index dossier_competent  on dossier (competent_unit, opened_at desc, id desc);
create index dossier_returning  on dossier (returning_unit, opened_at desc, id desc);
create index dossier_department on dossier (competent_unit, department, opened_at desc, id desc);
create index dossier_opener     on dossier (opened_by, opened_at desc, id desc);
create index dossier_receiving_stage  on dossier (receiving_unit, stage, opened_at desc, id desc);
create index dossier_competent_stage  on dossier (competent_unit, stage, opened_at desc, id desc);
-- what is running out: only what is open
create index dossier_receiving_due on dossier (receiving_unit, due, id)
    where due is not null and ended_at is null and paused_since is null;
create index dossier_competent_due on dossier (competent_unit, due, id)
    where due is not null and ended_at is null and paused_since is null;
-- drafts that nobody writes to any more
create index dossier_idle_draft on dossier (written_at) where stage = 'PREPARING';
