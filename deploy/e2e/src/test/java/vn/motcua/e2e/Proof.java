package vn.motcua.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import vn.motcua.devstack.TestEvents;
import vn.motcua.e2e.Checker.Finding;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;

/** Lets the suite come to rest, collects the evidence and asks the checker. */
final class Proof {
    private final Http http;
    private final Tokens tokens;
    private final Ledger ledger;
    private final String phone;

    Proof(Http http, Tokens tokens, Ledger ledger, String phone) {
        this.http = http;
        this.tokens = tokens;
        this.ledger = ledger;
        this.phone = phone;
    }

    /** A phone number that nobody had before, by which the dossiers of one test are found. */
    static String newPhone() {
        return String.format("09%08d", ThreadLocalRandom.current().nextInt(100_000_000));
    }

    /**
     * Returns the evidence in which the checker finds nothing.
     *
     * @param quiet after this time nothing may still be under way
     */
    Evidence isClean(Duration quiet) {
        awaitNoMoreEvents(quiet);
        Evidence evidence = Evidence.collect(http, tokens, ledger, phone);
        List<Finding> findings = Checker.findings(evidence);
        long end = System.nanoTime() + quiet.toNanos();
        while (!findings.isEmpty() && System.nanoTime() < end) {
            awaitNoMoreEvents(quiet);
            Set<UUID> some = findings.stream()
                    .map(Finding::dossier)
                    .filter(Objects::nonNull)
                    .collect(Collectors.toSet());
            evidence = evidence.again(http, tokens, some);
            findings = Checker.findings(evidence);
        }
        assertThat(findings).as("what the checker finds").isEmpty();
        System.err.printf(
                "checker: nothing to say of %d dossiers, %d acknowledged acts, %d events%n",
                evidence.dossiers().size(),
                evidence.acks().size(),
                evidence.events().size());
        return evidence;
    }

    /** Until two looks a while apart find the same in all topics. */
    private static void awaitNoMoreEvents(Duration limit) {
        long[] before = {-1};
        await().atMost(limit.plusSeconds(60))
                .pollDelay(Duration.ofSeconds(1))
                .pollInterval(Duration.ofSeconds(2))
                .until(() -> {
                    long now = Checker.TOPICS.stream()
                            .mapToLong(topic -> TestEvents.poll(topic).size())
                            .sum();
                    boolean same = now == before[0];
                    before[0] = now;
                    return same;
                });
    }
}
