-- What a search reads: a narrow row beside each version, its words brought to one spelling by the service (class Vietnamese), since
-- the database knows neither the placement of tones nor i and y. Filled when a version is inserted; versions that were there
-- before this migration are added at the next start.

create table procedure_search (
    code           text     not null,
    version        integer  not null,
    effective_from date     not null,
    effective_to   date,
    name           text     not null,
    field          text     not null,
    department     text     not null,
    name_exact     text     not null, -- with diacritics, a space before and behind
    name_key       text     not null, -- without, and without "thủ tục" in front
    phrases        text     not null, -- | what citizens call it | without diacritics |
    levels         text[]   not null,
    online         text     not null check (online in ('FULL', 'PARTIAL', 'UNKNOWN')),
    topics         text[]   not null, -- life events and subjects
    words          tsvector not null, -- A: name and code, B: field, topics and citizens' own words, C: results
    primary key (code, version),
    foreign key (code, version) references procedure_version on delete cascade
);
create index procedure_search_words on procedure_search using gin (words) with (fastupdate = off);
create index procedure_search_name on procedure_search (name collate "vi-x-icu", code);
create index procedure_search_days on procedure_search (effective_from, effective_to) include (field, levels, online, topics);

-- A version gets its last day long after it was inserted.
create function procedure_search_end() returns trigger language plpgsql as $$
begin
    update procedure_search set effective_to = new.effective_to where code = new.code and version = new.version;
    return null;
end $$;
create trigger procedure_version_end after update of effective_to on procedure_version
    for each row execute function procedure_search_end();

-- Every word a search can find, for those who type it wrong.
create table search_word (
    word text    not null primary key,
    uses integer not null
);

drop index procedure_version_search;
alter table procedure_version drop column search;
