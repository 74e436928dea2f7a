package vn.motcua.intake.register;

import vn.motcua.intake.catalogue.Channel;
import vn.motcua.intake.deadline.Punctuality;
import vn.motcua.intake.dossier.Stage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;

/**
 * One line of the register (form 07).
 *
 * @param stageSince effective instant of the act that brought it into its stage
 * @param owner name, whole or masked by the reader's roles
 * @param department null until the case told it
 * @param supplements how often papers were asked for; more than once counts as late
 */
public record RegisterRow(
        UUID id,
        String reference,
        String code,
        String procedureCode,
        int procedureVersion,
        Channel channel,
        Stage stage,
        String stageLabel,
        int step,
        Instant stageSince,
        String department,
        String receivingUnit,
        String competentUnit,
        String returningUnit,
        Instant openedAt,
        Instant receivedAt,
        Instant due,
        Instant promised,
        Instant pausedSince,
        Instant endedAt,
        Punctuality punctuality,
        long feesOpenVnd,
        int supplements,
        String owner) {

    static RegisterRow of(ResultSet row) throws SQLException {
        Stage stage = Stage.valueOf(row.getString("stage"));
        String punctuality = row.getString("punctuality");
        return new RegisterRow(
                row.getObject("id", UUID.class),
                row.getString("reference"),
                row.getString("code"),
                row.getString("procedure_code"),
                row.getInt("procedure_version"),
                Channel.valueOf(row.getString("channel")),
                stage,
                stage.label(),
                stage.step(row.getTimestamp("transferred_at") != null),
                instant(row, "stage_since"),
                row.getString("department"),
                row.getString("receiving_unit"),
                row.getString("competent_unit"),
                row.getString("returning_unit"),
                instant(row, "opened_at"),
                instant(row, "received_at"),
                instant(row, "due"),
                instant(row, "promised"),
                instant(row, "paused_since"),
                instant(row, "ended_at"),
                punctuality == null ? null : Punctuality.valueOf(punctuality),
                row.getLong("fees_open_vnd"),
                row.getInt("supplements"),
                row.getString("name"));
    }

    RegisterRow withOwner(String name) {
        return new RegisterRow(
                id,
                reference,
                code,
                procedureCode,
                procedureVersion,
                channel,
                stage,
                stageLabel,
                step,
                stageSince,
                department,
                receivingUnit,
                competentUnit,
                returningUnit,
                openedAt,
                receivedAt,
                due,
                promised,
                pausedSince,
                endedAt,
                punctuality,
                feesOpenVnd,
                supplements,
                name);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
