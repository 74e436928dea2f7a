package vn.motcua.e2e;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;

import com.fasterxml.jackson.databind.JsonNode;
import vn.motcua.e2e.Evidence.Fact;
import vn.motcua.e2e.Evidence.Known;
import vn.motcua.e2e.Ledger.Ack;
import vn.motcua.e2e.Ledger.Side;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Finds what must not be, from the evidence alone and with rules of its own: it knows the design, not the code. Every acknowledged
 * act is there once; the published acts of a dossier are numbered without gap or double; every offered act is answered once; case,
 * return and messages agree with the dossier; nothing waits any more.
 */
final class Checker {
    static final String DOSSIERS = "dossier.stage-changed";
    static final String CASES = "case.progressed";
    static final String RETURNS = "return.progressed";
    static final List<String> TOPICS = List.of(DOSSIERS, CASES, RETURNS);

    enum Kind {
        /** Something acknowledged or published is not there. */
        LOSS,
        /** Something is there more often than it was done. */
        DOUBLE,
        /** Two sides tell different things, or something happened that the table does not know. */
        DISAGREEMENT,
        /** Something still waits. */
        STUCK
    }

    record Finding(Kind kind, UUID dossier, String what) {
        @Override
        public String toString() {
            return kind + " " + dossier + ": " + what;
        }
    }

    private static final Set<String> OFFERED =
            Set.of("ASK_SUPPLEMENT", "ASK_PAYMENT", "EXTEND", "DECIDE", "REISSUE", "HAND_OVER");
    private static final Set<String> AT_THE_DESK = Set.of("reception", "citizen", "cashier", "director");
    private static final Set<String> OFFICERS = Set.of("specialist", "approver", "director");

    /** How processing calls in its history what its API calls by another word. */
    private static final Map<String, String> TOLD_AS = Map.of(
            "CLAIM", "CLAIMED",
            "RELEASE", "RELEASED",
            "HAND_ON", "HANDED_ON",
            "ACCEPT", "ACCEPTED",
            "DECLINE", "DECLINED",
            "ASK_OPINION", "OPINION_ASKED",
            "WITHDRAW_OPINION", "OPINION_WITHDRAWN",
            "OFFER_DRAFT", "DRAFT_OFFERED",
            "PROPOSE", "PROPOSED",
            "SEND_BACK", "SENT_BACK");

    /** The design's table: from, action, to; for what is derived all that can come of it. */
    private static final Set<String> LEGAL = legal(
            "NOTHING OPEN PREPARING",
            "PREPARING SUBMIT SUBMITTED",
            "PREPARING|SUBMITTED RECEIVE RECEIVED",
            "PREPARING|SUBMITTED REFUSE REFUSED",
            "PREPARING|SUBMITTED ASK_SUPPLEMENT AWAITING_SUPPLEMENT",
            "PREPARING|SUBMITTED ABANDON ABANDONED",
            "RECEIVED TRANSFER IN_PROCESS",
            "IN_PROCESS ASK_SUPPLEMENT AWAITING_SUPPLEMENT",
            "AWAITING_SUPPLEMENT SUPPLY AWAITING_SUPPLEMENT|AWAITING_PAYMENT|IN_PROCESS|PREPARING|SUBMITTED|RECEIVED",
            "AWAITING_SUPPLEMENT LAPSE STOPPED",
            "IN_PROCESS ASK_PAYMENT AWAITING_PAYMENT",
            "AWAITING_PAYMENT PAY IN_PROCESS",
            "PREPARING PAY PREPARING",
            "SUBMITTED PAY SUBMITTED",
            "RECEIVED PAY RECEIVED",
            "IN_PROCESS PAY|EXTEND|APOLOGISE IN_PROCESS",
            "DECIDED PAY|REISSUE DECIDED",
            "RETURNED REISSUE RETURNED",
            "RECEIVED|IN_PROCESS|AWAITING_SUPPLEMENT|AWAITING_PAYMENT ASK_WITHDRAWAL WITHDRAWAL_REQUESTED",
            "WITHDRAWAL_REQUESTED CONFIRM STOPPED",
            "WITHDRAWAL_REQUESTED DENY|CANCEL AWAITING_SUPPLEMENT|AWAITING_PAYMENT|IN_PROCESS|PREPARING|SUBMITTED|RECEIVED",
            "WITHDRAWAL_REQUESTED SUPPLY|PAY WITHDRAWAL_REQUESTED",
            "WITHDRAWAL_REQUESTED|IN_PROCESS DECIDE DECIDED",
            "DECIDED HAND_OVER RETURNED",
            "REFUSED HAND_OVER REFUSED",
            "STOPPED HAND_OVER STOPPED");

