-- Each way of seeing a dossier is an index in the order of the register, by itself and with the stage. Most dossiers are received, decided
-- and returned at one unit: they stand in the indexes of its receipts alone, the others hold what comes from elsewhere. Drafts are nobody's
-- but their opener's and stand in none of these.

drop index dossier_receiving;
drop index dossier_competent;
drop index dossier_returning;
drop index dossier_department;
drop index dossier_receiving_stage;
drop index dossier_competent_stage;
drop index dossier_returning_due;

create index dossier_receiving on dossier (receiving_unit, opened_at desc, id desc) where sequence > 0;
create index dossier_competent on dossier (competent_unit, opened_at desc, id desc)
    where sequence > 0 and competent_unit <> receiving_unit;
create index dossier_returning on dossier (returning_unit, opened_at desc, id desc)
    where sequence > 0 and returning_unit <> receiving_unit and returning_unit <> competent_unit;
create index dossier_department on dossier (competent_unit, department, opened_at desc, id desc) where department is not null;

create index dossier_receiving_stage on dossier (receiving_unit, stage, opened_at desc, id desc) where sequence > 0;
create index dossier_competent_stage on dossier (competent_unit, stage, opened_at desc, id desc)
    where sequence > 0 and competent_unit <> receiving_unit;
create index dossier_returning_stage on dossier (returning_unit, stage, opened_at desc, id desc)
    where sequence > 0 and returning_unit <> receiving_unit and returning_unit <> competent_unit;
create index dossier_department_stage on dossier (competent_unit, department, stage, opened_at desc, id desc)
    where department is not null;

create index dossier_returning_due on dossier (returning_unit, due, id)
    where due is not null and ended_at is null and paused_since is null
        and returning_unit <> receiving_unit and returning_unit <> competent_unit;
