-- Whether the bytes of a destroyed result are still needed by the file of an answer.
create index opinion_content on opinion (file_sha256) where file_sha256 is not null;
