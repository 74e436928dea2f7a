package vn.motcua.processing.casework;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vn.motcua.processing.casework.CaseTable.Row;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** Every act of a holder can say under which claim it is done. */
class HoldersActsTest {
    @Test
    void every_act_that_only_a_holder_does_takes_a_fencing_number() {
        Set<String> wanted = CaseTable.ROWS.stream()
                .filter(row -> row.when().contains(Guard.HOLDS))
                .map(Row::act)
                .map(Act::name)
                .collect(Collectors.toSet());
        Set<String> taken = Arrays.stream(CaseAction.class.getPermittedSubclasses())
                .filter(each -> Arrays.stream(each.getRecordComponents())
                        .anyMatch(component -> component.getName().equals("fence")))
                .map(each -> each.getSimpleName()
                        .replaceAll("([a-z])([A-Z])", "$1_$2")
                        .toUpperCase(java.util.Locale.ROOT))
                .collect(Collectors.toSet());
        assertThat(taken).containsAll(wanted);
        assertThat(wanted)
                .contains("CLAIM", "RELEASE", "HAND_ON", "ASK_SUPPLEMENT", "ASK_PAYMENT", "ASK_EXTENSION", "PROPOSE");
    }
}
