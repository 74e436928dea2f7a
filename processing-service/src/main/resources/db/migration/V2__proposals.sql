-- What lies before the approver of a unit, over all its departments: the oldest legal date first.
create index cases_proposed on cases (unit, urgent_at, id) where state = 'PROPOSED';
