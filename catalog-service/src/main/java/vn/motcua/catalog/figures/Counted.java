package vn.motcua.catalog.figures;

import vn.motcua.catalog.figures.Publicity.Indicator;
import vn.motcua.catalog.figures.Publicity.State;
import vn.motcua.catalog.http.Asked;
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.platform.problem.Problems;

import java.util.Arrays;
import java.util.List;

/** Which procedures behind a number are asked for; both null: all. */
public record Counted(Indicator indicator, State state) {
    private static final Counted ALL = new Counted(null, null);

    /** @throws ProblemException validation for an unknown word, or one without the other */
    static Counted strict(String figure, String state) {
        List<String> figures =
                Arrays.stream(Indicator.values()).map(Indicator::code).toList();
        List<String> states = Arrays.stream(State.values()).map(Enum::name).toList();
        String one = Asked.word("figure", figure, figures, null);
        String other = Asked.word("state", state, states, null);
        if ((one == null) != (other == null)) {
            throw new ProblemException(Problems.VALIDATION)
                    .violation(one == null ? "/figure" : "/state", String.join(", ", one == null ? figures : states));
        }
        return one == null ? ALL : new Counted(Indicator.values()[figures.indexOf(one)], State.valueOf(other));
    }

    /** Everything where the words are wrong: bad input never stops a person. */
    public static Counted lenient(String figure, String state) {
        try {
            return strict(figure, state);
        } catch (ProblemException wrong) {
            return ALL;
        }
    }

    /** Those of the rows. */
    public List<Publicity.Row> of(List<Publicity.Row> rows) {
        return indicator == null
                ? rows
                : rows.stream().filter(each -> each.of(indicator) == state).toList();
    }
}
