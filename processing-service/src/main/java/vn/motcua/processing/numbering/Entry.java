package vn.motcua.processing.numbering;

/**
 * What a number is given for.
 *
 * @param symbol of a {@link RegisterKind#RESULT}; the registers of certification have their own
 * @param subject the kind of document; never a person's name
 * @param pages of the original; 0 where nobody counted
 */
public record Entry(RegisterKind kind, String symbol, String subject, int pages, int copies) {
    String writtenSymbol() {
        return kind.certifies() ? kind.symbol() : symbol;
    }
}