    private static final Set<String> ANY_OPEN = Set.of("CORRECT", "REDATE");

    private final Evidence evidence;
    private final List<Finding> findings = new ArrayList<>();

    private Checker(Evidence evidence) {
        this.evidence = evidence;
    }

    /** Everything that is wrong; empty where all is well. */
    static List<Finding> findings(Evidence evidence) {
        Checker checker = new Checker(evidence);
        checker.opened();
        evidence.dossiers().values().forEach(checker::dossier);
        evidence.parked().forEach(checker::parked);
        return List.copyOf(checker.findings);
    }

    private void add(Kind kind, UUID dossier, String what, Object... args) {
        findings.add(new Finding(kind, dossier, String.format(what, args)));
    }

    /** The register holds the dossiers whose opening was acknowledged, and no other of these people. */
    private void opened() {
        Set<UUID> acknowledged = evidence.acks().stream()
                .filter(ack -> ack.act().equals("OPEN"))
                .map(Ack::dossier)
                .collect(toSet());
        acknowledged.stream()
                .filter(id -> !evidence.found().contains(id))
                .forEach(id -> add(Kind.LOSS, id, "was opened and is not in the register"));
        evidence.found().stream()
                .filter(id -> !acknowledged.contains(id))
                .forEach(id -> add(Kind.DOUBLE, id, "is in the register and nobody was told that it was opened"));
    }

    private void parked(String parked) {
        String key = parked.substring(parked.lastIndexOf(' ') + 1);
        UUID dossier = evidence.dossiers().keySet().stream()
                .filter(id -> id.toString().equals(key))
                .findFirst()
                .orElse(null);
        add(Kind.STUCK, dossier, "key parked: %s", parked);
    }

    private void dossier(Known known) {
        if (known.view() == null) {
            add(Kind.LOSS, known.id(), "cannot be seen by anybody");
            return;
        }
        Map<String, List<Fact>> told = evidence.events().stream()
                .filter(fact -> fact.dossier().equals(known.id()))
                .collect(groupingBy(Fact::topic));
        acts(known);
        caseActs(known, once(told.getOrDefault(CASES, List.of())));
        handOvers(known, once(told.getOrDefault(RETURNS, List.of())));
        path(known);
        sequences(known, told.getOrDefault(DOSSIERS, List.of()));
        answers(known, told);
        agreement(known);
        messages(known, once(told.getOrDefault(DOSSIERS, List.of())));
    }

    /** Delivered twice is no harm: one fact per event id, in the order of first arrival. */
    private static List<Fact> once(List<Fact> facts) {
        Map<UUID, Fact> once = new LinkedHashMap<>();
        facts.forEach(fact -> once.putIfAbsent(fact.id(), fact));
        return List.copyOf(once.values());
    }

    // acknowledged acts

    private List<Ack> acks(Known known, Side side) {
        return evidence.acks().stream()
                .filter(ack -> ack.dossier().equals(known.id()) && ack.side() == side)
                .toList();
    }

    /** An act accepted on a revision is the very next one: nothing came between, nothing was overwritten. */
    private void acts(Known known) {
        Map<Long, JsonNode> byRevision = new HashMap<>();
        for (JsonNode act : known.history()) {
            byRevision.put(act.get("revision").asLong(), act);
        }
        Set<Long> acknowledged = new HashSet<>();
        for (Ack ack : acks(known, Side.DOSSIER)) {
            JsonNode act = byRevision.get(ack.before() + 1);
            if (act == null
                    || !text(act, "action").equals(ack.act())
                    || !text(act, "outcome").equals("APPLIED")) {
                add(Kind.LOSS, known.id(), "%s on revision %d is not in the history", ack.act(), ack.before());
            } else if (!acknowledged.add(ack.before() + 1)) {
                add(Kind.DOUBLE, known.id(), "%s on revision %d was acknowledged twice", ack.act(), ack.before());
            }
        }
        for (JsonNode act : known.history()) {
            boolean byDesk = AT_THE_DESK.contains(text(act, "actor"))
                    && text(act, "outcome").equals("APPLIED");
            if (byDesk && !acknowledged.contains(act.get("revision").asLong())) {
                add(Kind.DOUBLE, known.id(), "%s is in the history and nobody was told", text(act, "action"));
            }
        }
    }

