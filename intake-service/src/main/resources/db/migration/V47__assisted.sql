-- Online filings that an officer typed for the person are counted apart.
alter table dossier add column assisted boolean not null default false;
