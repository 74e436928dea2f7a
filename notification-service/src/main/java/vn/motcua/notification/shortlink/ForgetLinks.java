package vn.motcua.notification.shortlink;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.motcua.notification.Forgetting;
import vn.motcua.platform.sql.Sql;

import java.time.Instant;

/** Removes short links that have expired: they open nothing any more, and an unknown link is answered alike. */
@ApplicationScoped
class ForgetLinks extends Forgetting {
    @Inject
    AgroalDataSource source;

    @Override
    public String task() {
        return "links-forgotten";
    }

    @Override
    protected int forget(Instant now, int most) {
        return Sql.update(
                source,
                "delete from short_link where token in (select token from short_link where expires_at <= ?"
                        + " order by expires_at limit ?)",
                now,
                most);
    }
}
