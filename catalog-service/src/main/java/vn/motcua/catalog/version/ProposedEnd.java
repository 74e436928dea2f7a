package vn.motcua.catalog.version;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.motcua.catalog.history.Officer;
import vn.motcua.catalog.procedure.Announcement;
import vn.motcua.catalog.procedure.Ending;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * How somebody would end a procedure; nothing of it is public until another one decides.
 *
 * @param reason why, in the officer's words
 */
@Schema(name = "ProposedEnd")
record ProposedEnd(
        LocalDate lastDay,
        Ending.Reason endingReason,
        List<String> successors,
        Announcement decision,
        String reason,
        Officer by,
        Instant at) {}
