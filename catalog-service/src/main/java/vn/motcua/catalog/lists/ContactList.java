package vn.motcua.catalog.lists;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The shipped list of where centres are found and whom to call. Most are not established: then there is no row. */
public final class ContactList {
    private ContactList() {}

    /** Address and telephone number of a centre; null where not established. */
    public record Contact(String address, String phone) {}

    /** Contacts by unit id. */
    public static Map<String, Contact> shipped() {
        Map<String, Contact> found = new LinkedHashMap<>();
        List<RowError> errors = new ArrayList<>();
        Set<String> columns = Set.of("unit_id", "address", "phone", "source");
        for (Row row : CsvList.read(ListSource.shipped(), "unit_contacts.csv", columns, null, errors)) {
            found.put(row.required("unit_id"), new Contact(row.text("address"), row.text("phone")));
        }
        return found;
    }
}
