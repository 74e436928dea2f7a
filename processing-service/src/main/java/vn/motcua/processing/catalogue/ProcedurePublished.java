package vn.motcua.processing.catalogue;

import java.util.List;

/** What processing reads of {@code catalog.procedures}. */
record ProcedurePublished(
        String code, int version, Text name, String department, boolean singleHand, List<Component> components) {

    record Text(String vi, String en) {}

    record Component(String id) {}
}
