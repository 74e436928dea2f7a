package vn.motcua.catalog.procedure;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/** A version as the API shows it: what is published, and the address of its page for people. */
public record ProcedureView(@JsonUnwrapped ProcedurePublished published, String page) {

    static ProcedureView of(ProcedureVersion version, String page) {
        return new ProcedureView(ProcedurePublished.of(version), page);
    }
}
