package vn.motcua.intake.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.motcua.platform.problem.ProblemException;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

class ExportPlacesTest {
    private final Vertx vertx = Vertx.vertx();
    private final AtomicInteger cut = new AtomicInteger();

    @AfterEach
    void close() {
        vertx.close();
    }

    @Test
    void there_are_two_places_and_each_is_left_once() {
        ExportPlaces places = new ExportPlaces(vertx, Duration.ofMinutes(15));
        ExportPlaces.Place first = places.take(cut::incrementAndGet);
        places.take(cut::incrementAndGet);
        assertThatThrownBy(() -> places.take(cut::incrementAndGet)).isInstanceOf(ProblemException.class);
        first.close();
        first.close();
        places.take(cut::incrementAndGet);
        assertThatThrownBy(() -> places.take(cut::incrementAndGet)).isInstanceOf(ProblemException.class);
        assertThat(cut).hasValue(0);
    }

    @Test
    void a_download_whose_time_is_over_is_cut_off_and_its_place_is_free_when_the_writer_is_let_go() {
        ExportPlaces places = new ExportPlaces(vertx, Duration.ofMillis(500));
        ExportPlaces.Place writing = places.take(cut::incrementAndGet);
        assertThat(writing.begin()).isTrue();
        ExportPlaces.Place neverWritten = places.take(cut::incrementAndGet);
        Awaitility.await().untilAtomic(cut, org.hamcrest.Matchers.equalTo(2));
        Awaitility.await().until(() -> !neverWritten.begin());
        places.take(cut::incrementAndGet);
        assertThatThrownBy(() -> places.take(cut::incrementAndGet)).isInstanceOf(ProblemException.class);
        writing.close();
        places.take(cut::incrementAndGet);
    }
}
