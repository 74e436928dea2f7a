-- Until when the person may answer a draft of the result; null where none lies before them. Only shown: it stops no clock.
alter table dossier add column draft_until timestamptz;
