package vn.motcua.processing.numbering;

/**
 * The registers a unit keeps: one of its own documents, and the four of certification (Decree 23/2015/NĐ-CP Art.13, Circular
 * 01/2020/TT-BTP). Each begins with 01 on 1 January.
 */
public enum RegisterKind {
    RESULT(null),
    COPY("SCT/BS"),
    SIGNATURE("SCT/CK,ĐC"),
    TRANSLATOR("SCT/CKND"),
    CONTRACT("SCT/HĐ,GD");

    private final String symbol;

    RegisterKind(String symbol) {
        this.symbol = symbol;
    }

    /** The register's own symbol; null where each document has the symbol of its type. */
    public String symbol() {
        return symbol;
    }

    public boolean certifies() {
        return symbol != null;
    }
}
