package vn.motcua.catalog.procedure;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A paper of the dossier.
 *
 * @param id {@code <procedure code>-NN} by its order in the version
 * @param caseName the portal's heading, sometimes a variant; null: in every case
 * @param certified certified copies, beside originals and plain copies; null: none is asked for
 * @param templateFile the form to be filled, an address or a file of the catalogue; null: none is known
 * @param replacedBy the data that replace the paper (Resolution 66.7/2025/NQ-CP); null: none established
 */
public record Component(
        String id,
        String name,
        String caseName,
        int originals,
        int copies,
        @JsonInclude(JsonInclude.Include.NON_NULL) Integer certified,
        @JsonInclude(JsonInclude.Include.NON_NULL) String templateFile,
        @JsonInclude(JsonInclude.Include.NON_NULL) String replacedBy) {

    /** A paper as the national lists know it. */
    public Component(String id, String name, String caseName, int originals, int copies) {
        this(id, name, caseName, originals, copies, null, null, null);
    }

    /** How many pieces of paper are asked for, of whatever kind. */
    public int quantity() {
        return originals + copies + certifiedCopies();
    }

    /** Certified copies, 0 where none is asked for. */
    public int certifiedCopies() {
        return certified == null ? 0 : certified;
    }
}
