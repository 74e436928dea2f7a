package vn.motcua.catalog.search;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import vn.motcua.catalog.procedure.Name;

import java.time.LocalDate;
import java.util.List;

/**
 * A row of a search.
 *
 * @param unofficialNameEn a translation that no authority issued; absent where there is none
 * @param marks parts of the Vietnamese name that were asked for, in their order
 * @param score how well it fits, null where nothing was asked for; part of the page's key only
 */
public record ProcedureSummary(
        String code,
        int version,
        Name name,
        @JsonInclude(JsonInclude.Include.NON_NULL) String unofficialNameEn,
        String field,
        String department,
        LocalDate effectiveFrom,
        OnlineLevel online,
        List<Mark> marks,
        @JsonIgnore Integer score) {

    /** A part of a text, in UTF-16 units as most languages count: from the first character up to before the end. */
    public record Mark(int start, int end) {}
}
