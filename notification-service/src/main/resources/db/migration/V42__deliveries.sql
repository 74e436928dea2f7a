-- What goes out of the house: a delivery per message and way. The portal needs none: what is stored lies there.

alter table message add column short text; -- what a short message says; null where no way of the phone was set up
alter table message add column letter text; -- the sentences of a letter in the words of the unit; null where it has none of its own
alter table message add column link text; -- to the tracking page, for ways out of the house

create table short_link (
    token      text        not null primary key, -- opaque, random
    dossier_id uuid        not null references known_dossier (id),
    made_at    timestamptz not null,
    expires_at timestamptz not null
);
create index short_link_of_dossier on short_link (dossier_id, expires_at);

create table delivery (
    id             uuid        not null primary key,
    message_id     uuid        not null references message (id),
    dossier_id     uuid        not null,
    unit           text        not null, -- the receiving unit, which pays
    channel        text        not null check (channel in ('SMS', 'EMAIL', 'WEBHOOK')),
    next_ways      text        not null, -- what follows where this way fails, in order
    state          text        not null check (state in ('WAITING', 'SENDING', 'HANDED_OVER', 'DELIVERED', 'FAILED',
                                                         'UNKNOWN', 'GIVEN_UP', 'EXPIRED', 'SUPPRESSED')),
    due_at         timestamptz, -- when it is looked at next; null when nothing is waited for
    expires_at     timestamptz not null,
    attempts       integer     not null,
    claims         bigint      not null, -- counts who took it: an older claim begins nothing
    provider       text,
    ref            integer,     -- user_message_reference of a short message, 0 to 65535
    parts          integer,     -- segments of a short message
    reason         text,        -- a code, never a text of a provider
    opened_at      timestamptz not null,
    handed_over_at timestamptz,
    settled_at     timestamptz,
    unique (message_id, channel)
);
create index delivery_due on delivery (due_at) where due_at is not null;
create index delivery_of_dossier on delivery (dossier_id, opened_at, id);
create index delivery_of_unit on delivery (unit, opened_at);
create index delivery_in_doubt on delivery (provider, ref) where state in ('SENDING', 'UNKNOWN', 'GIVEN_UP');

-- The ledger: one row per segment a provider took, as it is billed.
create table sms_part (
    delivery_id    uuid        not null references delivery (id),
    number         integer     not null check (number >= 1),
    unit           text        not null,
    provider       text        not null,
    reference      text        not null, -- the provider's message id
    cost_vnd       bigint      not null,
    handed_over_at timestamptz not null,
    receipt        text check (receipt in ('DELIVERED', 'FAILED')),
    receipt_at     timestamptz,
    primary key (delivery_id, number)
);
create index sms_part_reference on sms_part (provider, reference);
create index sms_part_of_unit on sms_part (unit, handed_over_at);

-- Final receipts as they came, also before the answer they belong to was written.
create table sms_receipt (
    provider  text        not null,
    reference text        not null,
    ref       integer,
    result    text        not null check (result in ('DELIVERED', 'FAILED')),
    at        timestamptz not null,
    primary key (provider, reference)
);
create index sms_receipt_ref on sms_receipt (provider, ref, at) where ref is not null;

-- What the ledger's month comes to, kept beside it so that the budget is one row.
create table sms_month (
    unit     text   not null,
    month    date   not null, -- its first day, legal time
    segments bigint not null,
    cost_vnd bigint not null,
    primary key (unit, month)
);

create table budget_alarm (
    unit    text        not null,
    month   date        not null,
    percent integer     not null check (percent in (80, 100)),
    at      timestamptz not null,
    primary key (unit, month, percent)
);

create table opt_out (
    dossier_id uuid        not null references known_dossier (id),
    channel    text        not null check (channel in ('SMS', 'EMAIL')),
    since      timestamptz not null,
    primary key (dossier_id, channel)
);
