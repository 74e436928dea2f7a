package vn.motcua.processing.document;

/**
 * What stands around the words of a result. All texts are in Vietnamese, the official language.
 *
 * @param number empty on a draft
 * @param date in words, {@code ngày 26 tháng 11 năm 2026}
 * @param replaces number of the result it corrects; null for the first
 * @param qr code that leads to its verification, as SVG; null on a draft
 * @param address where it can be checked
 */
public record Sheet(
        String title,
        String procedure,
        String code,
        String unit,
        String place,
        String number,
        String date,
        String replaces,
        String signer,
        String signerTitle,
        String qr,
        String address) {}
