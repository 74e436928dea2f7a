-- Since when the person can know of a draft, once that is established; null before. What is offered now is looked at when its time ends.
alter table draft_offer add column told_at timestamptz;
