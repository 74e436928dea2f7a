-- The acts of a dossier in order, each chained to the one before by its hash. Rows are only ever added.

create table act (
    id             uuid        primary key,
    dossier_id     uuid        not null references dossier,
    revision       bigint      not null,
    sequence       integer,
    action         text        not null,
    outcome        text        not null check (outcome in ('APPLIED', 'REFUSED', 'RECORDED')),
    from_stage     text,
    to_stage       text        not null,
    actor          text        not null,
    actor_subject  text,
    actor_name     text,
    actor_title    text,
    reason_code    text,
    reason         text,
    effective_at   timestamptz not null,
    recorded_at    timestamptz not null,
    caused_by      uuid,
    details        text        not null check (details is json object),
    prev_hash      bytea,
    hash           bytea       not null,
    unique (dossier_id, revision),
    unique (dossier_id, sequence)
);

create function act_is_final() returns trigger language plpgsql as $$
begin
    raise exception 'acts are only added';
end $$;
create trigger act_is_final before update or delete on act for each row execute function act_is_final();
