package vn.motcua.catalog;

import vn.motcua.platform.problem.ProblemType;

import java.util.Locale;

/** What the catalogue refuses beyond the generic problems. */
public enum CatalogProblem implements ProblemType {
    PROCEDURE_NOT_FOUND(404),
    UNIT_NOT_FOUND(404),
    FIELD_NOT_FOUND(404),
    CALENDAR_NOT_FOUND(404),
    IMPORT_NOT_FOUND(404),
    PACKAGE_UNREADABLE(422),
    VERSION_NOT_FOUND(404),
    DRAFT_NOT_FOUND(404),
    CODE_TAKEN(409),
    DRAFT_EXISTS(409),
    ACTION_NOT_ALLOWED(409),
    SECOND_PERSON_NEEDED(409),
    LAST_DAY_REFUSED(409),
    END_NOT_OPEN(409),
    IMPORT_STALE(409),
    CHECKS_FAILED(422);

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