    private void caseActs(Known known, List<Fact> told) {
        Map<String, Long> acknowledged =
                count(acks(known, Side.CASE).stream().map(ack -> TOLD_AS.getOrDefault(ack.act(), ack.act())));
        Map<String, Long> written = known.file() == null
                ? Map.of()
                : count(stream(known.file().path("history"))
                        .filter(act -> OFFICERS.contains(text(act, "role")))
                        .map(act -> text(act, "act"))
                        .filter(act -> !act.equals("RESULT_ATTACHED")));
        Map<String, Long> published = count(told.stream()
                .filter(fact ->
                        OFFICERS.contains(fact.data().path("actor").path("role").asText()))
                .map(fact -> fact.text("act")));
        compare(known, "history of the case", acknowledged, written);
        acknowledged
                .keySet()
                .removeIf(act -> act.equals("ASK_EXTENSION") || act.equals("EXAMINE") || act.equals("RENEWED"));
        compare(known, CASES, acknowledged, published);
    }

    private void handOvers(Known known, List<Fact> told) {
        Map<String, Long> acknowledged = count(acks(known, Side.RETURN).stream().map(Ack::act));
        Map<String, Long> published = count(told.stream()
                .filter(fact -> AT_THE_DESK.contains(
                        fact.data().path("actor").path("role").asText()))
                .map(fact -> fact.text("act"))
                .filter("HAND_OVER"::equals));
        compare(known, RETURNS, acknowledged, published);
        for (String recorded : List.of("OPENED", "ANNOUNCED")) {
            if (told.stream().filter(fact -> recorded.equals(fact.text("act"))).count() > 1) {
                add(Kind.DOUBLE, known.id(), "the return was %s twice", recorded);
            }
        }
    }

    private void compare(Known known, String where, Map<String, Long> acknowledged, Map<String, Long> there) {
        Set<String> acts = new LinkedHashSet<>(acknowledged.keySet());
        acts.addAll(there.keySet());
        for (String act : acts) {
            long done = acknowledged.getOrDefault(act, 0L);
            long seen = there.getOrDefault(act, 0L);
            if (seen != done) {
                add(
                        seen < done ? Kind.LOSS : Kind.DOUBLE,
                        known.id(),
                        "%s was acknowledged %d times and is %d times in %s",
                        act,
                        done,
                        seen,
                        where);
            }
        }
    }

    private static Map<String, Long> count(Stream<String> words) {
        Map<String, Long> counts = new TreeMap<>();
        words.forEach(word -> counts.merge(word, 1L, Long::sum));
        return counts;
    }

    // the table and the numbers

    /** Each act begins where the one before ended, and stands in the design's table. */
    private void path(Known known) {
        String stage = "NOTHING";
        long revision = 0;
        for (JsonNode act : known.history()) {
            String from = Objects.toString(text(act, "fromStage"), "NOTHING");
            String to = text(act, "toStage");
            boolean applied = text(act, "outcome").equals("APPLIED");
            if (!from.equals(stage) || !applied && !from.equals(to)) {
                add(
                        Kind.DISAGREEMENT,
                        known.id(),
                        "%s leads from %s where it stood in %s",
                        text(act, "action"),
                        from,
                        stage);
            }
            if (applied && !legal(from, text(act, "action"), to)) {
                add(Kind.DISAGREEMENT, known.id(), "no row %s %s %s", from, text(act, "action"), to);
            }
            if (act.get("revision").asLong() <= revision) {
                add(Kind.DOUBLE, known.id(), "two acts on revision %d", revision);
            }
            revision = act.get("revision").asLong();
            stage = to;
        }
        if (!stage.equals(text(known.view(), "stage"))) {
            add(Kind.DISAGREEMENT, known.id(), "stands in %s, its history in %s", text(known.view(), "stage"), stage);
        }
    }

    private static boolean legal(String from, String action, String to) {
        return LEGAL.contains(from + " " + action + " " + to) || ANY_OPEN.contains(action) && from.equals(to);
    }

