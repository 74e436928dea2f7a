package vn.motcua.notification.delivery;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.motcua.notification.Forgetting;
import vn.motcua.platform.sql.Sql;

import java.time.Instant;

/**
 * Forgets the token of a message as soon as none of its ways can say it any more: all are settled, or too late. A way that the provider
 * has may still fail and hand on to the next, and one in doubt may be found untaken.
 */
@ApplicationScoped
class ForgetTokens extends Forgetting {
    private static final String FORGET =
            """
            update message set token = null where id in (select m.id from message m where m.token is not null
                and not exists (select from delivery d where d.message_id = m.id and d.expires_at > ?
                    and d.state in ('WAITING', 'SENDING', 'UNKNOWN', 'HANDED_OVER')) limit ?)
            """;

    @Inject
    AgroalDataSource source;

    @Override
    public String task() {
        return "tokens-forgotten";
    }

    @Override
    protected int forget(Instant now, int most) {
        return Sql.update(source, FORGET, now, most);
    }
}
