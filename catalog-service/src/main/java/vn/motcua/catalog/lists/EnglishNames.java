package vn.motcua.catalog.lists;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * English names of procedures and fields, for readers who know no Vietnamese: translations of ours, which no authority issued.
 * Wherever one is shown it is marked so, beside the Vietnamese name that counts; an official English name is part of the
 * procedure itself.
 *
 * @param procedures by code
 * @param fields by Vietnamese name
 */
public record EnglishNames(Map<String, String> procedures, Map<String, String> fields, List<RowError> errors) {
    private static final EnglishNames SHIPPED = from(ListSource.shipped());

    /** Those that the service ships. */
    public static EnglishNames shipped() {
        return SHIPPED;
    }

    static EnglishNames from(ListSource source) {
        List<RowError> errors = new ArrayList<>();
        return new EnglishNames(
                read(source, "names_en.csv", "code", errors),
                read(source, "fields_en.csv", "field", errors),
                List.copyOf(errors));
    }

    private static Map<String, String> read(ListSource source, String file, String of, List<RowError> errors) {
        Map<String, String> names = new HashMap<>();
        for (Row row : CsvList.read(source, file, Set.of(of, "name_en"), null, errors)) {
            names.put(row.required(of), row.required("name_en"));
        }
        return names;
    }

    /** Null where nobody translated it. */
    public String ofProcedure(String code) {
        return procedures.get(code);
    }

    /** Null where nobody translated it. */
    public String ofField(String field) {
        return fields.get(field);
    }
}
