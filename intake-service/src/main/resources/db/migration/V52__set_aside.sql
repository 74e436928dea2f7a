-- One dossier that cannot be computed holds up nobody else's round: it is set aside, and that it is, is shown.

alter table watch_task drop constraint watch_task_kind_check;
alter table watch_task add constraint watch_task_kind_check check (kind in (
    'ACKNOWLEDGE_SOON', 'ACKNOWLEDGE_LATE', 'COMPLETE_WAITS', 'NOT_TRANSFERRED', 'NOT_TAKEN', 'EXPECTED_LATE', 'DUE_SOON', 'OVERDUE',
    'PROMISE_BROKEN', 'SUPPLEMENT_WAITS', 'PAYMENT_WAITS', 'WITHDRAWAL_WAITS', 'RESULT_WAITS', 'STANDS_STILL', 'NOT_LOOKED_AT'));
create index watch_task_not_looked_at on watch_task (id) where closed_at is null and kind = 'NOT_LOOKED_AT';

-- what was raised before tasks followed their dossier to another unit or department
update watch_task t
set unit = d.returning_unit, revision = t.revision + 1, acknowledged_by = null, acknowledged_by_name = null, acknowledged_at = null
from dossier d
where d.id = t.dossier_id and t.closed_at is null and t.kind = 'RESULT_WAITS' and t.unit <> d.returning_unit;
update watch_task t
set department = d.department, revision = t.revision + 1, acknowledged_by = null, acknowledged_by_name = null, acknowledged_at = null
from dossier d
where d.id = t.dossier_id and t.closed_at is null and t.department is distinct from d.department
    and t.kind in ('NOT_TAKEN', 'EXPECTED_LATE', 'DUE_SOON', 'OVERDUE', 'PROMISE_BROKEN', 'STANDS_STILL');

-- dossiers whose date could not be computed, or not be moved: listed with those that move
alter table redating add column aside integer not null default 0;
alter table redating_row add column aside boolean not null default false;
drop index redating_row_page;
create index redating_row_page on redating_row (redating_id, due_from, dossier_id) where due_from <> due_to or aside;
create index redating_aside on redating (unit, created_at) where aside > 0;

-- what was kept of bodies that hold a PIN: six digits are guessed from any digest of them
delete from idempotency where scope like '% POST /api/intake/dossiers/continuations%';
