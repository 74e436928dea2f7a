package vn.motcua.processing.queue;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.motcua.platform.outbox.Outbox;
import vn.motcua.platform.sql.Sql;

import java.util.List;

/** Tells the systems of onboarded departments what happens in their queues. */
@ApplicationScoped
public class DepartmentTopics {
    private static final String TYPE = "vn.motcua.queue.changed.v1";

    @Inject
    AgroalDataSource source;

    @Inject
    Outbox outbox;

    /** The topic of one department of one unit. */
    static String topic(String unit, String department) {
        return "queue." + unit + "." + department;
    }

    /** Appends to the department's topic if it is onboarded. The caller's change of the case is flushed already. */
    public void tell(String unit, String department, QueueChanged changed) {
        if (onboarded(unit, department)) {
            append(unit, department, changed);
        }
    }

    void append(String unit, String department, QueueChanged changed) {
        outbox.append(topic(unit, department), changed.caseId().toString(), TYPE, changed);
    }

    /** The onboarded departments, each as {@code <unit>/<department>}. */
    List<String> all() {
        return Sql.query(
                source,
                "select unit, department from onboarding order by unit, department",
                row -> row.getString(1) + "/" + row.getString(2));
    }

    /** @return whether it was onboarded until now */
    boolean forget(String unit, String department) {
        return Sql.update(source, "delete from onboarding where unit = ? and department = ?", unit, department) > 0;
    }

    /** Whether the department's topic exists and was filled. */
    boolean onboarded(String unit, String department) {
        return !Sql.query(
                        source,
                        "select 1 from onboarding where unit = ? and department = ?",
                        row -> row.getInt(1),
                        unit,
                        department)
                .isEmpty();
    }
}
