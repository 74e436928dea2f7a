-- Papers are asked for once (Decree 118/2025/NĐ-CP Art. 11). A further request needs a legal ground and is marked, since a dossier with more
-- than one counts as late (Decision 766/QĐ-TTg, figure 2.1); each request keeps its own items.
alter table supplement_item add column request integer not null default 1 check (request >= 1);
alter table supplement_item alter column request drop default;
alter table supplement_item drop constraint supplement_item_pkey;
alter table supplement_item add primary key (dossier_id, request, component);

alter table dossier add column supplements integer not null default 0 check (supplements >= 0);
alter table dossier add column supplement_ground text;
update dossier set supplements = 1 where supplement_asked_at is not null;
