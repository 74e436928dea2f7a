-- Whether the time of a draft ended before the person could know of it: the event that tells them was not with the broker yet.
alter table draft_offer add column untold boolean not null default false;
