-- What every service keeps beside its own tables: events to send, events seen, keys that wait, answers already given, timers.

create table outbox (
    seq         bigint generated always as identity primary key,
    id          uuid        not null unique,
    topic       text        not null,
    key         text        not null,
    type        text        not null,
    body        text        not null,
    traceparent text,
    created_at  timestamptz not null
);

create table inbox (
    consumer text not null,
    event_id uuid not null,
    primary key (consumer, event_id)
);

create table parked_key (
    consumer  text        not null,
    key       text        not null,
    held      boolean     not null, -- true: waits for something that will come; false: poison, waits for an operator
    reason    text        not null,
    parked_at timestamptz not null,
    primary key (consumer, key)
);

create table parked_event (
    seq      bigint generated always as identity primary key,
    consumer text        not null,
    key      text        not null,
    event_id uuid        not null,
    topic    text        not null,
    type     text        not null,
    time     timestamptz not null,
    body     text        not null,
    unique (consumer, event_id),
    foreign key (consumer, key) references parked_key (consumer, key)
);
create index parked_event_order on parked_event (consumer, key, seq);

create table replica (
    topic     text        not null primary key,
    loaded_at timestamptz not null
);

create table idempotency (
    scope       text        not null, -- caller, method and path
    key         text        not null,
    fingerprint text        not null,
    status      integer,
    etag        text,
    location    text,
    body        text,
    created_at  timestamptz not null,
    primary key (scope, key)
);
create index idempotency_age on idempotency (created_at);

-- db-scheduler's own table
create table scheduled_tasks (
    task_name            text        not null,
    task_instance        text        not null,
    task_data            bytea,
    execution_time       timestamptz not null,
    picked               boolean     not null,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures integer,
    last_heartbeat       timestamptz,
    version              bigint      not null,
    priority             smallint,
    primary key (task_name, task_instance)
);
create index scheduled_tasks_execution_time on scheduled_tasks (execution_time);
create index scheduled_tasks_last_heartbeat on scheduled_tasks (last_heartbeat);
