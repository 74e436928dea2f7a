-- Which letter of a mailbox is being read, since when, and how often it was begun: one that brings its reader down is seen, and set aside.

alter table mailbox
    add column begun_uid   bigint,
    add column begun_at    timestamptz, -- when it was begun first
    add column begun_times integer not null default 0,
    add constraint mailbox_begun_whole check ((begun_uid is null) = (begun_at is null) and (begun_uid is null) = (begun_times = 0));
