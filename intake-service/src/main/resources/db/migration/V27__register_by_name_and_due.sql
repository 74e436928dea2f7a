-- Names are found by their syllables, newest dossier first, however common they are: an index the database keeps itself, one row for
-- each run of up to five whole syllables of each name and for each unit that sees the dossier. Trigrams found common names only by
-- reading and sorting everybody who bears them.

create function name_words(name text) returns text
    language sql immutable strict parallel safe
    return btrim(regexp_replace(public.search_text(name), '[^[:alnum:]]+', ' ', 'g'));

create function name_phrases(name text) returns setof text
    language sql immutable strict parallel safe as $$
    with syllable as (
        select s, n from regexp_split_to_table(name_words(name), ' ') with ordinality as t(s, n) where s <> '' and n <= 20
    )
    select distinct (select string_agg(s, ' ' order by n) from syllable where n between first.n and last.n)
    from syllable first join syllable last on last.n between first.n and first.n + 4
$$;

-- what is asked for, as a phrase of the index: its first five syllables
create function name_phrase(asked text) returns text
    language sql immutable strict parallel safe
    return array_to_string((string_to_array(name_words(asked), ' '))[1:5], ' ');

create table name_index (
    unit       text        not null,
    phrase     text        not null,
    opened_at  timestamptz not null,
    dossier_id uuid        not null,
    primary key (unit, phrase, opened_at, dossier_id)
);

-- notes one dossier, or all of them: for rows that came in past the triggers
create function note_names(of_dossier uuid) returns void language sql as $$
    insert into name_index (unit, phrase, opened_at, dossier_id)
    select distinct u.unit, f.phrase, d.opened_at, d.id
    from dossier d
        join dossier_person p on p.dossier_id = d.id
        cross join lateral name_phrases(p.name) f(phrase)
        cross join lateral unnest(array[d.receiving_unit, d.competent_unit, d.returning_unit]) u(unit)
    where of_dossier is null or d.id = of_dossier
    on conflict do nothing
$$;

create function note_name() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' then
        delete from name_index i using dossier d
        where d.id = old.dossier_id and i.dossier_id = d.id and i.opened_at = d.opened_at
            and i.unit in (d.receiving_unit, d.competent_unit, d.returning_unit)
            and i.phrase in (select name_phrases(old.name));
    end if;
    -- of everyone in the dossier: two people may share a syllable
    perform note_names(new.dossier_id);
    return null;
end $$;
create trigger dossier_person_name_noted after insert on dossier_person
    for each row execute function note_name();
create trigger dossier_person_name_changed after update of name on dossier_person
    for each row when (old.name is distinct from new.name) execute function note_name();

-- a dossier that is returned elsewhere is seen there
create function note_names_elsewhere() returns trigger language plpgsql as $$
begin
    perform note_names(new.id);
    return null;
end $$;
create trigger dossier_unit_changed after update of receiving_unit, competent_unit, returning_unit on dossier
    for each row when ((old.receiving_unit, old.competent_unit, old.returning_unit)
        is distinct from (new.receiving_unit, new.competent_unit, new.returning_unit))
    execute function note_names_elsewhere();

-- who was there before
select note_names(null);

drop index dossier_person_name;

-- what is running out at the unit that returns it, in the order of the page
create index dossier_returning_due on dossier (returning_unit, due, id)
    where due is not null and ended_at is null and paused_since is null;

-- an officer's own drafts, which nobody else sees
create index dossier_drafts on dossier (opened_by, opened_at desc, id desc) where sequence = 0;
