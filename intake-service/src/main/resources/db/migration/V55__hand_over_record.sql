-- Hand-over records of the post (Decision 45/2016 Art. 7): what reception and the postman counted together. Closed, a record is a document:
-- only the dossiers opened from its items and notes come after.

create table hand_over_record (
    id              uuid        primary key,
    unit            text        not null,
    handed_over_at  timestamptz not null,
    postman_name    text        not null check (length(postman_name) between 1 and 120),
    postman_number  text        not null,
    state           text        not null check (state in ('OPEN', 'CLOSED')),
    year            integer,
    running_number  bigint,
    number          text,
    opened_at       timestamptz not null,
    officer_subject text        not null, -- who took it over, in official capacity: who opened it, then who closed it
    officer_name    text,
    officer_title   text,
    closed_at       timestamptz,
    postman_signed  text        check (postman_signed in ('ON_PAPER', 'ON_SCREEN')),
    revision        bigint      not null,
    unique (unit, year, running_number),
    check ((state = 'CLOSED') = (closed_at is not null)),
    check ((state = 'CLOSED') = (number is not null)),
    check ((state = 'CLOSED') = (postman_signed is not null))
);
create index hand_over_record_unit on hand_over_record (unit, handed_over_at desc, id desc);

create table hand_over_item (
    record_id      uuid    not null references hand_over_record on delete cascade,
    position       integer not null check (position between 1 and 200),
    unit           text    not null,
    year           integer not null,
    slip           text    not null,
    sender         bytea   not null, -- sealed
    procedure_code text    not null,
    documents      bytea   not null, -- sealed: notes may speak of people
    complete       boolean not null,
    dossier_id     uuid    unique references dossier,
    primary key (record_id, position),
    constraint hand_over_item_slip unique (unit, year, slip)
);

create table hand_over_note (
    id         uuid        primary key,
    record_id  uuid        not null references hand_over_record,
    note       bytea       not null, -- sealed
    by_subject text        not null,
    by_name    text,
    by_title   text,
    at         timestamptz not null
);
create index hand_over_note_record on hand_over_note (record_id, at, id);

-- The record as it was signed, and as PDF once somebody asked for it: the same bytes ever after.
create table hand_over_print (
    record_id        uuid  primary key references hand_over_record,
    template_version text  not null,
    page             bytea not null, -- sealed: it names people
    sha256           text  not null, -- of the page before it was sealed
    pdf              bytea,          -- sealed
    pdf_sha256       text
);

create function hand_over_record_is_final() returns trigger language plpgsql as $$
begin
    if old.state = 'CLOSED' and (tg_op = 'DELETE' or to_jsonb(new) - 'revision' is distinct from to_jsonb(old) - 'revision') then
        raise exception 'a closed hand-over record never changes';
    end if;
    return case tg_op when 'DELETE' then old else new end;
end $$;
create trigger hand_over_record_is_final before update or delete on hand_over_record
    for each row execute function hand_over_record_is_final();

create function hand_over_item_is_final() returns trigger language plpgsql as $$
begin
    if exists (select from hand_over_record r
               where r.id = (case tg_op when 'INSERT' then new.record_id else old.record_id end) and r.state = 'CLOSED')
       and (tg_op <> 'UPDATE' or to_jsonb(new) - 'dossier_id' is distinct from to_jsonb(old) - 'dossier_id') then
        raise exception 'a closed hand-over record never changes';
    end if;
    return case tg_op when 'DELETE' then old else new end;
end $$;
create trigger hand_over_item_is_final before insert or update or delete on hand_over_item
    for each row execute function hand_over_item_is_final();

create function hand_over_note_is_final() returns trigger language plpgsql as $$
begin
    raise exception 'a note to a hand-over record never changes';
end $$;
create trigger hand_over_note_is_final before update or delete on hand_over_note
    for each row execute function hand_over_note_is_final();

create function hand_over_print_is_final() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' or old.pdf is not null
       or to_jsonb(new) - 'pdf' - 'pdf_sha256' is distinct from to_jsonb(old) - 'pdf' - 'pdf_sha256' then
        raise exception 'a signed hand-over record never changes';
    end if;
    return new;
end $$;
create trigger hand_over_print_is_final before update or delete on hand_over_print
    for each row execute function hand_over_print_is_final();

alter table person_reading drop constraint person_reading_what_check;
alter table person_reading add constraint person_reading_what_check check (what in
    ('DOSSIER', 'PAPER', 'FORM', 'CONTROL_SLIP', 'SEARCH', 'OTHERS', 'DUPLICATES', 'REGISTER', 'EXPORT', 'HAND_OVER_RECORD'));
