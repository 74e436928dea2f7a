package vn.motcua.catalog;

import vn.motcua.platform.problem.ProblemType;

import java.util.Locale;

/** What the catalogue refuses beyond the generic problems. */
public enum CatalogProblem implements ProblemType {
    PROCEDURE_NOT_FOUND(404),
    UNIT_NOT_FOUND(404),
    FIELD_NOT_FOUND(404),
    CALENDAR_NOT_FOUND(404),
    PACKAGE_UNREADABLE(422);

    private final int status;

    CatalogProblem(int status) {
        this.status = status;
    }

    @Override
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public int status() {
        return status;
    }
}
