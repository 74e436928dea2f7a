-- Electronic results that were announced before lying in the inbox was a return are placed by one task, once, in batches; its timer goes
-- when it is through. An instant that is over: it fires as soon as the service runs.
insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version)
values ('place-announced', '00000000-0000-0000-0000-000000000000', '2026-01-01T00:00:00Z', false, 1)
on conflict do nothing;
