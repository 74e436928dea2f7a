-- The register by its own terms: an index the database keeps itself, as name_index is. One row for each unit that sees a dossier and each
-- thing by which its line is looked for, in the order of the register: the receipt, before it the opening. So a page reads its own rows
-- only, whatever is asked, and the dossier's own table keeps few indexes, each of which every change of stage would write again.
--
-- facets: p:<procedure> c:<channel> u:<a unit that takes part>, and once received r (the line of form 07), #<running number of the
-- code without its zeros>, e:<how it ended against its date>

create table register_index (
    unit       text        not null,
    facet      text        not null,
    at         timestamptz not null,
    dossier_id uuid        not null,
    primary key (unit, facet, at, dossier_id)
);

create function register_lines(d dossier) returns table (unit text, facet text, at timestamptz)
    language sql stable parallel safe as $$
    with seeing as (
        select distinct u.id from unnest(array[d.receiving_unit, d.competent_unit, d.returning_unit]) u(id)
    ), found(facet) as (
        select 'p:' || d.procedure_code
        union all select 'c:' || d.channel
        union all select 'r' where d.received_at is not null
        union all select '#' || ltrim(substring(d.code from '[0-9]+$'), '0') where d.code is not null
        union all select 'e:' || d.punctuality where d.punctuality is not null and d.received_at is not null
    )
    select s.id, f.facet, coalesce(d.received_at, d.opened_at) from seeing s cross join found f
    union all
    select s.id, 'u:' || o.id, coalesce(d.received_at, d.opened_at) from seeing s cross join seeing o
$$;

-- notes one dossier, or all of them: for rows that came in past the triggers
create function note_register(of_dossier uuid) returns void language sql as $$
    insert into register_index (unit, facet, at, dossier_id)
    select l.unit, l.facet, l.at, d.id from dossier d cross join lateral register_lines(d) l
    where of_dossier is null or d.id = of_dossier
    on conflict do nothing
$$;

create function note_register_line() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' then
        delete from register_index i using (select * from register_lines(old) except select * from register_lines(new)) gone
        where i.unit = gone.unit and i.facet = gone.facet and i.at = gone.at and i.dossier_id = new.id;
    end if;
    insert into register_index (unit, facet, at, dossier_id)
    select l.unit, l.facet, l.at, new.id from register_lines(new) l
    on conflict do nothing;
    return null;
end $$;
create trigger dossier_registered after insert on dossier for each row execute function note_register_line();
create trigger dossier_registered_anew after update on dossier
    for each row when ((old.received_at, old.code, old.punctuality, old.procedure_code, old.channel,
            old.receiving_unit, old.competent_unit, old.returning_unit)
        is distinct from (new.received_at, new.code, new.punctuality, new.procedure_code, new.channel,
            new.receiving_unit, new.competent_unit, new.returning_unit))
    execute function note_register_line();

-- who was there before
select note_register(null);

-- procedures and units by words of their names, without case and diacritics; a unit by every name it ever had
create index procedure_version_words on procedure_version using gin (name_words(body -> 'name' ->> 'vi') gin_trgm_ops);

create function unit_words(body jsonb) returns text
    language sql immutable strict parallel safe
    return name_words(jsonb_path_query_array(body, '$.names[*].name')::text || ' ' || (body ->> 'name'));
create index unit_words on unit using gin (unit_words(body) gin_trgm_ops);
