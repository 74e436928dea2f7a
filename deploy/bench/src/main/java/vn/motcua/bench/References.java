package vn.motcua.bench;

/** References of copies: scattered like those drawn by chance, and never the same twice, which a million drawn in the form of a few captured ones would not be. */
final class References {
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 10;
    private static final int BITS = 5;
    private static final long ALL = (1L << BITS * LENGTH) - 1;
    /** Odd, so that multiplying by it is a permutation of all references. */
    private static final long SCATTER = 0x9E3779B97F4A7C15L;

    private References() {}

    /** @param number of the copy, from 0 to 32^10 - 1 */
    static String of(long number) {
        long scattered = number * SCATTER & ALL;
        StringBuilder reference = new StringBuilder(LENGTH);
        for (int i = LENGTH - 1; i >= 0; i--) {
            reference.append(ALPHABET.charAt((int) (scattered >>> BITS * i & 31)));
        }
        return reference.toString();
    }
}
