-- The electronic return and its downloads, who collected and signed, what lies where on the shelf, and who was reminded.

alter table dossier_return add column place text check (place ~ '^[0-9A-Z][0-9A-Z./-]{0,19}$'); -- on the shelf of its unit
alter table dossier_return add column shelved_at timestamptz;                                   -- laid there; null: never
create index dossier_return_place on dossier_return (unit, place text_pattern_ops) where closed_at is null;

-- That the person took the file, first and last and how often; neither who nor from where.
create table result_download (
    dossier_id uuid        not null primary key references known_dossier (id),
    result_id  uuid        not null, -- the one taken last
    first_at   timestamptz not null,
    last_at    timestamptz not null,
    times      integer     not null check (times > 0)
);

-- Who collected at the counter, by what they act, and how they signed; a row never changes but for being taken back.
create table collection (
    id              uuid        not null primary key,
    dossier_id      uuid        not null references known_dossier (id),
    offer           uuid        not null unique, -- the event that told of it
    unit            text        not null,
    act             text        not null check (act in ('HAND_OVER', 'GIVE_PAPER')),
    collector       text        not null check (collector in ('OWNER', 'SUBMITTER', 'AUTHORISED')),
    how             text        not null check (how in ('SLIP', 'IDENTITY')),
    proxy           text        check (proxy in ('CERTIFIED', 'WRITTEN', 'FAMILY')),
    person          bytea,                -- sealed: name and relation
    signed          text        check (signed in ('ON_PAD', 'ON_PAPER')),
    strokes         bytea,                -- sealed: the signature of the pad
    page            bytea       not null, -- sealed: the slip as it was first printed
    at              timestamptz not null,
    officer_subject text        not null,
    officer_name    text,
    officer_title   text,
    taken_back_at   timestamptz,
    check ((proxy is not null) = (collector = 'AUTHORISED')),
    check ((strokes is not null) = (signed is not distinct from 'ON_PAD'))
);
create index collection_dossier on collection (dossier_id, at desc, id desc);

create function collection_is_final() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' or old.taken_back_at is not null
       or to_jsonb(new) - 'taken_back_at' is distinct from to_jsonb(old) - 'taken_back_at' then
        raise exception 'who collected never changes';
    end if;
    return new;
end $$;
create trigger collection_is_final before update or delete on collection for each row execute function collection_is_final();

alter table address_reading drop constraint address_reading_what_check;
alter table address_reading add constraint address_reading_what_check check (what in ('CONSIGNMENT', 'POST_LIST', 'COLLECTION'));

-- One reminder per return and number of days, ever.
create table collection_reminder (
    return_id uuid        not null references dossier_return (id),
    days      integer     not null check (days > 0),
    at        timestamptz not null,
    primary key (return_id, days)
);
create index dossier_return_to_remind on dossier_return (announced_at) where closed_at is null;

-- A return may go to another centre on request: where its papers lie, while that is not its unit, and the way they took.
alter table dossier_return add column lies_at text; -- null: at its unit
create index dossier_return_lies_at on dossier_return (lies_at, opened_at, id) where lies_at is not null and closed_at is null;
alter table dossier_return drop constraint dossier_return_state_check;
alter table dossier_return add constraint dossier_return_state_check
    check (state in ('WAITING', 'ANNOUNCED', 'HANDED_OVER', 'PLACED', 'POSTED', 'DELIVERED', 'UNDELIVERABLE', 'ON_SHELF', 'ON_THE_WAY'));

create table transfer (
    id            uuid        not null primary key,
    return_id     uuid        not null references dossier_return (id),
    from_unit     text        not null,
    to_unit       text        not null,
    sent_at       timestamptz not null,
    sent_by       text, -- officers in official capacity
    sent_title    text,
    arrived_at    timestamptz,
    arrived_by    text,
    arrived_title text,
    check (from_unit <> to_unit),
    check (arrived_at >= sent_at)
);
create unique index transfer_under_way on transfer (return_id) where arrived_at is null;
