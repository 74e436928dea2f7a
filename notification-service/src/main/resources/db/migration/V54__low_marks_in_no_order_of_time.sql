-- Low marks are listed in the order of their random ids: from the order of time one could tell who gave them.
drop index survey_follow_up_open;
create index survey_follow_up_waiting on survey_follow_up (unit, answer_id) where acknowledged_at is null;
