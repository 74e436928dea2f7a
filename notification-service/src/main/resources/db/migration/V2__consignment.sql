-- Results that go back by post: consignments, the lists by which the postman takes them over, and who read whose address.

alter table known_dossier add column return_mode text check (return_mode in ('COUNTER', 'ELECTRONIC', 'POST'));

alter table message drop constraint message_audience_check;
alter table message add constraint message_audience_check check (audience in ('PERSON', 'POST'));
alter table message add column contact text; -- of the post, as configured for the unit; null for people and where none is

-- The list of a day, signed by both: it never changes.
create table post_list (
    id               uuid        not null primary key,
    unit             text        not null,
    year             integer     not null,
    running_number   bigint      not null,
    number           text        not null,
    postman_name     text        not null check (length(postman_name) between 1 and 120),
    postman_number   text        not null,
    signed           text        not null check (signed in ('ON_PAPER', 'ON_SCREEN')),
    items            integer     not null check (items > 0),
    signed_at        timestamptz not null,
    officer_subject  text        not null,
    officer_name     text,
    officer_title    text,
    template_version text        not null,
    page             bytea       not null, -- sealed: it names people
    sha256           text        not null, -- of the page before it was sealed
    pdf              bytea,                -- sealed; set when somebody first asks
    pdf_sha256       text,
    unique (unit, year, running_number)
);
create index post_list_unit on post_list (unit, signed_at desc, id desc);

create table post_list_counter (
    unit        text    not null,
    year        integer not null,
    last_number bigint  not null check (last_number > 0),
    primary key (unit, year)
);

create function post_list_is_final() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' or old.pdf is not null
       or to_jsonb(new) - 'pdf' - 'pdf_sha256' is distinct from to_jsonb(old) - 'pdf' - 'pdf_sha256' then
        raise exception 'a signed list never changes';
    end if;
    return new;
end $$;
create trigger post_list_is_final before update or delete on post_list for each row execute function post_list_is_final();

create table consignment (
    id            uuid        not null primary key,
    dossier_id    uuid        not null references known_dossier (id),
    unit          text        not null,
    slip          text        not null,
    recipient     bytea       not null, -- sealed
    result        boolean     not null,
    originals     text        not null check (originals is json array), -- components and pieces
    postage_vnd   bigint      not null check (postage_vnd >= 0),
    prepared_at   timestamptz not null,
    officer_name  text,
    officer_title text,
    list_id       uuid        references post_list,
    dispatched_at timestamptz,
    delivered_at  timestamptz,
    signed_by     bytea,      -- sealed: who signed for it
    failed_at     timestamptz,
    failed_reason text,
    withdrawn_at  timestamptz, -- given at the counter before the postman took it
    check ((list_id is null) = (dispatched_at is null)),
    check ((failed_at is null) = (failed_reason is null)),
    check (dispatched_at is null or withdrawn_at is null)
);
create unique index consignment_current on consignment (dossier_id) where failed_at is null and withdrawn_at is null;
create unique index consignment_slip on consignment (unit, slip) where withdrawn_at is null;
create index consignment_waiting on consignment (unit, prepared_at, id) where dispatched_at is null and withdrawn_at is null;
create index consignment_dossier on consignment (dossier_id, prepared_at desc, id desc);

create table address_reading (
    id         bigint      generated always as identity primary key,
    at         timestamptz not null,
    subject    text        not null,
    name       text,
    title      text,
    role       text        not null,
    unit       text        not null,
    what       text        not null check (what in ('CONSIGNMENT', 'POST_LIST')),
    dossier_id uuid,
    lines      integer     not null check (lines > 0)
);
create index address_reading_unit on address_reading (unit, at desc, id desc);

create function address_reading_is_final() returns trigger language plpgsql as $$
begin
    raise exception 'readings are only added';
end $$;
create trigger address_reading_is_final before update or delete on address_reading
    for each row execute function address_reading_is_final();
