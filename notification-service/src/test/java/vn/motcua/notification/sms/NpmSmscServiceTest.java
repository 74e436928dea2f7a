package vn.motcua.notification.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.motcua.notification.delivery.ChannelKind.SMS;

import com.fasterxml.jackson.databind.JsonNode;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.devstack.MovableClock;
import vn.motcua.notification.delivery.ChannelKind;
import vn.motcua.notification.delivery.Flow;
import vn.motcua.notification.support.Service;
import vn.motcua.platform.json.EventJson;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** The same lines to the server of npm's smpp, an implementation that nobody here wrote. */
@QuarkusTest
class NpmSmscServiceTest {
    private static final Path FOLDER = Path.of("src/test/smsc");
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final List<List<ChannelKind>> PHONE = List.of(List.of(SMS));

    @Inject
    AgroalDataSource source;

    private final MovableClock clock = new MovableClock();
    private final List<JsonNode> taken = new CopyOnWriteArrayList<>();
    private Process smsc;
    private SmppProvider provider;
    private Flow flow;

    @BeforeEach
    void begin() throws Exception {
        Service.ready();
        Flow.forget(source);
        clock.setLegal("2026-11-23T10:00");
        install();
        smsc = node("node", "smsc.mjs").start();
        BufferedReader lines = new BufferedReader(new InputStreamReader(smsc.getInputStream(), StandardCharsets.UTF_8));
        int port = Integer.parseInt(lines.readLine());
        Thread reader = new Thread(() -> lines.lines().map(EventJson::tree).forEach(taken::add), "npm-smsc");
        reader.setDaemon(true);
        reader.start();
        flow = new Flow(source, clock, receipts -> {
            provider = new SmppProvider(new Line("npm", port), receipts);
            return List.of(new SmsWay(List.of(provider), 0));
        });
        provider.keepBound();
        await().atMost(SOON).until(provider::ready);
    }

    /** What the lock file names, once. */
    private static void install() throws IOException, InterruptedException {
        if (!Files.exists(FOLDER.resolve("node_modules/smpp"))) {
            Process npm = node("npm", "ci", "--prefer-offline", "--no-audit", "--no-fund")
                    .start();
            npm.getInputStream().readAllBytes();
            assertThat(npm.waitFor(2, TimeUnit.MINUTES) && npm.exitValue() == 0)
                    .as("npm ci")
                    .isTrue();
        }
    }

    private static ProcessBuilder node(String... command) {
        return new ProcessBuilder(command)
                .directory(new File(FOLDER.toString()))
                .redirectError(ProcessBuilder.Redirect.INHERIT);
    }

    @AfterEach
    void end() {
        provider.close();
        smsc.destroy();
    }

    @Test
    void a_long_message_is_read_there_as_it_was_written_and_its_receipts_come_back() {
        String text = "Hồ sơ 0001 cần bổ sung {x}. ".repeat(8) + "Xem tại: https://example.vn/x/0123456789ab";
        UUID message = flow.message(text, "supplement", PHONE);
        flow.send();

        await().atMost(SOON).until(() -> flow.states(message), List.of("SMS DELIVERED")::equals);
        assertThat(taken).hasSize(2);
        assertThat(taken.get(0).get("text").asText() + taken.get(1).get("text").asText())
                .isEqualTo(Gsm7.plain(text));
        assertThat(taken.get(0).get("header").toString()).matches("\\[0,3,\\d+,2,1]|\\[5,0,3,\\d+,2,1]");
        assertThat(taken.get(0).get("to").asText()).isEqualTo("84912345678");
        assertThat(taken.get(0).get("from").asText()).isEqualTo("MOTCUA");
    }

    @Test
    void diacritics_arrive_as_they_were_written() {
        UUID message = flow.message("Hồ sơ 0001 đã có kết quả", "result-ready", PHONE);
        flow.send();

        await().atMost(SOON).until(() -> flow.states(message), List.of("SMS DELIVERED")::equals);
        assertThat(taken.get(0).get("text").asText()).isEqualTo("Hồ sơ 0001 đã có kết quả");
    }

    @Test
    void an_answer_that_never_comes_is_made_good_by_its_receipt() {
        UUID message = flow.message("KHONG TRA LOI 0001", "result-ready", PHONE);
        flow.send();

        await().atMost(SOON).until(() -> flow.states(message), List.of("SMS DELIVERED")::equals);
        clock.advance(Flow.WINDOW.plusMinutes(1));
        flow.send();
        assertThat(taken).hasSize(1);
    }
}
