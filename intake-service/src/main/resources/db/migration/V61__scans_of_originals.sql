-- An original of a request for certified copies is called by a number within its dossier, by which its scan comes in, and has a revision of its
-- own. Those of before are numbered in their order; the one without a name stands in pages and copies until it is scanned.
update dossier
set originals = (
    select jsonb_agg(each.original || jsonb_build_object('number', each.n, 'revision', 1) order by each.n)::text
    from jsonb_array_elements(dossier.originals::jsonb) with ordinality each(original, n))
where originals is not null and jsonb_array_length(originals::jsonb) > 0;
