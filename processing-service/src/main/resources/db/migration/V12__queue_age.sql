-- the oldest case of a queue
create index cases_age on cases (unit, department, opened_at) where rank is not null;
