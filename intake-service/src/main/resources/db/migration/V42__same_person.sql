-- A person's dossiers, newest first, by the blind index of the owner's identifier: kept by the database itself, so that a page of a busy
-- company's dossiers reads its own rows only. And which dossiers were linked as the same matter of the same person; links are only added.

create table person_dossier (
    identifier_index bytea       not null,
    opened_at        timestamptz not null,
    dossier_id       uuid        not null,
    procedure_code   text        not null,
    primary key (identifier_index, opened_at, dossier_id)
);
create index person_dossier_matter on person_dossier (identifier_index, procedure_code, opened_at desc, dossier_id desc);

-- notes one dossier, or all of them: for rows that came in past the triggers
create function note_persons(of_dossier uuid) returns void language sql as $$
    insert into person_dossier (identifier_index, opened_at, dossier_id, procedure_code)
    select p.identifier_index, d.opened_at, d.id, d.procedure_code
    from dossier_person p join dossier d on d.id = p.dossier_id
    where p.part = 'OWNER' and p.identifier_index is not null and (of_dossier is null or d.id = of_dossier)
    on conflict do nothing
$$;

create function note_person() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' then
        delete from person_dossier i using dossier d
        where d.id = old.dossier_id and i.identifier_index = old.identifier_index and i.opened_at = d.opened_at and i.dossier_id = d.id;
    end if;
    perform note_persons(new.dossier_id);
    return null;
end $$;
create trigger dossier_person_noted after insert on dossier_person
    for each row when (new.part = 'OWNER' and new.identifier_index is not null) execute function note_person();
create trigger dossier_person_changed after update of identifier_index on dossier_person
    for each row when (new.part = 'OWNER' and old.identifier_index is distinct from new.identifier_index) execute function note_person();

-- who was there before
select note_persons(null);

-- no reference to dossier: its check would wait for whoever acts on the other one
create table dossier_link (
    dossier_id uuid        not null,
    other_id   uuid        not null,
    linked_at  timestamptz not null,
    primary key (dossier_id, other_id),
    check (dossier_id <> other_id)
);

create function dossier_link_is_final() returns trigger language plpgsql as $$
begin
    raise exception 'links are only added';
end $$;
create trigger dossier_link_is_final before update or delete on dossier_link for each row execute function dossier_link_is_final();