    /** 1, 2, 3… on the topic, one event each, in order, and the same acts as in the history. */
    private void sequences(Known known, List<Fact> told) {
        Map<Integer, UUID> bySequence = new TreeMap<>();
        for (Fact fact : once(told)) {
            int sequence = fact.data().get("sequence").asInt();
            UUID other = bySequence.putIfAbsent(sequence, fact.id());
            if (other != null) {
                add(Kind.DOUBLE, known.id(), "two events have the sequence %d", sequence);
            } else if (sequence != bySequence.size()) {
                add(Kind.LOSS, known.id(), "the topic tells %d as the %d. act", sequence, bySequence.size());
            }
        }
        Map<Integer, UUID> written = new TreeMap<>();
        for (JsonNode act : known.history()) {
            if (!act.get("sequence").isNull()) {
                written.put(act.get("sequence").asInt(), UUID.fromString(text(act, "id")));
            }
        }
        if (!written.equals(bySequence)
                || written.size() != known.view().get("sequence").asInt()) {
            add(
                    Kind.LOSS,
                    known.id(),
                    "history tells %s, the topic %s, the dossier says %s",
                    written.keySet(),
                    bySequence.keySet(),
                    text(known.view(), "sequence"));
        }
    }

    /** Every offered act of case and return is answered once, and nothing is answered that was not offered. */
    private void answers(Known known, Map<String, List<Fact>> told) {
        Map<UUID, Fact> offers = new LinkedHashMap<>();
        Stream.of(CASES, RETURNS)
                .flatMap(topic -> once(told.getOrDefault(topic, List.of())).stream())
                .filter(fact -> OFFERED.contains(fact.text("act")))
                .forEach(fact -> offers.put(fact.id(), fact));
        Map<UUID, List<Fact>> answers = once(told.getOrDefault(DOSSIERS, List.of())).stream()
                .filter(fact -> fact.text("outcome") != null)
                .collect(groupingBy(
                        fact -> UUID.fromString(Objects.toString(fact.text("causedBy"), new UUID(0, 0).toString()))));
        offers.forEach((id, offer) -> {
            List<Fact> given = answers.getOrDefault(id, List.of());
            if (given.isEmpty() && refusedUnpublished(known, id)) {
                return;
            }
            if (given.isEmpty()) {
                add(Kind.STUCK, known.id(), "%s %s was offered and not answered", offer.text("act"), id);
            } else if (given.size() > 1) {
                add(Kind.DOUBLE, known.id(), "%s was answered %d times", offer.text("act"), given.size());
            } else if (!offer.text("act").equals(given.get(0).text("action"))) {
                add(Kind.DISAGREEMENT, known.id(), "%s answers %s", given.get(0).text("action"), offer.text("act"));
            }
            given.stream()
                    .filter(answer -> answer.text("outcome").equals("REFUSED") && answer.text("reasonCode") == null)
                    .forEach(answer ->
                            add(Kind.DISAGREEMENT, known.id(), "%s refused without a reason", offer.text("act")));
        });
        answers.keySet().stream()
                .filter(id -> !offers.containsKey(id))
                .forEach(id -> add(Kind.DISAGREEMENT, known.id(), "an answer to %s, which nobody offered", id));
    }

    /** What names a draft is refused where only its opener reads: nobody who could have offered it knows of it. */
    private static boolean refusedUnpublished(Known known, UUID offer) {
        return known.history().stream()
                .anyMatch(act -> offer.toString().equals(text(act, "causedBy"))
                        && text(act, "outcome").equals("REFUSED")
                        && text(act, "reasonCode") != null
                        && act.get("sequence").isNull());
    }

    // the sides

    private void agreement(Known known) {
        String stage = text(known.view(), "stage");
        boolean transferred = known.history().stream()
                .anyMatch(act -> text(act, "action").equals("TRANSFER")
                        && text(act, "outcome").equals("APPLIED"));
        Consumer<String> differ = what -> add(Kind.DISAGREEMENT, known.id(), "in %s: %s", stage, what);
        if (transferred != (known.file() != null)) {
            differ.accept(transferred ? "was handed on and has no case" : "has a case without being handed on");
        } else if (transferred) {
            file(known, stage, differ);
        }
        giveback(known, stage, differ);
    }

