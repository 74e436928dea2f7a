-- Searches look at the versions in force today: nearly all of them have no last day yet, and most rows are of versions long ended.
-- So what is open has indexes of its own. Values to narrow by come in few combinations; each has a number, by which finds are
-- counted.

create table search_facets (
    id     integer generated always as identity primary key,
    field  text   not null,
    levels text[] not null,
    online text   not null,
    topics text[] not null,
    unique (field, levels, online, topics)
);
insert into search_facets (field, levels, online, topics)
    select distinct field, levels, online, topics from procedure_search;

alter table procedure_search add column facets integer references search_facets;
update procedure_search s set facets = f.id from search_facets f
    where (f.field, f.levels, f.online, f.topics) = (s.field, s.levels, s.online, s.topics);
alter table procedure_search alter column facets set not null;

drop index procedure_search_words;
drop index procedure_search_days;
create index procedure_search_open_words on procedure_search using gin (words) with (fastupdate = off) where effective_to is null;
create index procedure_search_open on procedure_search (effective_from, facets) where effective_to is null;
create index procedure_search_ended on procedure_search (effective_to, effective_from) where effective_to is not null;
-- Counts read the index alone only where the table is vacuumed; an import shall not wait long for that.
alter table procedure_search set (autovacuum_vacuum_insert_scale_factor = 0.05, autovacuum_vacuum_scale_factor = 0.05);

-- Names of units are compared in memory now.
drop table unit_name_key;

-- Imports: who brought what when, how far it is while it runs, and what became of it. Written beside the import's own transaction, so
-- that every replica can tell.
create table import_run (
    id             uuid        not null primary key,
    dry_run        boolean     not null,
    effective_from date        not null,
    asked_by       text        not null, -- subject of the officer
    officer        text,                 -- name in official capacity
    title          text,
    asked_at       timestamptz not null,
    phase          text        not null check (phase in ('WAITING', 'READING', 'COMPARING', 'PUBLISHING', 'DONE', 'FAILED')),
    done           integer     not null,
    total          integer,              -- procedures; null while it is not known
    seen_at        timestamptz not null, -- of the process that runs it
    finished_at    timestamptz,
    counts         text,                 -- JSON
    report         text                  -- JSON, as answered
);
create index import_run_asked on import_run (asked_at desc, id desc);
