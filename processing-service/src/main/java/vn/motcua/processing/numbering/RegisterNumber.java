package vn.motcua.processing.numbering;

/**
 * A number of a register. Written with a leading zero below ten (Decree 30/2020/NĐ-CP): {@code 05/GXN-UBND}; a certification names its
 * book, which in an electronic register is the year: {@code 05, quyển số 01/2026-SCT/BS}.
 *
 * @param year the calendar year by legal time
 */
public record RegisterNumber(RegisterKind kind, int year, int number, String symbol) {
    public String text() {
        String digits = number < 10 ? "0" + number : Integer.toString(number);
        return kind.certifies() ? digits + ", quyển số 01/" + year + "-" + symbol : digits + "/" + symbol;
    }
}
