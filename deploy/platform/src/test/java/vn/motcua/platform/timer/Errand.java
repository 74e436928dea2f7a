package vn.motcua.platform.timer;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;

/** Waits for somebody remote, until it is let go. */
@ApplicationScoped
class Errand implements TimerTask {
    private final List<String> begun = new CopyOnWriteArrayList<>();
    private final List<Boolean> inTransaction = new CopyOnWriteArrayList<>();
    private final Semaphore answer = new Semaphore(0);

    List<String> begun() {
        return begun;
    }

    List<Boolean> inTransaction() {
        return inTransaction;
    }

    void answered() {
        answer.release();
    }

    @Override
    public String task() {
        return "errand";
    }

    @Override
    public boolean remote() {
        return true;
    }

    @Override
    public void fire(String instance) {
        begun.add(instance);
        inTransaction.add(QuarkusTransaction.isActive());
        answer.acquireUninterruptibly();
    }
}
