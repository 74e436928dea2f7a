package vn.motcua.intake.act;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import vn.motcua.intake.catalogue.Channel;
import vn.motcua.intake.dossier.Original;
import vn.motcua.intake.people.PersonInput;

import java.util.List;

/**
 * What a dossier is opened with.
 *
 * @param caseName the case of the published list of papers; null for all papers
 * @param submitter null where the owner comes in person
 * @param helper who types and decides nothing, or null
 * @param contact whom to tell, or null
 * @param quantities what per-page and per-copy fees count; null where nothing is counted
 */
public record OpenRequest(
        @NotNull @Pattern(regexp = "[0-9]\\.[0-9]{6}(\\.[A-Z][0-9]{2})?") String procedureCode,
        @Size(max = 200) String caseName,
        @NotNull Channel channel,
        @NotNull @Pattern(regexp = UNIT) String receivingUnit,
        @NotNull @Pattern(regexp = UNIT) String competentUnit,
        @NotNull @Pattern(regexp = UNIT) String returningUnit,
        @NotNull @Valid PersonInput owner,
        @Valid PersonInput submitter,
        @Valid PersonInput helper,
        @Valid PersonInput contact,
        @Valid Quantities quantities,
        @NotNull ReturnMode returnMode,
        @NotNull Language language) {
    static final String UNIT = "[0-9]{2}-[0-9]{5}-[0-9]{8}";

    /**
     * Pages of one original and copies of it; or several originals in one dossier, then pages and copies are 0.
     *
     * @param originals null or empty for one original without a name
     */
    public record Quantities(
            @Min(0) @Max(100_000) int pages,
            @Min(0) @Max(100_000) int copies,
            @Size(max = Original.MAX) List<@NotNull @Valid Item> originals) {
        /** Of one original. */
        public Quantities(int pages, int copies) {
            this(pages, copies, null);
        }

        List<Original> named() {
            return originals == null
                    ? List.of()
                    : originals.stream()
                            .map(each -> Original.asked(
                                    each.number() == null ? 0 : each.number(),
                                    each.kind().strip(),
                                    each.pages(),
                                    each.copies()))
                            .toList();
        }
    }

    /**
     * One original to be copied.
     *
     * @param number of an original that is counted already, where it is corrected: it keeps its scan; null for a new one
     * @param kind what paper it is, in words
     */
    public record Item(
            @Min(1) @Max(Original.MAX) Integer number,
            @NotBlank @Size(max = 200) String kind,
            @Min(1) @Max(Original.MOST_PAGES) int pages,
            @Min(1) @Max(Original.MOST_COPIES) int copies) {}

    /** How the result reaches the person. */
    public enum ReturnMode {
        COUNTER,
        ELECTRONIC,
        POST
    }

    /** The language the person is written to in. */
    public enum Language {
        vi,
        en
    }
}
