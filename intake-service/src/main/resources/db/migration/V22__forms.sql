-- Issued official forms. They are documents: nothing changes or deletes one.

create table form_counter (
    unit        text    not null,
    kind        text    not null,
    year        integer not null,
    last_number bigint  not null check (last_number > 0),
    primary key (unit, kind, year)
);

create table issued_form (
    id               uuid        not null primary key,
    dossier_id       uuid        not null,
    kind             text        not null,
    unit             text        not null,
    year             integer     not null,
    running_number   bigint      not null,
    number           text        not null,
    template_version text        not null,
    language         text        not null,
    page             bytea       not null, -- the rendered page, sealed: it names people
    sha256           text        not null, -- of the page before it was sealed
    signer_subject   text,
    signer_name      text,
    signer_title     text,
    issued_at        timestamptz not null,
    unique (unit, kind, year, running_number)
);
create index issued_form_dossier on issued_form (dossier_id, issued_at);

create function issued_form_is_immutable() returns trigger language plpgsql as $$
begin
    raise exception 'an issued form never changes';
end $$;
create trigger issued_form_is_immutable before update or delete on issued_form
    for each row execute function issued_form_is_immutable();
