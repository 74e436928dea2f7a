package vn.motcua.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** The variables of the README are those that are read. */
class NotificationConfigTest {

    private static NotificationConfig of(Map<String, String> environment) {
        Map<String, String> all = new HashMap<>(environment);
        all.put("NOTIFICATION_PERSON_KEY", "key");
        all.put("NOTIFICATION_DEMO", "true");
        all.put("NOTIFICATION_PUBLIC_URL", "https://motcua.example");
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withMapping(NotificationConfig.class)
                .withSources(new EnvConfigSource(all, 300))
                .build()
                .getConfigMapping(NotificationConfig.class);
    }

    @Test
    void nothing_is_set_up_unless_it_stands_in_the_environment() {
        NotificationConfig config = of(Map.of());

        assertThat(config.sms().first()).isEmpty();
        assertThat(config.sms().second()).isEmpty();
        assertThat(config.mail().from()).isEmpty();
        assertThat(config.webhook().url()).isEmpty();
        assertThat(config.intakeUrl()).isEmpty();
        assertThat(config.sending().expiry()).isEqualTo(Duration.ofHours(48));
        assertThat(config.sending().patience()).isEqualTo(Duration.ofHours(1));
        assertThat(config.sending().receiptWindow()).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void a_mailbox_is_read_from_its_variables() {
        NotificationConfig config = of(Map.of(
                "NOTIFICATION_MAILBOXES_0__UNIT", "14-03712-20250701",
                "NOTIFICATION_MAILBOXES_0__HOST", "imap.example.vn",
                "NOTIFICATION_MAILBOXES_0__USER", "gopy@muongsai.example",
                "NOTIFICATION_MAILBOXES_0__PASSWORD", "secret",
                "NOTIFICATION_MAILBOXES_0__ADDRESS", "gopy@muongsai.gov.vn",
                "NOTIFICATION_MAILBOXES_0__AUTHSERV_ID", "mx.example.vn",
                "NOTIFICATION_MAILBOXES_0__SINCE", "2026-12-01",
                "NOTIFICATION_MAILBOX_PER_HOUR", "10"));

        assertThat(config.mailboxes()).hasValueSatisfying(all -> {
            assertThat(all).hasSize(1);
            assertThat(all.get(0).since()).hasToString("2026-12-01");
            assertThat(all.get(0).tls()).isEmpty();
            assertThat(all.get(0).address()).contains("gopy@muongsai.gov.vn");
            assertThat(all.get(0).authservId()).contains("mx.example.vn");
        });
        assertThat(config.mailboxPerHour()).isEqualTo(10);
        assertThat(of(Map.of()).mailboxes()).isEmpty();
        assertThat(of(Map.of()).mailboxPerHour()).isEqualTo(60);
        assertThat(of(Map.of()).mailboxVerified()).isTrue();
    }

    @Test
    void a_provider_is_read_from_its_variables() {
        NotificationConfig config = of(Map.of(
                "NOTIFICATION_SMS_FIRST_NAME", "viettel",
                "NOTIFICATION_SMS_FIRST_HOST", "smsc.example.vn",
                "NOTIFICATION_SMS_FIRST_PORT", "2775",
                "NOTIFICATION_SMS_FIRST_SYSTEM_ID", "motcua",
                "NOTIFICATION_SMS_FIRST_PASSWORD", "secret",
                "NOTIFICATION_SMS_FIRST_SENDER", "MUONGSAI",
                "NOTIFICATION_SMS_FIRST_SEGMENT_VND", "350",
                "NOTIFICATION_SMS_BUDGETS", "14-03712-20250701=500000,14-03703-20250701=1"));

        assertThat(config.sms().first()).hasValueSatisfying(first -> {
            assertThat(first.name()).isEqualTo("viettel");
            assertThat(first.port()).isEqualTo(2775);
            assertThat(first.segmentVnd()).isEqualTo(350);
            assertThat(first.enquireLink()).isEmpty();
        });
        assertThat(config.sms().second()).isEmpty();
        assertThat(config.sms().budgets())
                .hasValueSatisfying(budgets -> assertThat(budgets).hasSize(2));
    }
}
