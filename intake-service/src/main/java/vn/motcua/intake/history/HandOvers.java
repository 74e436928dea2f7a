package vn.motcua.intake.history;

import com.fasterxml.jackson.databind.JsonNode;
import vn.motcua.intake.deadline.Deadline;
import vn.motcua.intake.deadline.LimitUnit;
import vn.motcua.intake.deadline.Punctuality;
import vn.motcua.intake.dossier.Dossier;
import vn.motcua.intake.dossier.LegalClock;
import vn.motcua.intake.form.ControlSlip;
import vn.motcua.intake.form.ControlSlip.Line;
import vn.motcua.intake.form.ControlSlip.Remark;
import vn.motcua.intake.form.ControlSlip.Side;
import vn.motcua.platform.json.EventJson;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Reads the hand-overs of a dossier out of its acts: form 06 is a projection of the history (domain.md §2.2), nobody types it. The mark is
 * made against the appointment at the instant the taking side took over; after the decision it stays the decision's, which is where the
 * law ends the time.
 */
final class HandOvers {
    private static final String ONE_STOP = "one-stop";
    private static final Set<String> ROUTES = Set.of("OPENED", "HANDED_ON", "DECLINED", "RECALLED");

    private final Dossier dossier;
    private final String first;
    private final List<Line> lines = new ArrayList<>();
    /** Where the case lies, which is not the competent unit while another handles it. */
    private String unit;

    private String department;
    private String home;
    private Side coordinating;
    private boolean transferred;
    private boolean decided;
    private boolean signing;

    /** The line of a hand-over that was not taken over yet, or null. */
    private Integer awaiting;

    private HandOvers(Dossier dossier, List<Act> acts) {
        this.dossier = dossier;
        this.first = acts.stream()
                .map(HandOvers::department)
                .filter(each -> each != null)
                .findFirst()
                .orElse(dossier.reported().department());
        this.unit = dossier.units().competent();
        this.department = first;
        this.home = first;
    }

    /** @param acts oldest first */
    static ControlSlip slip(Dossier dossier, List<Act> acts, Instant asOf) {
        HandOvers read = new HandOvers(dossier, acts);
        acts.stream().filter(act -> act.outcome() != Act.Outcome.REFUSED).forEach(read::take);
        LegalClock clock = dossier.clock();
        return new ControlSlip(
                dossier.units().receiving(),
                dossier.units().competent(),
                read.home,
                read.coordinating,
                dossier.code(),
                dossier.matter().procedureCode(),
                dossier.matter().procedureVersion(),
                clock.receivedAt(),
                clock.due(),
                asOf,
                read.lines);
    }

    private void take(Act act) {
        switch (act.action()) {
            case "RECEIVE" -> line(act, Side.PERSON, centre(dossier.units().receiving()), Remark.NONE);
            case "TRANSFER" -> {
                transferred = true;
                line(
                        act,
                        centre(dossier.units().receiving()),
                        handling(),
                        act.actorName() == null ? Remark.AUTOMATIC : Remark.NONE);
            }
            case "HANDED_ON" -> handedOn(act, Remark.AWAITS_ACCEPTANCE);
            case "ACCEPTED" -> taken(act, Remark.ACCEPTED);
            case "CLAIMED" -> taken(act, Remark.NONE);
            case "DECLINED" -> {
                awaiting = null;
                handedOn(act, Remark.DECLINED);
            }
            case "RECALLED" -> {
                awaiting = null;
                handedOn(act, Remark.RECALLED);
            }
            case "OPINION_ASKED" -> opinion(act, handling(), asked(act), null, Remark.OPINION_ASKED);
            case "OPINION_ANSWERED" -> opinion(act, asked(act), handling(), opinionDue(act), Remark.OPINION_GIVEN);
            case "OPINION_WITHDRAWN" -> opinion(act, handling(), asked(act), null, Remark.OPINION_WITHDRAWN);
            case "PROPOSED" -> {
                signing = true;
                line(act, handling(), Side.leader(dossier.units().competent()), Remark.NONE);
            }
            case "SENT_BACK" -> {
                signing = false;
                line(act, Side.leader(dossier.units().competent()), handling(), Remark.SENT_BACK);
            }
            case "ASK_SUPPLEMENT" -> {
                if (transferred) {
                    line(act, handling(), centre(dossier.units().receiving()), Remark.SUPPLEMENT_ASKED);
                }
            }
            case "SUPPLY" -> {
                if (transferred) {
                    line(act, centre(dossier.units().receiving()), handling(), Remark.SUPPLIED);
                }
            }
            case "DECIDE" -> {
                decided = true;
                Side from = signing ? Side.leader(dossier.units().competent()) : handling();
                line(act, from, centre(dossier.units().returning()), Remark.NONE);
            }
            case "HAND_OVER" -> line(act, centre(dossier.units().returning()), Side.PERSON, Remark.NONE);
            default -> {
                // no hand-over
            }
        }
    }

