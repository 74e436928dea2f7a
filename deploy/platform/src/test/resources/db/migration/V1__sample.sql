create table sample_effect (n bigint generated always as identity, key text not null, value text not null);
