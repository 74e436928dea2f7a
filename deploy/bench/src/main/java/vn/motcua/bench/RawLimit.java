package vn.motcua.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/** How many lifecycles a second PostgreSQL takes when nothing but their rows is written, by as many clients. */
final class RawLimit {
    private static final int WARMUP_SECONDS = 4;
    private static final AtomicLong RUNNING_NUMBER = new AtomicLong(1_000_000);

    private final Target target;
    private final RawLifecycle lifecycle;
    private final int clients;
    private final AtomicLong finished = new AtomicLong();
    private final AtomicReference<Exception> failure = new AtomicReference<>();
    private volatile boolean running = true;

    RawLimit(Target target, RawLifecycle lifecycle, int clients) {
        this.target = target;
        this.lifecycle = lifecycle;
        this.clients = clients;
    }

    /** @return lifecycles per second */
    double measure(int seconds) throws Exception {
        lifecycle.prepare(target);
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < clients; i++) {
            long seed = i;
            Thread thread = new Thread(() -> work(seed), "raw-" + i);
            thread.setDaemon(true);
            thread.start();
            threads.add(thread);
        }
        TimeUnit.SECONDS.sleep(WARMUP_SECONDS);
        long before = finished.get();
        long begin = System.nanoTime();
        TimeUnit.SECONDS.sleep(seconds);
        double perSecond = (finished.get() - before) / ((System.nanoTime() - begin) / 1e9);
        running = false;
        for (Thread thread : threads) {
            thread.join();
        }
        lifecycle.remove(target);
        if (failure.get() != null) {
            throw failure.get();
        }
        return perSecond;
    }

    private void work(long seed) {
        SplittableRandom random = new SplittableRandom(seed * 7919 + System.nanoTime());
        Map<String, Connection> connections = new HashMap<>();
        Map<String, PreparedStatement> statements = new HashMap<>();
        try {
            for (String database : Target.DATABASES) {
                Connection connection = target.connect(database);
                connection.setAutoCommit(false);
                connections.put(database, connection);
            }
            while (running) {
                String[] filling = lifecycle.marks().fill(random);
                for (RawLifecycle.Step step : lifecycle.steps()) {
                    Connection connection = connections.get(step.database());
                    for (RawLifecycle.Write write : step.writes()) {
                        write(connection, statements, step.database(), write, filling);
                    }
                    connection.commit();
                }
                finished.incrementAndGet();
            }
        } catch (SQLException e) {
            failure.compareAndSet(null, e);
        } finally {
            connections.values().forEach(RawLimit::close);
        }
    }

    private static void write(
            Connection connection,
            Map<String, PreparedStatement> statements,
            String database,
            RawLifecycle.Write write,
            String[] filling)
            throws SQLException {
        String name = database + write.sql();
        PreparedStatement statement = statements.get(name);
        if (statement == null) {
            statement = connection.prepareStatement(write.sql());
            statements.put(name, statement);
        }
        int position = 1;
        for (Marks.Value value : write.parameters()) {
            String text = value == null ? Long.toString(RUNNING_NUMBER.incrementAndGet()) : value.with(filling);
            statement.setString(position++, text);
        }
        statement.executeUpdate();
    }

    private static void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException gone) {
            // the run is over
        }
    }
}
