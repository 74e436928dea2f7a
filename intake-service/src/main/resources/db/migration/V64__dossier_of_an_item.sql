-- An item of a closed record keeps its dossier: another one comes only where none was opened, or the one before was given up.
create or replace function hand_over_item_is_final() returns trigger language plpgsql as $$
begin
    if exists (select from hand_over_record r
               where r.id = (case tg_op when 'INSERT' then new.record_id else old.record_id end) and r.state = 'CLOSED')
       and (tg_op <> 'UPDATE' or to_jsonb(new) - 'dossier_id' is distinct from to_jsonb(old) - 'dossier_id') then
        raise exception 'a closed hand-over record never changes';
    end if;
    if tg_op = 'UPDATE' and old.dossier_id is not null and new.dossier_id is distinct from old.dossier_id
       and (new.dossier_id is null
            or exists (select from dossier d where d.id = old.dossier_id and d.stage <> 'ABANDONED')) then
        raise exception 'an item of a hand-over record keeps its dossier';
    end if;
    return case tg_op when 'DELETE' then old else new end;
end $$;
