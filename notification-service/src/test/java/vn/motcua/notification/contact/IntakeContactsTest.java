package vn.motcua.notification.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.motcua.notification.delivery.Address;
import vn.motcua.notification.delivery.Contacts;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

class IntakeContactsTest {
    private final FakeIntake intake = new FakeIntake();

    @AfterEach
    void end() {
        intake.close();
    }

    @Test
    void the_newest_contact_is_asked_for_each_time() {
        IntakeContacts contacts = new IntakeContacts(intake.http("token"));
        intake.contact("{\"phone\":\"0912345678\",\"email\":null,\"later\":1}");
        assertThat(contacts.of(UUID.randomUUID())).isEqualTo(new Address("0912345678", null));

        intake.contact("{\"phone\":null,\"email\":\"vui@example.vn\"}");
        assertThat(contacts.of(UUID.randomUUID())).isEqualTo(new Address(null, "vui@example.vn"));
        assertThat(intake.asked()).hasSize(2);
    }

    @Test
    void a_dossier_intake_does_not_know_has_no_contact() {
        assertThat(new IntakeContacts(intake.http("token")).of(UUID.randomUUID()))
                .isEqualTo(Address.NONE);
    }

    @Test
    void an_answer_that_does_not_end_is_not_waited_for() {
        intake.contact("{\"phone\":\"0912345678\"}");
        intake.stuck();
        IntakeContacts contacts = new IntakeContacts(intake.http(Duration.ofMillis(300)));
        assertTimeoutPreemptively(Duration.ofSeconds(4), () -> assertThatThrownBy(() -> contacts.of(UUID.randomUUID()))
                .isInstanceOf(Contacts.Unavailable.class));
    }

    @Test
    void no_answer_is_not_the_answer_that_there_is_none() {
        IntakeContacts refused = new IntakeContacts(intake.http("another"));
        assertThatThrownBy(() -> refused.of(UUID.randomUUID())).isInstanceOf(Contacts.Unavailable.class);
        intake.down();
        IntakeContacts down = new IntakeContacts(intake.http("token"));
        assertThatThrownBy(() -> down.of(UUID.randomUUID())).isInstanceOf(Contacts.Unavailable.class);
        IntakeContacts nowhere = new IntakeContacts(new IntakeHttp(Optional.empty(), () -> "token"));
        assertThatThrownBy(() -> nowhere.of(UUID.randomUUID())).isInstanceOf(Contacts.Unavailable.class);
    }
}
