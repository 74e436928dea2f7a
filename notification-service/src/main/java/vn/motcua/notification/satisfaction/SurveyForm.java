package vn.motcua.notification.satisfaction;

import org.jboss.resteasy.reactive.RestForm;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The fields of the form at {@code /danh-gia}, as they were filled in. */
public class SurveyForm {
    static final int WORDS_MAX = 1000;
    private static final String MARK = "[1-5]";

    /** The token that this form was opened with: the one thing that lets it in. */
    @RestForm
    public String token;

    @RestForm
    public String mark;

    @RestForm
    public String step1;

    @RestForm
    public String step2;

    @RestForm
    public String step3;

    @RestForm
    public String step4;

    @RestForm
    public String step5;

    @RestForm
    public List<String> reason;

    @RestForm
    public String words;

    /** The names of the fields that cannot be taken. */
    List<String> wrong() {
        List<String> wrong = new ArrayList<>();
        if (mark == null || !mark.matches(MARK)) {
            wrong.add("mark");
        }
        if (steps().stream().anyMatch(each -> each != null && !each.isEmpty() && !each.matches(MARK))) {
            wrong.add("step");
        }
        if (words != null && (words.strip().length() > WORDS_MAX || words.indexOf('\0') >= 0)) {
            wrong.add("words");
        }
        if (reason != null && (reason.size() > Reason.values().length || !known(reason))) {
            wrong.add("reason");
        }
        return wrong;
    }

    /** What is said; only after {@link #wrong} found nothing. */
    Answer answer() {
        List<Integer> marks = new ArrayList<>();
        steps().forEach(each -> marks.add(each == null || each.isEmpty() ? null : Integer.valueOf(each)));
        Set<Reason> reasons = EnumSet.noneOf(Reason.class);
        if (reason != null) {
            reason.forEach(each -> reasons.add(Reason.valueOf(each)));
        }
        return new Answer(
                Integer.parseInt(mark), marks, reasons, words == null || words.isBlank() ? null : words.strip());
    }

    private List<String> steps() {
        List<String> steps = new ArrayList<>();
        steps.add(step1);
        steps.add(step2);
        steps.add(step3);
        steps.add(step4);
        steps.add(step5);
        return steps;
    }

    boolean ticked(Reason wanted) {
        return reason != null && reason.contains(wanted.name());
    }

    private static boolean known(List<String> names) {
        return names.stream().allMatch(name -> {
            for (Reason each : Reason.values()) {
                if (each.name().equals(name)) {
                    return true;
                }
            }
            return false;
        });
    }
}
