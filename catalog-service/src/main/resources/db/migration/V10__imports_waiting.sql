-- An import that nobody waits for was answered for: its lists are kept until it is done, so that another process goes on with it.
alter table import_run
    add column lists    bytea,                       -- as sent; null where somebody waited, and once it has ended
    add column language text,                        -- of the words about bad rows
    add column attempts integer not null default 0;
create index import_run_kept on import_run (seen_at) where lists is not null;
