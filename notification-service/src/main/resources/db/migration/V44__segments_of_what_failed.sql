-- A message that failed with its first segment may have had more at the provider: their receipts are looked up by the reference too.
drop index delivery_in_doubt;
create index delivery_in_doubt on delivery (provider, ref) where state in ('SENDING', 'UNKNOWN', 'GIVEN_UP', 'FAILED');
