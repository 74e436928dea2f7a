-- The token of a question's link lies sealed beside the text in whose place {token} it is said, while something can still be sent; then
-- only its hash is left. Links of messages before lead to the door, where the person comes in by the tracking page or a code.
alter table message add column token bytea;
create index message_token on message (id) where token is not null;
update message set short = regexp_replace(short, '(/danh-gia/)[0-9A-Z]{12}', '\1'),
    letter = regexp_replace(letter, '(/danh-gia/)[0-9A-Z]{12}', '\1') where template in ('returned', 'originals-returned');
