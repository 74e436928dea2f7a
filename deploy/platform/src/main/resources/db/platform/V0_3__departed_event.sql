-- When events left whose departure was asked for: a legal time may depend on it. An event that still waits is in outbox.
alter table outbox add column remembered boolean not null default false;

create table departed_event (
    id uuid        primary key,
    at timestamptz not null
);
