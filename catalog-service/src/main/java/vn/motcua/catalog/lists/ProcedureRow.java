package vn.motcua.catalog.lists;

import vn.motcua.catalog.procedure.LimitUnit;

import java.util.List;

/** A row of {@code procedures.csv}. A limit stands here only with its unit; a fee only where one nationwide amount is published. */
record ProcedureRow(
        int row,
        String code,
        String name,
        String field,
        String level,
        Integer limit,
        LimitUnit limitUnit,
        Long feeVnd,
        String serviceLevel,
        String authority,
        List<String> legalBasis,
        String source) {}
