package vn.motcua.notification.feedback;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.motcua.notification.person.ContactSeal;
import vn.motcua.platform.clock.LegalTime;
import vn.motcua.platform.sql.Sql;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;

/**
 * How often a contact, or a unit, came up today, by a keyed digest that is gone with the day: anybody may type anybody's number, and it must not ring
 * for it without end. Methods join the caller's transaction.
 */
@ApplicationScoped
class ContactLoad {
    @Inject
    AgroalDataSource source;

    @Inject
    ContactSeal seal;

    @Inject
    Clock clock;

    /** What is counted. */
    enum What {
        /** It was acknowledged to a contact that nobody of the house has confirmed. */
        ACKNOWLEDGED,
        /** An e-mail of this sender was taken. */
        MAILED,
        /** Something that nobody has screened was acknowledged by short message, which a unit pays; counted by the unit. */
        UNIT_SMS
    }

    /** Counts one more. @return whether it is among the first {@code most} of the legal day */
    boolean within(What what, String whose, int most) {
        LocalDate today = LegalTime.date(clock.instant());
        Sql.update(source, "delete from contact_load where day < ?", today);
        int times = Sql.query(
                        source,
                        "insert into contact_load (what, blind, day, times) values (?,?,?,1) on conflict (what, day, blind)"
                                + " do update set times = contact_load.times + 1 returning times",
                        row -> row.getInt(1),
                        what.name(),
                        seal.blind(whose.toLowerCase(Locale.ROOT)),
                        today)
                .get(0);
        return times <= most;
    }
}
