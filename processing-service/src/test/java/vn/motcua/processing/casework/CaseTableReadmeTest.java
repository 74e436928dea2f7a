package vn.motcua.processing.casework;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vn.motcua.processing.casework.CaseTable.Follow;
import vn.motcua.processing.casework.CaseTable.Row;
import vn.motcua.processing.casework.CaseTable.Unanswered;
import vn.motcua.processing.casework.CaseTable.Withdrawal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;

/** The README's table is the one in the code; {@code -Dreadme.update=true} writes it anew. */
class CaseTableReadmeTest {
    private static final Path README = Path.of("README.md");
    private static final String BEGIN = "<!-- case table: generated -->\n";
    private static final String END = "<!-- end -->";

    @Test
    void the_readme_shows_the_table_of_the_code() throws IOException {
        String text = Files.readString(README);
        int from = text.indexOf(BEGIN) + BEGIN.length();
        int to = text.indexOf(END);
        if (Boolean.getBoolean("readme.update")) {
            text = text.substring(0, from) + table() + text.substring(to);
            Files.writeString(README, text);
            to = text.indexOf(END);
        }
        assertThat(text.substring(from, to)).isEqualTo(table());
    }

    private static String table() {
        StringBuilder table = new StringBuilder("| From | Act | By | When | To |\n|---|---|---|---|---|\n");
        for (Row row : CaseTable.ROWS) {
            table.append("| %s | %s%s | %s | %s | %s |\n"
                    .formatted(
                            row.from(),
                            row.act(),
                            row.act().offered() ? " ⇄" : "",
                            row.by().stream().map(CaseTableReadmeTest::part).collect(Collectors.joining(", ")),
                            names(row.when())
                                    + (row.withdrawal() == Withdrawal.ALLOWS ? " also frozen" : "")
                                    + (row.unanswered() == Unanswered.GOES_ON ? " also unanswered" : ""),
                            row.to()));
        }
        table.append("\n| Dossier stands in | Case leaves | For |\n|---|---|---|\n");
        for (Follow follow : CaseTable.FOLLOWS) {
            table.append("| %s | %s | %s |\n".formatted(names(follow.stages()), names(follow.from()), follow.to()));
        }
        return table.toString();
    }

    private static String part(Actor actor) {
        return actor.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String names(Collection<? extends Enum<?>> all) {
        return all.isEmpty() ? "–" : all.stream().map(Enum::name).collect(Collectors.joining(", "));
    }
}
