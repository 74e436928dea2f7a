-- A file that is going was held by no paper and is being removed: nobody takes it up until it is gone.
-- The one that could not be scanned was looked at then, and is looked at again after the others.
alter table stored_file
    add column going boolean not null default false,
    add column looked_at timestamptz,
    add constraint stored_file_going_or_kept check (not (going and kept));
drop index stored_file_to_scan;
create index stored_file_to_scan on stored_file (looked_at nulls first, touched_at) where scan = 'WAITING';
