-- Which originals are held, so that none of them stays behind; and where a consignment stands while the dossier has not answered.

alter table known_dossier add column held_originals text check (held_originals is json object); -- null: none, or never told

alter table consignment add column fetched_at timestamptz;  -- handed over at the counter; withdrawn when the dossier agrees
alter table consignment add column replaced_at timestamptz; -- the result in it is no longer the newest
alter table consignment add constraint consignment_fetched check (fetched_at is null or dispatched_at is null);
alter table consignment add constraint consignment_one_outcome check (delivered_at is null or failed_at is null) not valid;

drop index consignment_waiting;
create index consignment_waiting on consignment (unit, prepared_at, id)
    where dispatched_at is null and withdrawn_at is null and fetched_at is null and replaced_at is null;
