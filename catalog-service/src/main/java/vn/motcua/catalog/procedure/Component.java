package vn.motcua.catalog.procedure;

/**
 * A paper of the dossier.
 *
 * @param id {@code <procedure code>-NN} by its order in the version
 * @param caseName the portal's heading, sometimes a variant; null: in every case
 */
public record Component(String id, String name, String caseName, int originals, int copies) {}