    private void handedOn(Act act, Remark remark) {
        String competent = dossier.units().competent();
        String to = department(act);
        String toUnit = unit(act, competent);
        if (to != null && !(to.equals(department) && toUnit.equals(unit))) {
            Side from = handling();
            unit = toUnit;
            department = to;
            home = unit.equals(competent) ? to : home;
            coordinated(unit.equals(competent) ? from : handling(), competent);
            line(act, from, handling(), remark);
            awaiting = remark == Remark.AWAITS_ACCEPTANCE ? lines.size() - 1 : null;
        }
    }

    /** Another unit that had the case stands in the head of the slip before a department of the competent one. */
    private void coordinated(Side side, String competent) {
        boolean other = coordinating != null && !coordinating.unit().equals(competent);
        if (!other || !side.unit().equals(competent)) {
            coordinating = side;
        }
    }

    /** The receiving department took over: the line's instant and mark are those of that act, as its side sees it. */
    private void taken(Act act, Remark remark) {
        if (awaiting == null) {
            return;
        }
        Line handed = lines.get(awaiting);
        boolean said = remark == Remark.ACCEPTED;
        lines.set(
                awaiting,
                new Line(
                        handed.from(),
                        handed.to(),
                        handed.by(),
                        said ? act.effectiveAt() : handed.at(),
                        said ? mark(act) : handed.result(),
                        remark));
        awaiting = null;
    }

    /** An opinion has a date of its own: how the answer stood against it is what the asking side sees. */
    private void opinion(Act act, Side from, Side to, Instant due, Remark remark) {
        Punctuality mark = due == null ? null : Deadline.classify(act.effectiveAt(), due, false);
        lines.add(new Line(from, to, act.actorName(), act.effectiveAt(), mark, remark));
    }

    private static Side asked(Act act) {
        JsonNode told = EventJson.tree(act.details());
        return Side.of(told.path("toUnit").asText(), told.path("toDepartment").asText());
    }

    private static Instant opinionDue(Act act) {
        return Instant.parse(EventJson.tree(act.details()).path("due").asText());
    }

    private static String department(Act act) {
        boolean routes = ROUTES.contains(act.action());
        var told = routes ? EventJson.tree(act.details()).path("department") : null;
        return told != null && told.isTextual() ? told.asText() : null;
    }

    private static String unit(Act act, String competent) {
        var told = EventJson.tree(act.details()).path("handlingUnit");
        return told.isTextual() ? told.asText() : competent;
    }

    private Side handling() {
        return Side.of(unit, department);
    }

    private static Side centre(String unit) {
        return Side.of(unit, ONE_STOP);
    }

    private void line(Act act, Side from, Side to, Remark remark) {
        lines.add(new Line(from, to, act.actorName(), act.effectiveAt(), mark(act), remark));
    }

    private Punctuality mark(Act act) {
        LegalClock clock = dossier.clock();
        if (decided) {
            return clock.punctuality();
        }
        if (clock.due() == null || act.action().equals("RECEIVE")) {
            return null;
        }
        boolean sameDay = clock.limit() != null && clock.limit().unit() == LimitUnit.SAME_DAY;
        return Deadline.classify(act.effectiveAt(), clock.due(), sameDay);
    }
}
