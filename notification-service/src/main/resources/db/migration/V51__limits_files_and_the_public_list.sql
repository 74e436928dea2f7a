-- Limits as data, files of a feedback, and what is published of it.

create table feedback_limit (
    unit          text        not null primary key, -- '*' for every unit without its own
    screen_days   integer     not null check (screen_days between 1 and 60),
    ask_days      integer     not null check (ask_days between 1 and 60),
    resolve_days  integer     not null check (resolve_days between 1 and 60),
    publish_days  integer     not null check (publish_days between 1 and 60),
    source        text        not null check (length(source) between 3 and 300),
    revision      bigint      not null,
    officer_name  text,
    officer_title text,
    changed_at    timestamptz not null
);
insert into feedback_limit values
    ('*', 2, 5, 15, 2, 'Chỉ số 5.2, Quyết định 766/QĐ-TTg', 1, null, null, '2022-06-23T00:00:00Z');

create table feedback_file (
    id          uuid        not null primary key,
    feedback_id uuid        not null references feedback (id),
    position    integer     not null check (position between 1 and 3),
    media_type  text        not null check (media_type in ('image/jpeg', 'image/png', 'application/pdf')),
    size        integer     not null check (size > 0),
    sha256      text        not null,
    sealed      bytea       not null,
    unique (feedback_id, position)
);

create table published_feedback (
    feedback_id  uuid        not null primary key references feedback (id),
    unit         text        not null,
    category     text        not null,
    text         text        not null, -- written anew without personal data, checked by a second officer
    answer       text        not null,
    received_at  timestamptz not null,
    answered_at  timestamptz not null,
    answer_days  integer     not null,
    published_at timestamptz not null
);
create index published_feedback_of_unit on published_feedback (unit, published_at desc, feedback_id desc);

create table feedback_reading (
    id      bigint generated always as identity primary key,
    at      timestamptz not null,
    subject text        not null,
    name    text,
    title   text,
    unit    text        not null,
    what    text        not null check (what in ('FEEDBACK', 'FILE', 'HAND_OVER')),
    about   uuid        not null
);
create index feedback_reading_of_unit on feedback_reading (unit, id desc);
create index feedback_reading_again on feedback_reading (about, subject, at);
create function feedback_reading_is_final() returns trigger language plpgsql as $$
begin
    raise exception 'readings are only added';
end $$;
create trigger feedback_reading_is_final before update or delete on feedback_reading
    for each row execute function feedback_reading_is_final();
