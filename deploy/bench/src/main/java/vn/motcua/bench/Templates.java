package vn.motcua.bench;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Makes the templates: real dossiers, each taken through the API as far as its name says. */
final class Templates {
    private static final int DAY = 86_400;
    private static final int YEARS = 3 * 365 * DAY;

    private final Target target;
    private final Client client;
    private final List<Template> made = new ArrayList<>();
    private Lifecycle returned;

    /** How far a dossier is taken. */
    private interface Way {
        void go(Lifecycle lifecycle) throws InterruptedException;
    }

    Templates(Target target, Client client) {
        this.target = target;
        this.client = client;
    }

    /** Weights add up to a hundred: most dossiers of an office are long returned. */
    List<Template> make() throws SQLException, InterruptedException {
        Lifecycle.run(client);
        returned = add("returned", 84, YEARS, lifecycle -> {
            lifecycle.intake();
            lifecycle.examine();
            lifecycle.decide();
            lifecycle.handOver();
            lifecycle.track();
        });
        add("decided, waiting to be collected", 4, 20 * DAY, lifecycle -> {
            lifecycle.intake();
            lifecycle.examine();
            lifecycle.decide();
        });
        add("in a department's queue", 5, 4 * DAY, Lifecycle::intake);
        add("claimed", 3, 4 * DAY, lifecycle -> {
            lifecycle.intake();
            lifecycle.claim();
        });
        add("proposed", 2, 4 * DAY, lifecycle -> {
            lifecycle.intake();
            lifecycle.examine();
        });
        add("being prepared", 2, 10 * DAY, lifecycle -> {
            lifecycle.open();
            lifecycle.present();
        });
        return made;
    }

    /** One that is handed on and waits in its department, its time running. */
    Template open(String procedure) throws SQLException, InterruptedException {
        Lifecycle.run(client); // the day's counters stand already, and are not part of what is copied
        add(new Lifecycle(client, procedure), "in a department's queue", 1, 4 * DAY, Lifecycle::intake);
        return made.get(0);
    }

    /** The PIN of every copy of this one; its hash does not depend on the dossier. */
    Lifecycle returned() {
        return returned;
    }

    private Lifecycle add(String name, int weight, int oldest, Way way) throws SQLException, InterruptedException {
        return add(new Lifecycle(client), name, weight, oldest, way);
    }

    private Lifecycle add(Lifecycle lifecycle, String name, int weight, int oldest, Way way)
            throws SQLException, InterruptedException {
        Map<String, Tables> tables = LifecycleRun.tables(target);
        try (Capture capture = new Capture(target)) {
            way.go(lifecycle);
            TimeUnit.SECONDS.sleep(3);
            List<Capture.Transaction> own = RawLifecycle.of(lifecycle.id(), capture.transactions());
            made.add(new Template(name, weight, oldest, lifecycle.reference(), lifecycle.code(), own, tables));
        }
        return lifecycle;
    }
}
