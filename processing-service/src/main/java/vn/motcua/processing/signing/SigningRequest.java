package vn.motcua.processing.signing;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import vn.motcua.processing.numbering.RegisterKind;

import java.util.List;

/**
 * What the signer says with the signature.
 *
 * @param declaration that the matter is neither the signer's own nor a relative's (Decree 23/2015/NĐ-CP Art.9(3)); kept with the signature
 * @param type of the document in its symbol, {@code GXN} in {@code 05/GXN-UBND}; null: {@code GXN} where granted, {@code TB} where refused
 * @param items the originals, signatures or acts that are certified, each of which gets its own number; null or empty for other results
 */
record SigningRequest(
        @NotNull Boolean declaration,
        @Pattern(regexp = "[A-ZĐ]{1,6}") String type,
        @Size(max = 50) List<@Valid @NotNull Item> items) {

    /**
     * One kind of original: it has one number, however many copies are made of it (Circular 01/2020/TT-BTP Art.4).
     *
     * @param register one of the four of certification
     * @param subject the kind of paper, without a person's name
     * @param pages of the original
     */
    record Item(
            @NotNull RegisterKind register,
            @NotNull @Size(min = 2, max = 200) String subject,
            @NotNull @Min(1) @Max(5000) Integer pages,
            @NotNull @Min(1) @Max(1000) Integer copies) {}

    boolean certifies() {
        return items != null && !items.isEmpty();
    }
}
