-- What nobody has classified is screened by who does not receive at the counter: it may be about whoever does.
alter table feedback add column director_screens boolean not null default false;
update feedback set director_screens = true
    where state = 'RECEIVED' and channel = 'EMAIL' and id in (select feedback_id from mail_seen where feedback_id is not null);
