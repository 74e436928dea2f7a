package vn.motcua.catalog.procedure;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

import java.time.LocalDate;

/**
 * A version as the API shows it: what is published, where it stands today, and the address of its page for people.
 *
 * @param state on the present legal day, whatever day was asked for
 */
public record ProcedureView(@JsonUnwrapped ProcedurePublished published, VersionState state, String page) {

    public static ProcedureView of(ProcedureVersion version, LocalDate today, String page) {
        return new ProcedureView(ProcedurePublished.of(version), VersionState.of(version, today), page);
    }
}
