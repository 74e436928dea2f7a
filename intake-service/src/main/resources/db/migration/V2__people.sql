-- The people of a dossier, each in a part of its own. Citizen numbers, phones, e-mails and addresses are sealed; what is looked up
-- exactly has a blind index. Names stay readable: the counter searches them with or without diacritics.

create table dossier_person (
    dossier_id       uuid  not null references dossier,
    part             text  not null check (part in ('OWNER', 'SUBMITTER', 'HELPER', 'COLLECTOR', 'CONTACT')),
    name             text  not null,
    identifier_kind  text  check (identifier_kind in ('CITIZEN_NUMBER', 'FORMER_NUMBER', 'PASSPORT', 'BUSINESS', 'HOUSEHOLD', 'OTHER')),
    identifier       bytea,
    identifier_index bytea,
    address          bytea,
    phone            bytea,
    phone_index      bytea,
    phone_owner      text  check (phone_owner in ('SELF', 'RELATIVE', 'HELPER', 'OTHER')),
    email            bytea,
    authorisation    text,
    primary key (dossier_id, part)
);
create index dossier_person_identifier on dossier_person (identifier_index) where identifier_index is not null;
create index dossier_person_phone on dossier_person (phone_index) where phone_index is not null;
create index dossier_person_name on dossier_person using gin (search_text(name) gin_trgm_ops);
