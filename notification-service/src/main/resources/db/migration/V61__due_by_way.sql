-- Each way looks for what is due on it: what waits for one that is down is not read by the others.
create index delivery_due_by_way on delivery (channel, due_at) where state = 'WAITING';
