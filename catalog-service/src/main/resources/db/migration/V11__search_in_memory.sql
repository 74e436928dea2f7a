-- Searches run in the service's memory over the versions in force and to come. Each transaction that adds or ends versions takes the next
-- generation and marks its rows with it: the row of search_generation is locked until it commits, so that generations become visible
-- in their order, and a reader that knows generation n asks for what is marked later.

create table search_generation (
    id smallint not null primary key default 1 check (id = 1),
    n  bigint   not null
);
insert into search_generation (n) values (1);

create function search_generation_of_transaction() returns bigint language plpgsql as $$
declare
    mine text := current_setting('motcua.search_generation', true);
begin
    if mine is null or mine = '' then
        update search_generation set n = n + 1 returning n::text into mine;
        perform set_config('motcua.search_generation', mine, true);
    end if;
    return mine::bigint;
end $$;

alter table procedure_search
    add column name_words  text[], -- of name and code
    add column other_words text[], -- of field, topics, citizens' own words and results, those of the name left out
    add column changed     bigint not null default 1;
update procedure_search set
    name_words = tsvector_to_array(ts_filter(words, '{a}')),
    other_words = array(select unnest(tsvector_to_array(words)) except select unnest(tsvector_to_array(ts_filter(words, '{a}'))));
alter table procedure_search
    alter column name_words set not null,
    alter column other_words set not null,
    alter column changed set default search_generation_of_transaction(),
    drop column words; -- and the indexes with it

create or replace function procedure_search_end() returns trigger language plpgsql as $$
begin
    update procedure_search set effective_to = new.effective_to, changed = search_generation_of_transaction()
    where code = new.code and version = new.version;
    return null;
end $$;

drop index procedure_search_open;
drop index procedure_search_name;
create index procedure_search_changed on procedure_search (changed);
-- The list without words, of what is open and narrowed or not, reads this index in its order.
create index procedure_search_open_name on procedure_search (name collate "vi-x-icu", code) include (facets, effective_from)
    where effective_to is null;
