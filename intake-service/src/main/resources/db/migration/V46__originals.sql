-- Several originals of one request for certified copies, as JSON beside pages and copies; null where none is named.
alter table dossier add column originals text;
