-- Who read a person's data, of which dossier, for what: no personal data itself. Rows are only added; what is older than the retention
-- of the configuration goes, by the sweep alone.

create table person_reading (
    id         bigint      generated always as identity primary key,
    at         timestamptz not null,
    subject    text        not null,
    name       text,       -- of the officer, in official capacity
    title      text,
    role       text        not null,
    unit       text        not null,
    what       text        not null check (what in
        ('DOSSIER', 'PAPER', 'FORM', 'CONTROL_SLIP', 'SEARCH', 'OTHERS', 'DUPLICATES', 'REGISTER', 'EXPORT')),
    purpose    text        not null check (purpose in
        ('RECEPTION', 'EXAMINATION', 'DECISION', 'SUPERVISION', 'PAYMENT', 'INSPECTION', 'REPORTING', 'ARCHIVING', 'ENQUIRY')),
    dossier_id uuid,       -- null where a whole register was read
    lines      integer     not null check (lines >= 0)
);
create index person_reading_unit on person_reading (unit, at desc, id desc);
create index person_reading_officer on person_reading (unit, subject, at desc, id desc);
create index person_reading_dossier on person_reading (dossier_id, at desc, id desc) where dossier_id is not null;
create index person_reading_age on person_reading using brin (at);

create function person_reading_is_final() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' and current_setting('intake.retention', true) = 'sweep' then
        return old;
    end if;
    raise exception 'readings are only added';
end $$;
create trigger person_reading_is_final before update or delete on person_reading
    for each row execute function person_reading_is_final();
