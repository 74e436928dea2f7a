package vn.motcua.catalog.lists;

import vn.motcua.catalog.procedure.Component;
import vn.motcua.catalog.procedure.Result;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** The lists of procedures as read, not yet merged: rows by procedure code, and everything that was wrong in them. */
record NationalLists(
        List<ProcedureRow> procedures,
        Map<String, List<MethodRow>> methods,
        Map<String, List<Component>> components,
        Map<String, List<Result>> results,
        Map<String, List<OverlayLimit>> limits,
        Map<String, List<OverlayFee>> fees,
        Map<String, String> departments,
        Set<String> clockHours,
        List<RowError> errors) {}
