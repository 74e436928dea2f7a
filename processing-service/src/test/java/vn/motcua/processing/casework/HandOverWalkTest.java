package vn.motcua.processing.casework;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.processing.dossier.Dossier;
import vn.motcua.processing.dossier.DossierStageChanged;
import vn.motcua.processing.dossier.Stage;
import vn.motcua.processing.handover.HandOverBook;
import vn.motcua.processing.handover.HandOverEnd;
import vn.motcua.processing.officer.Officer;
import vn.motcua.processing.routing.Routing;
import vn.motcua.processing.routing.Routing.Routed;
import vn.motcua.processing.unit.Units;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Whatever officers of two units try in whatever order, a case has one competent unit, lies in one place, and each stay has one line. */
class HandOverWalkTest {
    private static final Instant AT = Instant.parse("2026-11-23T08:30:00Z");
    private static final String HOME = "14-03712-20250701";
    private static final String OTHER = "14-03703-20250701";
    private static final String THIRD = "14-03688-20250701";

    private static final List<Officer> OFFICERS = List.of(
            officer("a", HOME, "office", "specialist"),
            officer("b", HOME, "economy", "specialist"),
            officer("c", HOME, "office", "approver", "director"),
            officer("d", OTHER, "office", "specialist"),
            officer("e", OTHER, "economy", "specialist"),
            officer("f", OTHER, "office", "approver", "director"),
            officer("g", THIRD, "office", "specialist", "approver", "director"));

    private final Lines lines = new Lines();
    private final List<String> told = new ArrayList<>();
    private HandOvers handOvers;
    private Dossier dossier;
    private Case one;

    @Property(tries = 500)
    void a_case_is_one_units_and_lies_in_one_place(
            @ForAll @Size(max = 60) List<@IntRange(max = 6 * 10_000 - 1) Integer> tries) {
        begin();
        for (int each : tries) {
            attempt(each % 6, OFFICERS.get(each / 6 % 7), each / 42);
            holds();
        }
        if (one.elsewhere()) {
            handOvers.over(one, AT);
            one.move(State.CLOSED);
            holds();
        }
        assertThat(lines.running()).isZero();
        assertThat(one.unit()).isEqualTo(HOME);
    }

    private void holds() {
        assertThat(one.beside().competentUnit()).isEqualTo(HOME);
        assertThat(one.unit()).isIn(HOME, OTHER, THIRD);
        assertThat(one.elsewhere()).isEqualTo(one.beside().homeDepartment() != null);
        assertThat(lines.running()).as(told.toString()).isEqualTo(one.elsewhere() ? 1 : 0);
        if (one.elsewhere()) {
            assertThat(one.state()).isIn(State.OPEN, State.CLAIMED);
            assertThat(lines.last()).isEqualTo(one.unit() + " " + one.department());
        }
        assertThat(one.state() == State.CLAIMED).isEqualTo(one.lease() != null);
    }

    private void attempt(int what, Officer by, int choice) {
        Examination met = new Examination(one, dossier, null, by, AT);
        CaseAction action =
                switch (what) {
                    case 0, 1 ->
                        new CaseAction.HandOn(one.fence(), unit(choice), choice / 4 % 2 == 0 ? "office" : "economy");
                    case 2 -> new CaseAction.Accept();
                    case 3 -> new CaseAction.Decline("OUT_OF_COMPETENCE");
                    case 4 -> new CaseAction.Recall("DUE_SOON");
                    default -> new CaseAction.Claim(null);
                };
        try {
            var row = CaseTable.find(one.state(), one.flags(), action.act(), met.parts(), met.facts(null));
            act(met, action);
            one.move(row.to());
            told.add(action.act() + " by " + by.subject());
        } catch (ActRefused | ProblemException refused) {
            // the table or the place said no: nothing may have moved, which holds() looks at
        }
    }

    private void act(Examination met, CaseAction action) {
        switch (action.act()) {
            case HAND_ON -> handOvers.handOn(met, (CaseAction.HandOn) action, AT);
            case ACCEPT -> handOvers.accept(one, AT);
            case DECLINE -> handOvers.decline(one, (CaseAction.Decline) action, AT);
            case RECALL -> handOvers.recall(one, ((CaseAction.Recall) action).reasonCode(), AT);
            default -> {
                if (one.beside().handed() != null) {
                    handOvers.accept(one, AT);
                }
                one.hold(met.officer().subject(), null, AT, AT.plusSeconds(3600));
            }
        }
    }

    private static String unit(int choice) {
        return switch (choice % 4) {
            case 0 -> null;
            case 1 -> HOME;
            case 2 -> OTHER;
            default -> THIRD;
        };
    }

    private void begin() {
        lines.all.clear();
        told.clear();
        handOvers = new HandOvers();
        handOvers.book = lines;
        handOvers.routing = new Routing() {
            @Override
            public boolean knows(String department) {
                return Set.of("office", "economy").contains(department);
            }
        };
        handOvers.units = new Units() {
            @Override
            public String inForce(String asked, String asking, LocalDate on) {
                return asked;
            }
        };
        dossier = new Dossier(new DossierStageChanged(
                UUID.randomUUID(),
                "7K3M9QX2TD",
                null,
                1,
                HOME,
                HOME,
                HOME,
                "1.001193",
                1,
                "COUNTER",
                "COUNTER",
                Stage.IN_PROCESS,
                "TRANSFER",
                null,
                AT,
                AT,
                null,
                null,
                null,
                false,
                false,
                null,
                null,
                null));
        one = Case.opened(dossier, new Routed("office", null, null), 0, AT);
    }

    private static Officer officer(String subject, String unit, String department, String... roles) {
        return new Officer(subject, subject, null, Set.of(roles), Set.of(unit), department);
    }

    /** The book, in memory. */
    private static final class Lines extends HandOverBook {
        private final List<Map.Entry<String, String>> all = new ArrayList<>();

        private long running() {
            return all.stream().filter(each -> each.getValue().isEmpty()).count();
        }

        private String last() {
            return all.get(all.size() - 1).getKey();
        }

        @Override
        public void given(UUID caseId, Place from, Place to, String byName, Instant at) {
            assertThat(from.unit()).isEqualTo(HOME);
            assertThat(running()).isZero();
            all.add(Map.entry(to.unit() + " " + to.department(), ""));
        }

        @Override
        public void accepted(UUID caseId, Instant at) {
            assertThat(running()).isEqualTo(1);
        }

        @Override
        public void moved(UUID caseId, String department) {
            assertThat(running()).isEqualTo(1);
            all.set(all.size() - 1, Map.entry(last().split(" ")[0] + " " + department, ""));
        }

        @Override
        public void ended(UUID caseId, HandOverEnd how, Instant at) {
            assertThat(running()).isEqualTo(1);
            all.set(all.size() - 1, Map.entry(last(), how.name()));
        }
    }
}
