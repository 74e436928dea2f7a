-- A promised date that falls on a day off now moves with the changed calendar.

alter table redating_row add column promised_from timestamptz;
alter table redating_row add column promised_to timestamptz;
alter table redating_row add check ((promised_from is null) = (promised_to is null));
drop index redating_row_page;
create index redating_row_page on redating_row (redating_id, due_from, dossier_id)
    where due_from <> due_to or promised_to is not null or aside;
