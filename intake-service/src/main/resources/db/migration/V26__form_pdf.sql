-- A form as PDF, set from its stored page when somebody first asks, and the same bytes ever after.
create table issued_form_pdf (
    form_id uuid        not null primary key references issued_form,
    pdf     bytea       not null, -- sealed: it names people
    sha256  text        not null, -- of the PDF before it was sealed
    set_at  timestamptz not null
);

create trigger issued_form_pdf_is_immutable before update or delete on issued_form_pdf
    for each row execute function issued_form_is_immutable();
