package vn.motcua.catalog.procedure;

import com.fasterxml.jackson.annotation.JsonInclude;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * Body of {@code vn.motcua.catalog.procedure.v1} on {@code catalog.procedures}: one version with all it says.
 *
 * @param announcement absent where no decision is established
 * @param ending present on the last version of a procedure that ended or has its last day set
 */
public record ProcedurePublished(
        String code,
        int version,
        LocalDate effectiveFrom,
        LocalDate effectiveTo,
        Name name,
        String field,
        String level,
        String department,
        boolean singleHand,
        boolean sameDay,
        List<Channel> channels,
        List<Limit> limits,
        List<Limit> otherLimits,
        List<Fee> fees,
        List<OpenFee> openFees,
        List<Component> components,
        List<Result> results,
        Integer lapseAfterWorkingDays,
        String lapseGround,
        String serviceLevel,
        String authority,
        List<String> legalBasis,
        String source,
        Instant publishedAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) Further further,
        @JsonInclude(JsonInclude.Include.NON_NULL) Announcement announcement,
        @JsonInclude(JsonInclude.Include.NON_NULL) Ending ending) {
    public static final String TOPIC = "catalog.procedures";
    public static final String TYPE = "vn.motcua.catalog.procedure.v1";

    public static ProcedurePublished of(ProcedureVersion published) {
        Procedure p = published.content();
        return new ProcedurePublished(
                p.code(),
                published.version(),
                published.effectiveFrom(),
                published.effectiveTo(),
                p.name(),
                p.field(),
                p.level(),
                p.department(),
                p.singleHand(),
                p.sameDay(),
                p.channels(),
                p.limits(),
                p.otherLimits(),
                p.fees(),
                p.openFees(),
                p.components(),
                p.results(),
                p.lapseAfterWorkingDays(),
                p.lapseGround(),
                p.serviceLevel(),
                p.authority(),
                p.legalBasis(),
                p.source(),
                published.publishedAt(),
                p.further(),
                published.announcement(),
                published.ending());
    }
}
