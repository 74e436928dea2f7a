package vn.motcua.processing.casework;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import vn.motcua.platform.precondition.Revision;
import vn.motcua.platform.sql.Sql;
import vn.motcua.processing.officer.Officer;

import java.time.Clock;
import java.util.List;
import java.util.UUID;

/**
 * One item of an act on many cases, in a transaction of its own. What was done under a key is written down with it: asked again under the
 * same key, also after a death in the middle, it is told and not done twice.
 */
@ApplicationScoped
class BulkActs {
    @Inject
    ActOnCase acts;

    @Inject
    AgroalDataSource source;

    @Inject
    Clock clock;

    /** The new revision, and whether it was done under this key before. */
    record Done(long revision, boolean before) {}

    /**
     * @param scope of the key: the caller, and what all items are for
     * @throws vn.motcua.platform.problem.ProblemException as the single act would be refused; nothing is written then
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    Done one(String scope, String key, UUID id, CaseAction action, String ifMatch, Officer officer) {
        String item = scope + " " + id;
        int fresh = Sql.update(
                source,
                "insert into idempotency (scope, key, fingerprint, created_at) values (?,?,?,?) on conflict do nothing",
                item,
                key,
                action.act().name(),
                clock.instant());
        if (fresh == 0) {
            List<Long> revisions = Sql.query(
                    source,
                    "select etag from idempotency where scope = ? and key = ?",
                    row -> Long.parseLong(row.getString(1)),
                    item,
                    key);
            return new Done(revisions.get(0), true);
        }
        long revision = acts.act(id, action, ifMatch, officer).one().revision();
        Sql.update(
                source,
                "update idempotency set status = 200, etag = ? where scope = ? and key = ?",
                Long.toString(revision),
                item,
                key);
        return new Done(revision, false);
    }

    /** As the header takes it. */
    static String etag(Done done) {
        return Revision.etag(done.revision());
    }
}
