-- What was brought with a dossier, as far as rules of routing ask: told at RECEIVE and TRANSFER, unknown (null) of what was transferred before.
alter table dossier add column presented text[];
alter table dossier add column not_applicable text[];
alter table dossier add column pages integer;
alter table dossier add column copies integer;
-- null also where a fee is not established
alter table dossier add column fees_vnd bigint;
-- a paper of a rule must be one of a version that is known
create index procedure_components on procedure using gin (components);
