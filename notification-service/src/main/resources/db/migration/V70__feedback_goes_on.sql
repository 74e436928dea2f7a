-- A feedback that goes on to another unit opens there as a record of its own under the same code: how often it went on. From each record it
-- can do so once.
alter table feedback add column forwards smallint not null default 0 check (forwards >= 0);
alter table feedback drop constraint feedback_code_key;
alter table feedback add constraint feedback_code_key unique (code, forwards);
