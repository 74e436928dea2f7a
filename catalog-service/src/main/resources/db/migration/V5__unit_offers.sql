-- What a unit offers, as its own public board lists it. A code that the national lists lack is kept: the board is what people see.
create table unit_offer (
    unit_id  text not null references unit,
    code     text not null,
    field    text,          -- as the board files it
    board    text not null, -- where it was read
    seen     text not null, -- day or month of the board, yyyy-MM-dd or yyyy-MM
    decision text,          -- by which the unit offers it, null: not established
    since    date,          -- from when, null: not established
    primary key (unit_id, code)
);
