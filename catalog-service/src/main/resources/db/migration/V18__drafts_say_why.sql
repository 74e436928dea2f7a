-- Why the next version is made: said when the draft is begun and kept, or said anew, with whatever is written on it, so that no act upon
-- it stands in the history without a reason. Null: begun before it was asked for; whoever writes on it next says it.
alter table draft add column reason text;
