-- Systems that are not of the suite and talk to its broker: the name is the topic and the principal. No secret is kept, not even its hash:
-- the broker has the only trace of it.
create table outside_system (
    name       text        primary key,
    access     text        not null check (access in ('READS', 'WRITES')),
    unit       text,
    department text,
    since      timestamptz not null,
    secret_at  timestamptz, -- null: nobody gets in under this name
    secret_by  text,        -- the account of the operator who gave or took it last
    revision   bigint      not null
);
