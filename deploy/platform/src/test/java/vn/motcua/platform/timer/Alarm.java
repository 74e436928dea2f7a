package vn.motcua.platform.timer;

import jakarta.enterprise.context.ApplicationScoped;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

@ApplicationScoped
class Alarm implements TimerTask {
    final List<String> fired = new CopyOnWriteArrayList<>();

    List<String> fired() {
        return fired;
    }

    @Override
    public String task() {
        return "alarm";
    }

    @Override
    public void fire(String instance) {
        fired.add(instance);
    }
}
