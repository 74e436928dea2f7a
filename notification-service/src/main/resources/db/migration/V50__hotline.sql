-- The whole way of a feedback: acts in a chain, limits in working days, concerned officers, notices, the record that hands a complaint over.

alter table feedback alter column text drop not null; -- texts lie sealed from now on; those from before are sealed at the start
alter table feedback add column sealed bytea; -- text and place
alter table feedback add column number text; -- per unit and year; null until it counts
alter table feedback add column place text check (place in ('COUNTER', 'HALL', 'ONLINE', 'PHONE', 'ELSEWHERE'));
alter table feedback add column language text not null default 'vi' check (language in ('vi', 'en'));
alter table feedback add column about_counter boolean not null default false;
alter table feedback add column handler_subject text;
alter table feedback add column handler_name text;
alter table feedback add column handler_title text;
alter table feedback add column screen_due timestamptz;
alter table feedback add column ask_due timestamptz;
alter table feedback add column resolve_due timestamptz;
alter table feedback add column publish_due timestamptz;
alter table feedback add column paused_since timestamptz;
alter table feedback add column waited_days integer not null default 0 check (waited_days >= 0); -- for the person's reply
alter table feedback add column due_at timestamptz; -- of the limit that runs or is paused; null where nothing is owed
alter table feedback add column answered_at timestamptz;
alter table feedback add column answer_days integer check (answer_days >= 0);
alter table feedback add column answered_in_time boolean;
alter table feedback add column published_at timestamptz;
alter table feedback add column rating smallint check (rating between 1 and 5);
alter table feedback add column revision bigint not null default 0;

alter table feedback drop constraint feedback_state_check;
alter table feedback add constraint feedback_state_check check (state in ('NOTED', 'RECEIVED', 'SCREENED', 'ASSIGNED',
    'ASKED', 'PROPOSED', 'ANSWERED', 'REDACTED', 'PUBLISHED', 'WITHHELD', 'REJECTED', 'FORWARDED', 'HANDED_OVER', 'DROPPED'));
alter table feedback drop constraint feedback_channel_check;
alter table feedback add constraint feedback_channel_check check (channel in ('PAGE', 'API', 'CALL', 'EMAIL', 'HALL'));
alter table feedback add constraint feedback_number_of_unit unique (unit, number);

create index feedback_open on feedback (unit, due_at, id) where due_at is not null;
create index feedback_of_handler on feedback (handler_subject, unit, due_at, id) where handler_subject is not null;
create index feedback_answered on feedback (unit, answered_at) where answered_at is not null;

create table feedback_act (
    feedback_id   uuid        not null references feedback (id),
    number        bigint      not null check (number > 0),
    action        text        not null,
    state_before  text,
    state         text        not null,
    actor_role    text        not null check (actor_role in ('person', 'reception', 'specialist', 'director', 'system')),
    actor_subject text,
    actor_name    text, -- officers in official capacity
    actor_title   text,
    reason_code   text,
    sealed        bytea, -- what was said, sealed
    at            timestamptz not null,
    prev_hash     text        not null,
    hash          text        not null,
    primary key (feedback_id, number)
);
create function feedback_act_is_final() returns trigger language plpgsql as $$
begin
    raise exception 'acts are only added';
end $$;
create trigger feedback_act_is_final before update or delete on feedback_act
    for each row execute function feedback_act_is_final();

create table feedback_concerned (
    feedback_id uuid not null references feedback (id),
    name_key    text not null, -- as names are compared
    name        text not null,
    title       text,
    primary key (feedback_id, name_key)
);

-- officers who acted on a dossier, in official capacity, as its events name them
create table dossier_officer (
    dossier_id uuid not null,
    name_key   text not null,
    name       text not null,
    primary key (dossier_id, name_key)
);
insert into dossier_officer (dossier_id, name_key, name)
    select id, lower(normalize(split_part(received_by, ' – ', 1), NFC)), split_part(received_by, ' – ', 1)
        from known_dossier where received_by is not null
    union
    select id, lower(normalize(split_part(handled_by, ' – ', 1), NFC)), split_part(handled_by, ' – ', 1)
        from known_dossier where handled_by is not null
    on conflict do nothing;

-- whoever works with the hotline: no service keeps accounts, this is whom a director can choose
create table hotline_officer (
    unit      text        not null,
    subject   text        not null,
    name      text,
    title     text,
    reception boolean     not null,
    last_seen timestamptz not null,
    primary key (unit, subject)
);

create table feedback_notice (
    seq         bigint generated always as identity primary key,
    feedback_id uuid        not null references feedback (id),
    kind        text        not null check (kind in ('NEW', 'ASSIGNED', 'REPLIED', 'PROPOSED', 'SENT_BACK', 'DUE_SOON', 'OVERDUE')),
    clock       text        not null check (clock in ('SCREEN', 'RESOLVE', 'PUBLISH', 'PAUSED', 'NONE')),
    about       text        not null, -- what it is told of once
    unit        text        not null,
    subject     text        not null, -- of one officer; empty for reception and director of the unit
    at          timestamptz not null,
    unique (feedback_id, kind, about, subject)
);
create index feedback_notice_of_unit on feedback_notice (unit, seq);

create table running_number (
    what        text    not null check (what in ('FEEDBACK', 'COMPLAINT')),
    unit        text    not null,
    year        integer not null,
    last_number bigint  not null check (last_number > 0),
    primary key (what, unit, year)
);

create table complaint_hand_over (
    id             uuid        not null primary key,
    feedback_id    uuid        not null unique references feedback (id),
    unit           text        not null,
    year           integer     not null,
    running_number bigint      not null,
    number         text        not null,
    kind           text        not null check (kind in ('COMPLAINT', 'DENUNCIATION')),
    receiver       text        not null,
    officer_name   text,
    officer_title  text,
    at             timestamptz not null,
    page           bytea       not null, -- sealed
    sha256         text        not null,
    unique (unit, year, running_number)
);
create index complaint_hand_over_of_unit on complaint_hand_over (unit, at desc, id desc);
