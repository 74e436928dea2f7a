package vn.motcua.catalog.field;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.motcua.catalog.search.ProcedureSearch;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The fields that have a procedure in force; they are what procedures say, no list of their own. */
@ApplicationScoped
public class Fields {
    @Inject
    ProcedureSearch search;

    /** In Vietnamese order. */
    public List<Field> all(LocalDate on) {
        return search.fields(on).stream()
                .map(each -> new Field(Field.id(each.field()), each.field(), each.procedures()))
                .toList();
    }

    /** By id or name; null means none. */
    public Optional<Field> find(String field, LocalDate on) {
        if (field == null) {
            return Optional.empty();
        }
        String id = Field.id(field);
        return all(on).stream().filter(each -> each.id().equals(id)).findFirst();
    }
}
