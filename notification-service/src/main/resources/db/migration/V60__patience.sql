-- Since when a way that only seems to be down has been tried in vain: a message with ways behind it moves on after a while.
alter table delivery add column tried_since timestamptz; -- null before the first try that came to nothing
