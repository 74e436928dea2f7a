package vn.motcua.intake.act;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The five steps once more, written from the page of the design and not from {@code FiveSteps}: where an act leads from where. Walks
 * at random are judged by it. A stage that is derived has several ends; {@code =} means that the stage stays.
 */
final class FiveStepsWalk {
    private static final String MODEL =
            """
            - OPEN PREPARING
            PREPARING SUBMIT SUBMITTED
            PREPARING,SUBMITTED RECEIVE RECEIVED
            PREPARING,SUBMITTED REFUSE REFUSED
            PREPARING,SUBMITTED,IN_PROCESS ASK_SUPPLEMENT AWAITING_SUPPLEMENT
            PREPARING,SUBMITTED ABANDON ABANDONED
            RECEIVED TRANSFER IN_PROCESS
            AWAITING_SUPPLEMENT SUPPLY PREPARING,SUBMITTED,IN_PROCESS,AWAITING_PAYMENT
            IN_PROCESS ASK_PAYMENT AWAITING_PAYMENT
            AWAITING_PAYMENT PAY IN_PROCESS
            PREPARING,SUBMITTED,RECEIVED,IN_PROCESS,DECIDED PAY =
            IN_PROCESS EXTEND,APOLOGISE =
            RECEIVED,IN_PROCESS,AWAITING_SUPPLEMENT,AWAITING_PAYMENT ASK_WITHDRAWAL WITHDRAWAL_REQUESTED
            WITHDRAWAL_REQUESTED CONFIRM STOPPED
            WITHDRAWAL_REQUESTED DENY,CANCEL RECEIVED,IN_PROCESS,AWAITING_SUPPLEMENT,AWAITING_PAYMENT
            WITHDRAWAL_REQUESTED SUPPLY,PAY =
            IN_PROCESS,WITHDRAWAL_REQUESTED DECIDE DECIDED
            DECIDED HAND_OVER RETURNED
            REFUSED,STOPPED HAND_OVER =
            DECIDED,RETURNED REISSUE =
            PREPARING,SUBMITTED,RECEIVED,IN_PROCESS,AWAITING_SUPPLEMENT,AWAITING_PAYMENT,WITHDRAWAL_REQUESTED,DECIDED CORRECT =
            """;

    private static final Map<String, Set<String>> ENDS = parsed();

    private FiveStepsWalk() {}

    private static Map<String, Set<String>> parsed() {
        Map<String, Set<String>> ends = new TreeMap<>();
        for (String line : MODEL.strip().split("\n")) {
            String[] column = line.split(" ");
            for (String from : column[0].split(",")) {
                for (String action : column[1].split(",")) {
                    ends.computeIfAbsent(from + " " + action, k -> new TreeSet<>())
                            .addAll("=".equals(column[2]) ? List.of(from) : List.of(column[2].split(",")));
                }
            }
        }
        return ends;
    }

    /** @param from null or empty before the first act */
    static boolean leads(String from, String action, String to) {
        return ENDS.getOrDefault((from == null || from.isEmpty() ? "-" : from) + " " + action, Set.of())
                .contains(to);
    }

    /**
     * What is wrong with a history, in sentences; empty where each applied act goes on where the one before ended and leads where the
     * model says, refused ones change nothing, and published sequences have no gap.
     */
    static List<String> faults(List<Map<String, Object>> acts) {
        List<String> faults = new ArrayList<>();
        String stage = null;
        int sequence = 0;
        long revision = 0;
        for (Map<String, Object> act : acts) {
            String name = act.get("action") + " at revision " + act.get("revision");
            String from = (String) act.get("fromStage");
            String to = (String) act.get("toStage");
            if (stage != null && !stage.equals(from)) {
                faults.add(name + " begins at " + from + " where " + stage + " stood");
            }
            if (!"APPLIED".equals(act.get("outcome"))) {
                if (from == null || !from.equals(to)) {
                    faults.add(name + " was refused and moved from " + from + " to " + to);
                }
                if (act.get("reasonCode") == null) {
                    faults.add(name + " was refused without a reason");
                }
            } else if (!leads(from, (String) act.get("action"), to)) {
                faults.add(name + " leads from " + from + " to " + to);
            }
            if (act.get("sequence") != null && ((Number) act.get("sequence")).intValue() != ++sequence) {
                faults.add(name + " has sequence " + act.get("sequence") + " where " + sequence + " follows");
            }
            long now = ((Number) act.get("revision")).longValue();
            if (now < revision) {
                faults.add(name + " comes after revision " + revision);
            }
            revision = now;
            stage = to;
        }
        return faults;
    }
}
