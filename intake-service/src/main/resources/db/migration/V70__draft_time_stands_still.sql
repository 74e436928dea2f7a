-- Whether the time to answer a draft stands still because a withdrawal is asked; it begins with what is so now.
alter table dossier add column draft_stopped boolean not null default false;
update dossier set draft_stopped = true where draft_until is not null and stage = 'WITHDRAWAL_REQUESTED';
