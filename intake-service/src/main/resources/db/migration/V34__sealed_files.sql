-- Files of papers lie sealed, one data key per dossier, itself wrapped by a configured master key; without its row nothing of the dossier opens.

create table file_key (
    dossier_id uuid        primary key references dossier,
    key_id     text        not null,
    wrapped    bytea       not null,
    made_at    timestamptz not null
);
create index file_key_by_master on file_key (key_id);

-- What the store holds. What no paper keeps is swept an hour after it was touched last.
create table stored_file (
    dossier_id uuid        not null references dossier,
    sha256     text        not null check (sha256 ~ '^[0-9a-f]{64}$'),
    size       bigint      not null check (size >= 0),
    media_type text        not null,
    pages      integer     check (pages > 0),
    kept       boolean     not null,
    touched_at timestamptz not null,
    primary key (dossier_id, sha256)
);
create index stored_file_left on stored_file (touched_at) where not kept;
