package vn.motcua.catalog.page;

import jakarta.enterprise.context.ApplicationScoped;
import vn.motcua.catalog.lists.DepartmentList;

import java.util.Map;

/** Names of a commune's departments, as data. */
@ApplicationScoped
class Departments {
    private final Map<String, DepartmentList.Department> byId = DepartmentList.shipped();

    /** The department's name in a language; null for an unknown one. */
    String name(String id, String lang) {
        DepartmentList.Department department = byId.get(id);
        return department == null ? null : lang.equals("vi") ? department.vi() : department.en();
    }
}
