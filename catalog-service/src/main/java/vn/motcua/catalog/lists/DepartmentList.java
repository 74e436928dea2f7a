package vn.motcua.catalog.lists;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The shipped list of a commune's departments. */
public final class DepartmentList {
    private DepartmentList() {}

    /** A department with its names. */
    public record Department(String id, String vi, String en) {}

    /** Departments by id, in the list's order. */
    public static Map<String, Department> shipped() {
        Map<String, Department> found = new LinkedHashMap<>();
        List<RowError> errors = new ArrayList<>();
        Set<String> columns = Set.of("id", "name_vi", "name_en");
        for (Row row : CsvList.read(ListSource.shipped(), "departments.csv", columns, null, errors)) {
            found.put(
                    row.required("id"),
                    new Department(row.text("id"), row.required("name_vi"), row.required("name_en")));
        }
        return found;
    }
}
