package vn.motcua.intake.tracking;

/**
 * A fresh PIN.
 *
 * @param plain six digits, shown to the person once and never stored
 * @param hash what is stored
 */
public record Pin(String plain, String hash) {
    @Override
    public String toString() {
        return "Pin[…]";
    }
}
