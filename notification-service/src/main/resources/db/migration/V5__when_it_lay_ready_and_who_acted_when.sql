-- Since when the result that lies ready is the newest one, and when the act was done whose actor is kept beside it.

alter table dossier_return add column result_at timestamptz;     -- issued anew; null: the one it was opened with, or from before this column
alter table dossier_return add column last_acted_at timestamptz; -- of last_act; null: from before this column
