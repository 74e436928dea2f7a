-- The officer who goes on with a draft by its PIN sees it as its opener does.
alter table dossier add column continued_by text;
create index dossier_continued on dossier (continued_by, opened_at desc, id desc) where sequence = 0 and continued_by is not null;
