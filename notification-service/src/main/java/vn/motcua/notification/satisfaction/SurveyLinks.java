package vn.motcua.notification.satisfaction;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.motcua.notification.NotificationConfig;
import vn.motcua.platform.sql.Sql;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/**
 * The link that leads from a message out of the house to the question how it was (deploy/adr/0049). It opens the form and nothing of the
 * dossier, once, whichever way the answer comes; only its hash is kept, and that goes with the answer.
 */
@ApplicationScoped
public class SurveyLinks {
    private static final String NOT_ANSWERED =
            """
            select r.id from dossier_return r where r.dossier_id = ?
                and not exists (select from survey_given g where g.return_id = r.id)
            """;

    /**
     * The two parts of a link, of which the second is kept nowhere in clear.
     *
     * @param address up to the token
     */
    public record Question(String address, String token) {
        /** Nothing of it belongs into a log. */
        @Override
        public String toString() {
            return "Question";
        }
    }

    private final AgroalDataSource source;
    private final SurveyTokens tokens;
    private final Clock clock;
    private final String publicUrl;

    @Inject
    SurveyLinks(AgroalDataSource source, SurveyTokens tokens, Clock clock, NotificationConfig config) {
        this.source = source;
        this.tokens = tokens;
        this.clock = clock;
        this.publicUrl = config.publicUrl().replaceAll("/+$", "");
    }

    /** A link for the return of a dossier, made in the caller's transaction; empty where there is none, or it was answered. */
    public Optional<Question> of(UUID dossier) {
        return Sql.query(source, NOT_ANSWERED, row -> row.getObject(1, UUID.class), dossier).stream()
                .findFirst()
                .map(each -> new Question(publicUrl + "/danh-gia/", tokens.forMessage(each, clock.instant())));
    }
}
