package vn.motcua.catalog;

import io.smallrye.config.ConfigMapping;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;

/** Settings of the catalogue. */
@ConfigMapping(prefix = "catalog")
public interface CatalogConfig {
    /** Where people reach the suite, without a slash at the end; QR codes lead there. */
    @Pattern(regexp = "https?://[^/]+(/.*[^/])?")
    String publicUrl();

    Import imports();

    Links links();

    /** Links that procedures name. */
    interface Links {
        /** Whether public servers are asked once a day if what is linked is still there. */
        boolean look();
    }

    /** Limits of an import. */
    interface Import {
        /** Largest package accepted, in bytes, zipped; unzipped ten times as much. */
        @Min(1_024)
        @Max(31_457_280)
        int maxBytes();
    }
}
