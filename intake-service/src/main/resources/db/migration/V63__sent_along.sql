-- What an envelope holds beside the papers of the dossier's list: it lies here and is owed back (Decision 45/2016/QĐ-TTg Art. 8(3)).
alter table dossier add column sent_along bytea; -- sealed: a name of a paper may name people; null where nothing came along
alter table dossier add column keeps_sent_along boolean not null default false;
