package vn.motcua.intake.catalogue;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.awaitility.Awaitility;
import vn.motcua.devstack.TestEvents;
import vn.motcua.platform.replica.Replicas;

import java.time.Duration;

/** Publishes the catalogue's contract examples once and waits until the service is ready; for every test that calls the API. */
@Singleton
public class SampleCatalogue {
    public static final String MUONG_SAI = "14-03712-20250701";
    public static final String QUYNH_NHAI = "14-03703-20250701";
    public static final String CERTIFIED_COPY = "2.000815";
    public static final String BIRTH = "1.001193";

    @Inject
    Replicas replicas;

    private boolean published;

    /** Returns when the replicas hold the examples and the API is open. */
    public synchronized void loaded() {
        if (!published) {
            for (String topic : new String[] {"catalog.procedures", "catalog.units", "catalog.calendars"}) {
                ContractExamples.of(topic)
                        .forEach(e -> TestEvents.publish(
                                topic, e.key(), e.type(), e.id(), e.data().toString()));
            }
            published = true;
        }
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(replicas::allLoaded);
    }
}
