-- Events an operator gave up: they wait no longer and never come again, but are not forgotten.
create table discarded_event (
    consumer     text        not null,
    key          text        not null,
    event_id     uuid        not null,
    topic        text        not null,
    type         text        not null,
    time         timestamptz not null,
    body         text        not null,
    reason_code  text        not null,
    discarded_by text        not null, -- subject of the operator's token
    discarded_at timestamptz not null,
    primary key (consumer, event_id)
);
