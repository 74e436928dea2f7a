package vn.motcua.notification.delivery;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.motcua.platform.sql.Sql;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/** How far the messages about a feedback came, for its officers: nothing of what they say, for the code stands in it. */
@ApplicationScoped
public class ToldWays {
    private static final int MOST = 20;

    private final AgroalDataSource source;

    @Inject
    ToldWays(AgroalDataSource source) {
        this.source = source;
    }

    /**
     * One message on its way.
     *
     * @param reason a code of what came between, null where nothing did
     */
    public record Told(String template, ChannelKind channel, DeliveryState state, String reason, Instant openedAt) {}

    /** The newest first, at most 20. */
    public List<Told> of(UUID feedback) {
        return Sql.query(
                source,
                "select m.template, d.channel, d.state, d.reason, d.opened_at from delivery d join message m on m.id = d.message_id"
                        + " where d.feedback_id = ? order by d.opened_at desc, d.id desc limit ?",
                row -> new Told(
                        row.getString(1),
                        ChannelKind.valueOf(row.getString(2)),
                        DeliveryState.valueOf(row.getString(3)),
                        row.getString(4),
                        row.getObject(5, OffsetDateTime.class).toInstant()),
                feedback,
                MOST);
    }
}
