-- Procedures are found by their unofficial English names, too: the words of searches are written again at the next start.
delete from procedure_search;
delete from search_word;
delete from load_ledger where part = 'search';
