package vn.motcua.intake.code;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.LocalDate;

/** Gives dossier codes: one row per agency and legal date counts up. */
@ApplicationScoped
public class DossierCodes {
    private static final String NEXT =
            """
            insert into dossier_code_counter (agency_code, legal_date, last_number) values (?, ?, 1)
            on conflict (agency_code, legal_date) do update set last_number = dossier_code_counter.last_number + 1
            returning last_number
            """;

    private final RunningNumbers numbers;

    DossierCodes(RunningNumbers numbers) {
        this.numbers = numbers;
    }

    /**
     * The next code of an agency on a day. Given for good: an act that fails afterwards leaves a gap, never a double.
     *
     * @param agencyCode of the competent unit on that date
     * @param legalDate of receipt, Asia/Ho_Chi_Minh
     * @throws IllegalArgumentException if the agency code cannot make a valid dossier code
     */
    public String next(String agencyCode, LocalDate legalDate) {
        DossierCode.write(agencyCode, legalDate, 1);
        return DossierCode.write(agencyCode, legalDate, numbers.next(NEXT, agencyCode, legalDate));
    }
}
