-- What unconfigured systems told waited under one name for all; it waits under each system's own, where it is drained once that is configured.
-- The system is the end of the topic shadow.<system>.
insert into parked_key (consumer, key, held, reason, parked_at)
select distinct 'processing.shadows.' || substring(e.topic from 8), k.key, k.held, k.reason, k.parked_at
from parked_event e join parked_key k on k.consumer = e.consumer and k.key = e.key
where e.consumer = 'processing.shadows'
on conflict do nothing;

update parked_event e set consumer = 'processing.shadows.' || substring(e.topic from 8)
where e.consumer = 'processing.shadows' and not exists (
    select 1 from parked_event same
    where same.consumer = 'processing.shadows.' || substring(e.topic from 8) and same.event_id = e.event_id);

delete from parked_event where consumer = 'processing.shadows';
delete from parked_key where consumer = 'processing.shadows';

-- Lists go on after the last instant they showed, which is told in milliseconds.
update shadow set since = date_trunc('milliseconds', since), due = date_trunc('milliseconds', due)
where since <> date_trunc('milliseconds', since) or due <> date_trunc('milliseconds', due);
