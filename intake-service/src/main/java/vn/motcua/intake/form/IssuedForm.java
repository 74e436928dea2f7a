package vn.motcua.intake.form;

import java.time.Instant;
import java.util.UUID;

/**
 * An issued form, which never changes again.
 *
 * @param number as 07/PBS-TTPVHCC: per unit, kind and calendar year
 * @param templateVersion the wording it was made with
 * @param sha256 of the rendered page, lower-case hexadecimal
 */
public record IssuedForm(
        UUID id,
        UUID dossierId,
        FormKind kind,
        String number,
        String templateVersion,
        String sha256,
        String signerName,
        String signerTitle,
        Instant issuedAt) {}
