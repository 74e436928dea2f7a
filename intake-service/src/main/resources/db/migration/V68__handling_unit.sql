-- Another unit that handles the case for the competent one, with its department, while it does (processing ADR 45); both null while the case lies
-- at home. department stays the competent unit's.
alter table dossier add column handling_unit text;
alter table dossier add column handling_department text;
alter table dossier add check ((handling_unit is null) = (handling_department is null));
-- few at a time: those who handle a case find its dossier
create index dossier_handling on dossier (handling_unit, handling_department, opened_at desc, id desc) where handling_unit is not null;
