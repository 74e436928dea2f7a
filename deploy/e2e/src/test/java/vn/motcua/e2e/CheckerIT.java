package vn.motcua.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import vn.motcua.e2e.Checker.Finding;
import vn.motcua.e2e.Checker.Kind;
import vn.motcua.e2e.Evidence.Fact;
import vn.motcua.e2e.Evidence.Known;
import vn.motcua.e2e.Ledger.Ack;
import vn.motcua.e2e.Ledger.Side;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

/** The checker finds what was planted, and nothing in what is right. */
class CheckerIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final UUID ID = UUID.randomUUID();
    private static final UUID RECEIVE = UUID.randomUUID();
    private static final UUID TRANSFER = UUID.randomUUID();
    private static final UUID DECIDED = UUID.randomUUID();
    private static final UUID PAID = UUID.randomUUID();
    private static final UUID RETURNED = UUID.randomUUID();
    private static final UUID DECIDE = UUID.randomUUID();
    private static final UUID HAND_OVER = UUID.randomUUID();
    private static final UUID RESULT = UUID.randomUUID();

    private final List<Ack> acks = new ArrayList<>(List.of(
            new Ack(ID, Side.DOSSIER, "OPEN", "k1", 0, 1),
            new Ack(ID, Side.DOSSIER, "RECEIVE", "k2", 2, 4),
            new Ack(ID, Side.CASE, "CLAIM", "k3", 1, 2),
            new Ack(ID, Side.CASE, "PROPOSE", "k4", 3, 4),
            new Ack(ID, Side.CASE, "DECIDE", "k5", 4, 5),
            new Ack(ID, Side.DOSSIER, "PAY", "k6", 10, 11),
            new Ack(ID, Side.RETURN, "HAND_OVER", "k7", 2, 3)));
    private final Set<UUID> found = new HashSet<>(Set.of(ID));
    private final ObjectNode view = node(
            "{'stage':'RETURNED','sequence':5,'originalsHeld':false,'fees':{'openVnd':0},'decision':{'resultId':'%s'}}",
            RESULT);
    private final List<JsonNode> history = new ArrayList<>(List.of(
            act(1, UUID.randomUUID(), null, "OPEN", null, "PREPARING", "reception"),
            act(3, RECEIVE, 1, "RECEIVE", "PREPARING", "RECEIVED", "reception"),
            act(4, TRANSFER, 2, "TRANSFER", "RECEIVED", "IN_PROCESS", "clock"),
            recorded(5, "CLAIMED", "IN_PROCESS"),
            recorded(6, "PROPOSED", "IN_PROCESS"),
            act(7, DECIDED, 3, "DECIDE", "IN_PROCESS", "DECIDED", "case"),
            recorded(8, "OPENED", "DECIDED"),
            act(11, PAID, 4, "PAY", "DECIDED", "DECIDED", "cashier"),
            act(12, RETURNED, 5, "HAND_OVER", "DECIDED", "RETURNED", "return")));
    private final ObjectNode file = node(
            "{'state':'DECIDED','stage':'RETURNED','sequence':5,'frozen':false,'pending':null,'result':'%s','history':["
                    + "{'act':'APPLIED_DECIDE','role':'dossier'},{'act':'DECIDE','role':'approver'},"
                    + "{'act':'PROPOSED','role':'specialist'},{'act':'RESULT_ATTACHED','role':'specialist'},"
                    + "{'act':'CLAIMED','role':'specialist'}]}",
            RESULT);
    private final ObjectNode giveback =
            node("{'state':'HANDED_OVER','pending':false,'feesOpen':false,'resultId':'%s'}", RESULT);
    private final List<JsonNode> messages =
            new ArrayList<>(List.of(message(1), message(2), message(3), message(4), message(5)));
    private final List<Fact> events = new ArrayList<>(List.of(
            stage(RECEIVE, 1, "RECEIVE", "PREPARING", "RECEIVED", null),
            stage(TRANSFER, 2, "TRANSFER", "RECEIVED", "IN_PROCESS", null),
            progress(Checker.CASES, UUID.randomUUID(), "CLAIMED", "specialist"),
            progress(Checker.CASES, UUID.randomUUID(), "PROPOSED", "specialist"),
            progress(Checker.CASES, DECIDE, "DECIDE", "approver"),
            stage(DECIDED, 3, "DECIDE", "IN_PROCESS", "DECIDED", DECIDE),
            progress(Checker.RETURNS, UUID.randomUUID(), "OPENED", "return"),
            stage(PAID, 4, "PAY", "DECIDED", "DECIDED", null),
            progress(Checker.RETURNS, HAND_OVER, "HAND_OVER", "reception"),
            stage(RETURNED, 5, "HAND_OVER", "DECIDED", "RETURNED", HAND_OVER)));
    private final Set<String> parked = new HashSet<>();

    @Test
    void what_is_right_gives_no_finding() {
        assertThat(findings()).isEmpty();
    }

    @Test
    void the_same_event_delivered_twice_is_no_harm() {
        events.addAll(List.copyOf(events));
        assertThat(findings()).isEmpty();
    }

    @Test
    void a_lost_event_is_found() {
        events.removeIf(fact -> fact.id().equals(PAID));
        assertFound(Kind.LOSS, "the topic tells 5 as the 4. act");
    }

    @Test
    void the_loss_of_the_last_event_is_found() {
        events.removeIf(fact -> fact.id().equals(RETURNED));
        assertFound(Kind.LOSS, "the topic [1, 2, 3, 4]");
    }

    @Test
    void an_acknowledged_act_that_is_not_in_the_history_is_found() {
        acks.add(new Ack(ID, Side.DOSSIER, "CORRECT", "k8", 9, 10));
        assertFound(Kind.LOSS, "CORRECT on revision 9");
    }

    @Test
    void an_update_that_was_overwritten_is_found() {
        acks.set(5, new Ack(ID, Side.DOSSIER, "PAY", "k6", 9, 11));
        assertFound(Kind.LOSS, "PAY on revision 9");
    }

    @Test
    void a_lost_act_of_the_case_and_a_lost_hand_over_are_found() {
        acks.add(new Ack(ID, Side.CASE, "SEND_BACK", "k8", 4, 5));
        acks.add(new Ack(ID, Side.RETURN, "HAND_OVER", "k9", 3, 4));
        assertFound(Kind.LOSS, "SENT_BACK was acknowledged 1 times and is 0 times in history of the case");
        assertFound(Kind.LOSS, "HAND_OVER was acknowledged 2 times and is 1 times in return.progressed");
    }

    @Test
    void a_dossier_that_is_not_in_the_register_is_found() {
        found.clear();
        assertFound(Kind.LOSS, "not in the register");
    }

    @Test
    void a_missing_message_is_found() {
        messages.remove(2);
        assertFound(Kind.LOSS, "nobody was told of DECIDE, sequence 3");
    }

    @Test
    void two_events_with_one_sequence_are_found() {
        events.add(stage(UUID.randomUUID(), 4, "PAY", "DECIDED", "DECIDED", null));
        assertFound(Kind.DOUBLE, "two events have the sequence 4");
    }

    @Test
    void an_act_done_twice_is_found() {
        history.add(8, act(12, UUID.randomUUID(), null, "PAY", "DECIDED", "DECIDED", "cashier"));
        assertFound(Kind.DOUBLE, "PAY is in the history and nobody was told");
    }

    @Test
    void a_case_decided_twice_and_a_result_handed_over_twice_are_found() {
        events.add(progress(Checker.CASES, UUID.randomUUID(), "DECIDE", "approver"));
        events.add(progress(Checker.RETURNS, UUID.randomUUID(), "HAND_OVER", "reception"));
        assertFound(Kind.DOUBLE, "DECIDE was acknowledged 1 times and is 2 times in case.progressed");
        assertFound(Kind.DOUBLE, "HAND_OVER was acknowledged 1 times and is 2 times in return.progressed");
    }

    @Test
    void a_dossier_opened_twice_is_found() {
        found.add(UUID.randomUUID());
        assertFound(Kind.DOUBLE, "nobody was told that it was opened");
    }

    @Test
    void a_message_sent_twice_and_an_answer_given_twice_are_found() {
        messages.add(message(3));
        events.add(stage(UUID.randomUUID(), 6, "DECIDE", "IN_PROCESS", "DECIDED", DECIDE));
        assertFound(Kind.DOUBLE, "message 3 PERSON PORTAL was sent 2 times");
        assertFound(Kind.DOUBLE, "DECIDE was answered 2 times");
    }

    @Test
    void a_case_that_stands_elsewhere_is_found() {
        file.put("state", "PROPOSED");
        assertFound(Kind.DISAGREEMENT, "the case is PROPOSED");
    }

    @Test
    void a_case_left_behind_is_found() {
        file.put("sequence", 4);
        assertFound(Kind.DISAGREEMENT, "the case knows it in RETURNED at 4");
    }

    @Test
    void a_return_that_stands_elsewhere_is_found() {
        giveback.put("state", "ANNOUNCED");
        assertFound(Kind.DISAGREEMENT, "the return is ANNOUNCED");
    }

    @Test
    void a_step_that_the_table_does_not_know_is_found() {
        ((ObjectNode) history.get(8)).put("fromStage", "IN_PROCESS");
        assertFound(Kind.DISAGREEMENT, "no row IN_PROCESS HAND_OVER RETURNED");
    }

    @Test
    void what_waits_is_found() {
        file.set("pending", node("{'act':'DECIDE'}"));
        giveback.put("pending", true);
        events.add(progress(Checker.CASES, UUID.randomUUID(), "REISSUE", "approver"));
        parked.add("intake.cases " + ID);
        assertFound(Kind.STUCK, "the case waits for an answer");
        assertFound(Kind.STUCK, "the return waits for an answer");
        assertFound(Kind.STUCK, "was offered and not answered");
        assertFound(Kind.STUCK, "key parked: intake.cases");
    }

    private void assertFound(Kind kind, String part) {
        Predicate<Finding> fits = finding -> finding.kind() == kind
                && finding.dossier() != null
                && finding.what().contains(part);
        assertThat(findings()).anyMatch(fits);
    }

    private List<Finding> findings() {
        Known known = new Known(ID, view, history, file, giveback, messages);
        return Checker.findings(new Evidence(acks, found, Map.of(ID, known), events, parked));
    }

    private static JsonNode act(
            int revision, UUID id, Integer sequence, String action, String from, String to, String actor) {
        ObjectNode act = JSON.createObjectNode();
        act.put("id", id.toString()).put("revision", revision).put("sequence", sequence);
        act.put("action", action).put("outcome", "APPLIED").put("actor", actor);
        return act.put("fromStage", from).put("toStage", to);
    }

    private static JsonNode recorded(int revision, String action, String stage) {
        return ((ObjectNode) act(revision, UUID.randomUUID(), null, action, stage, stage, "case"))
                .put("outcome", "RECORDED");
    }

    private static JsonNode message(int sequence) {
        return node("{'sequence':%s,'audience':'PERSON','channel':'PORTAL'}", sequence);
    }

    private static Fact stage(UUID id, int sequence, String action, String from, String to, UUID causedBy) {
        ObjectNode data = JSON.createObjectNode();
        data.put("sequence", sequence).put("action", action).put("previousStage", from);
        data.put("stage", to).put("outcome", causedBy == null ? null : "APPLIED");
        data.put("causedBy", causedBy == null ? null : causedBy.toString());
        return new Fact(Checker.DOSSIERS, ID, id, data);
    }

    private static Fact progress(String topic, UUID id, String act, String role) {
        return new Fact(topic, ID, id, node("{'act':'%s','actor':{'role':'%s'}}", act, role));
    }

    private static ObjectNode node(String text, Object... args) {
        try {
            return (ObjectNode) JSON.readTree(String.format(text, args).replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
