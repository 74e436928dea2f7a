package vn.motcua.catalog.procedure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.motcua.catalog.CatalogConfig;

/** The stable addresses that QR codes lead to: pages of what is in force, never a file (domain rule). */
@ApplicationScoped
public class PublicAddress {
    @Inject
    CatalogConfig config;

    /** {@code <public url>/thu-tuc/<code>}. */
    public String of(String code) {
        return config.publicUrl() + "/thu-tuc/" + code;
    }

    /** {@code <public url>/don-vi/<id>}. */
    public String ofUnit(String id) {
        return config.publicUrl() + "/don-vi/" + id;
    }

    /** {@code <public url>/linh-vuc/<id of the field>}. */
    public String ofField(String id) {
        return config.publicUrl() + "/linh-vuc/" + id;
    }

    /** Where the suite is reached, without a slash at the end. */
    public String root() {
        return config.publicUrl();
    }
}
