-- A promised date that falls on a day off now moves with the changed calendar.

alter table redating_row add column promised_from timestamptz;
alter table redating_row add column promised_to timestamptz;
alter table redating_row add check ((promised_from is null) = (promised_to is null));
drop index redating_row_page;
create index redating_row_page on redating_row (redating_id, due_from, dossier_id)
    where due_from <> due_to or promised_to is not null or aside;

-- Who holds the case, as it tells: an account, the empty text while it waits to be taken, null where that is not known or
-- nothing is to be held. Cases that were held before this are not known until they tell again.
alter table dossier add column holder text;
update dossier set holder = '' where stage = 'IN_PROCESS' and case_state = 'OPEN';
create index dossier_holder on dossier (competent_unit, holder, opened_at desc, id desc) where holder is not null;
