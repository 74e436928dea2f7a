-- When the newest correction was issued: whether the list of what no longer holds has to be made anew.
create index signing_corrected on signing (settled_at) where replaces is not null and state = 'ISSUED';
