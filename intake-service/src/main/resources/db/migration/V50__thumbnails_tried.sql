-- When a picture of the first page could not be drawn for a cause that may pass; it is tried again some minutes later.
alter table stored_file add column thumbnail_tried_at timestamptz;
