-- The ways of a paper: taken from the data that replace it, reused from an earlier dossier of the same person, or missing with its reason.
alter table paper drop constraint paper_state_check;
alter table paper add constraint paper_state_check
    check (state in ('MISSING', 'PRESENTED', 'ATTACHED', 'TAKEN_FROM_DATA', 'REUSED', 'NOT_APPLICABLE'));
alter table paper add column valid_until date;
alter table paper add column data_source text;
alter table paper add column checked_by text check (checked_by in ('OFFICER', 'PERSON'));
alter table paper add column from_dossier uuid references dossier;
alter table paper add column from_component text;
alter table paper add column consent_at timestamptz;
alter table paper add constraint paper_data check (state <> 'TAKEN_FROM_DATA' or data_source is not null and checked_by is not null);
alter table paper add constraint paper_origin check (from_dossier is null or from_component is not null and consent_at is not null);
