-- A mailbox takes so many letters an hour; those above wait in it, and an alarm says so once an hour.

alter table mailbox add column full_at timestamptz; -- when the alarm was raised last
create index mail_seen_of_hour on mail_seen (box, at);