    private void file(Known known, String stage, Consumer<String> differ) {
        JsonNode file = known.file();
        String state = text(file, "state");
        boolean withdrawing = stage.equals("WITHDRAWAL_REQUESTED");
        Set<String> fitting =
                switch (stage) {
                    case "IN_PROCESS" -> Set.of("OPEN", "CLAIMED", "PROPOSED");
                    case "AWAITING_SUPPLEMENT", "AWAITING_PAYMENT" -> Set.of("PAUSED");
                    case "WITHDRAWAL_REQUESTED" -> Set.of("OPEN", "CLAIMED", "PROPOSED", "PAUSED");
                    case "DECIDED", "RETURNED" -> Set.of("DECIDED");
                    default -> Set.of("CLOSED");
                };
        if (!fitting.contains(state)) {
            differ.accept("the case is " + state);
        }
        if (file.get("frozen").asBoolean() != withdrawing) {
            differ.accept("frozen = " + file.get("frozen"));
        }
        if (withdrawing && !"FROZEN".equals(text(known.view(), "withdrawalAnswer"))) {
            add(Kind.STUCK, known.id(), "the request to withdraw has no answer");
        }
        if (!file.get("pending").isNull()) {
            add(Kind.STUCK, known.id(), "the case waits for an answer to %s", file.get("pending"));
        }
        if (!stage.equals(text(file, "stage"))
                || file.get("sequence").asInt() != known.view().get("sequence").asInt()) {
            differ.accept("the case knows it in " + text(file, "stage") + " at " + file.get("sequence"));
        }
        if (state.equals("DECIDED")
                && !Objects.equals(text(known.view().path("decision"), "resultId"), text(file, "result"))) {
            differ.accept("the case has another result");
        }
    }

    private void giveback(Known known, String stage, Consumer<String> differ) {
        JsonNode giveback = known.giveback();
        boolean held = known.view().get("originalsHeld").asBoolean();
        String state = giveback == null ? "NONE" : text(giveback, "state");
        Set<String> fitting =
                switch (stage) {
                    case "DECIDED" -> Set.of("WAITING", "ANNOUNCED");
                    case "RETURNED" -> Set.of("HANDED_OVER");
                    case "REFUSED", "STOPPED" -> held ? Set.of("WAITING", "ANNOUNCED") : Set.of("NONE", "HANDED_OVER");
                    default -> Set.of("NONE");
                };
        if (!fitting.contains(state)) {
            differ.accept("the return is " + state);
        }
        if (giveback == null) {
            return;
        }
        if (giveback.get("pending").asBoolean()) {
            add(Kind.STUCK, known.id(), "the return waits for an answer");
        }
        boolean open = known.view().path("fees").path("openVnd").asLong() > 0;
        if (giveback.get("feesOpen").asBoolean() != open) {
            differ.accept("the return believes feesOpen = " + !open);
        }
        if (!Objects.equals(text(known.view().path("decision"), "resultId"), text(giveback, "resultId"))) {
            differ.accept("the return has another result");
        }
    }

    /** Every change of the stage is told once, nothing twice, and no refusal. */
    private void messages(Known known, List<Fact> told) {
        Map<Integer, Long> bySequence = new TreeMap<>();
        Map<String, Long> byFact = count(known.messages().stream()
                .map(message ->
                        text(message, "sequence") + " " + text(message, "audience") + " " + text(message, "channel")));
        byFact.forEach((fact, times) -> {
            bySequence.merge(Integer.valueOf(fact.split(" ")[0]), times, Long::sum);
            if (times > 1) {
                add(Kind.DOUBLE, known.id(), "message %s was sent %d times", fact, times);
            }
        });
        for (Fact fact : told) {
            int sequence = fact.data().get("sequence").asInt();
            boolean refused = "REFUSED".equals(fact.text("outcome"));
            boolean moved = !Objects.equals(fact.text("stage"), fact.text("previousStage"));
            if (refused && bySequence.containsKey(sequence)) {
                add(Kind.DISAGREEMENT, known.id(), "a message tells of the refusal %d", sequence);
            }
            if (!refused && moved && !bySequence.containsKey(sequence)) {
                add(Kind.LOSS, known.id(), "nobody was told of %s, sequence %d", fact.text("action"), sequence);
            }
        }
    }

    private static String text(JsonNode node, String field) {
        JsonNode found = node.path(field);
        return found.isNull() || found.isMissingNode() ? null : found.asText();
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        List<JsonNode> items = new ArrayList<>();
        array.forEach(items::add);
        return items.stream();
    }

    private static Set<String> legal(String... rows) {
        return Stream.of(rows)
                .flatMap(row -> {
                    String[] column = row.split(" ");
                    return Stream.of(column[0].split("\\|")).flatMap(from -> Stream.of(column[1].split("\\|"))
                            .flatMap(action ->
                                    Stream.of(column[2].split("\\|")).map(to -> from + " " + action + " " + to)));
                })
                .collect(toCollection(LinkedHashSet::new));
    }
}
