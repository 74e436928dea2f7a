package vn.motcua.intake.code;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;

import javax.sql.DataSource;

/** Gives dossier codes: one row per agency and legal date counts up, locked until the caller's transaction ends. */
@ApplicationScoped
public class DossierCodes {
    private static final String NEXT =
            """
            insert into dossier_code_counter (agency_code, legal_date, last_number) values (?, ?, 1)
            on conflict (agency_code, legal_date) do update set last_number = dossier_code_counter.last_number + 1
            returning last_number
            """;

    private final DataSource database;

    DossierCodes(DataSource database) {
        this.database = database;
    }

    /**
     * The next code of an agency on a day. A roll-back gives the number back, so that the day has neither gaps nor doubles; receipts of
     * one agency on one day therefore queue up from here to their commit: call it late in the transaction.
     *
     * @param agencyCode of the competent unit on that date
     * @param legalDate of receipt, Asia/Ho_Chi_Minh
     * @throws IllegalArgumentException if the agency code cannot make a valid dossier code
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public String next(String agencyCode, LocalDate legalDate) {
        DossierCode.write(agencyCode, legalDate, 1);
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(NEXT)) {
            statement.setString(1, agencyCode);
            statement.setObject(2, legalDate);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return DossierCode.write(agencyCode, legalDate, row.getLong(1));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("no dossier code", e);
        }
    }
}
