-- All attempts on a case, newest first; the first index knew open ones alone.
create index signing_case on signing (case_id, given_at desc);

-- What a result was corrected by, and when the newest correction was issued.
create index result_replaces on result (replaces) where replaces is not null;
create index result_corrected on result (issued_at) where replaces is not null;
drop index signing_corrected;
