package vn.motcua.catalog.procedure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.motcua.catalog.CatalogConfig;

/** The stable address of a procedure's current version for people (domain rule: a QR code leads to a page, not to a file). */
@ApplicationScoped
public class PublicAddress {
    @Inject
    CatalogConfig config;

    /** {@code <public url>/thu-tuc/<code>}. */
    public String of(String code) {
        return config.publicUrl() + "/thu-tuc/" + code;
    }
}
