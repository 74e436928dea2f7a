-- What is forgotten hourly is found by its age.
create index sms_receipt_age on sms_receipt (at);
create index short_link_age on short_link (expires_at);
