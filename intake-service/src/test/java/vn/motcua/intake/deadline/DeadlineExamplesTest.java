package vn.motcua.intake.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.intake.deadline.Calendars.legal;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

class DeadlineExamplesTest {
    @TestFactory
    Stream<DynamicTest> every_shipped_example_gives_its_date() {
        return Calendars.lines("/deadline_examples.csv").stream().map(DeadlineExamplesTest::example);
    }

    private static DynamicTest example(String line) {
        String[] cells = line.split(",", 7);
        LimitUnit unit = LimitUnit.valueOf(cells[2].toUpperCase(Locale.ROOT));
        LocalTime cutOff = cells[3].isEmpty() ? null : LocalTime.parse(cells[3]);
        Limit limit = new Limit(Integer.parseInt(cells[1]), unit, cutOff);
        List<Pause> pauses = cells[4].isEmpty()
                ? List.of()
                : Arrays.stream(cells[4].split(" "))
                        .map(p -> p.split("/"))
                        .map(p -> new Pause(legal(p[0]), legal(p[1])))
                        .toList();
        return DynamicTest.dynamicTest(cells[6], () -> {
            Due due = Deadline.due(legal(cells[0]), limit, Calendars.shipped(), pauses);
            assertThat(due.due()).isEqualTo(legal(cells[5]));
            assertThat(due.provisional()).isEqualTo(cells[5].startsWith("2027"));
        });
    }
}
