-- Who asked for a certification, as the register names them; sealed. Null where it was not noted, and for results.
alter table register_line add column requester bytea;
create index register_line_unnamed on register_line (unit, kind, given_on)
    where kind <> 'RESULT' and state <> 'VOID' and requester is null;
