package vn.motcua.catalog.procedure;

import com.fasterxml.jackson.annotation.JsonIgnore;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A row of a search.
 *
 * @param score how well it fits, null where nothing was asked for; part of the page's key only
 */
public record ProcedureSummary(
        String code,
        int version,
        Name name,
        String field,
        String department,
        LocalDate effectiveFrom,
        @JsonIgnore BigDecimal score) {}
