-- Forms of people's pages that opened a dossier: sent twice they open one, and the PIN is shown until its person has noted it.
-- Rows are swept after a week.

create table portal_opening (
    subject    text        not null,
    submission uuid        not null,
    dossier_id uuid,
    pin        bytea,
    opened_at  timestamptz not null,
    primary key (subject, submission)
);
create index portal_opening_dossier on portal_opening (dossier_id);
create index portal_opening_at on portal_opening (opened_at);
