package vn.motcua.catalog.guidance;

import vn.motcua.catalog.guidance.Headings.Kind;
import vn.motcua.catalog.procedure.Channel;
import vn.motcua.catalog.procedure.Component;
import vn.motcua.catalog.procedure.FeeRule;
import vn.motcua.catalog.procedure.Procedure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The questions of a procedure and the papers of their answers. A paper without a case is on every list; one of a case is on
 * the list of whoever is in that case; one for a way of filing on the list of that way. What was not answered leaves nothing
 * out but is told as open.
 */
public final class Guide {
    private static final Pattern WAY = Pattern.compile(
            "nếu (?:người (?:có )?yêu cầu lựa chọn )?nộp hồ sơ theo hình thức (trực tiếp|trực tuyến)"
                    + "( hoặc gửi hồ sơ qua hệ thống bưu chính)?",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern OF_WHOM = Pattern.compile(
            "^(?:các )?giấy tờ phải (?:nộp|xuất trình)[: ]+đối với (.+?)(?: phải xuất trình)?$",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private record Sorted(Component component, Kind kind, Choice choice, Set<Channel> ways) {}

    private final Procedure procedure;
    private final List<Sorted> papers;

    private Guide(Procedure procedure, List<Sorted> papers) {
        this.procedure = procedure;
        this.papers = papers;
    }

    public static Guide of(Procedure procedure) {
        Map<String, Kind> kinds = Headings.kinds(procedure.components().stream()
                .map(Component::caseName)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        return new Guide(
                procedure,
                procedure.components().stream().map(each -> sorted(each, kinds)).toList());
    }

    private static Sorted sorted(Component component, Map<String, Kind> kinds) {
        String heading = component.caseName();
        Kind kind = heading == null ? Kind.PLAIN : kinds.get(heading);
        Choice choice = kind == Kind.CASE || kind == Kind.PROXY ? Choice.of(label(heading)) : null;
        return new Sorted(
                component, kind, choice, kind == Kind.ONLINE ? EnumSet.of(Channel.ONLINE) : ways(component.name()));
    }

    /** What is to be handed in and what is to be shown by the same people is one case. */
    private static String label(String heading) {
        String bare = Headings.bare(heading);
        Matcher whom = OF_WHOM.matcher(bare);
        return whom.matches()
                ? whom.group(1).substring(0, 1).toUpperCase() + whom.group(1).substring(1)
                : bare;
    }

    private static Set<Channel> ways(String name) {
        Matcher way = WAY.matcher(name);
        if (!way.find()) {
            return EnumSet.allOf(Channel.class);
        }
        boolean online = way.group(1).equalsIgnoreCase("trực tuyến");
        Set<Channel> ways = online ? EnumSet.of(Channel.ONLINE) : EnumSet.of(Channel.COUNTER, Channel.POST);
        if (way.group(2) != null) {
            ways.add(Channel.POST);
        }
        return ways;
    }

    /** The cases that are asked for, in the list's order; empty where nothing is asked. */
    public List<Choice> cases() {
        return choices(Kind.CASE);
    }

    /** Whether "none of these" is an answer: where there are papers besides those of the cases, or only one case. */
    public boolean mayBeNone() {
        return cases().size() == 1
                || !cases().isEmpty()
                        && papers.stream().anyMatch(each -> each.kind == Kind.PLAIN || each.kind == Kind.TO_SHOW);
    }

    /** The case of those for whom somebody else files; null where the list does not tell it apart. */
    public Choice proxy() {
        return choices(Kind.PROXY).stream().findFirst().orElse(null);
    }

    /** Whether the number of pages changes the fee. */
    public boolean asksPages() {
        return procedure.fees().stream().anyMatch(fee -> fee.rule() == FeeRule.TIERED_PER_PAGE);
    }

    /** Whether the number of copies changes the fee. */
    public boolean asksCopies() {
        return procedure.fees().stream().anyMatch(fee -> "copy".equals(fee.per()) && fee.rule() != FeeRule.FREE);
    }

    /** The ways of filing to choose from; all three where the list names none. */
    public List<Channel> channels() {
        return procedure.channels().isEmpty() ? Arrays.asList(Channel.values()) : procedure.channels();
    }

    private List<Choice> choices(Kind kind) {
        return papers.stream()
                .filter(each -> each.kind == kind)
                .map(Sorted::choice)
                .distinct()
                .toList();
    }

    /** The papers that the answers call for. */
    public Checklist checklist(Answers answers) {
        List<String> known = new ArrayList<>();
        cases().forEach(each -> known.add(each.key()));
        Choice proxy = proxy();
        boolean caseKnown = cases().isEmpty()
                || answers.cases().stream().anyMatch(known::contains)
                || mayBeNone() && answers.cases().contains(Answers.NONE);
        boolean proxyKnown = proxy == null || !answers.cases().isEmpty();
        Map<String, List<Checklist.Paper>> sections = new LinkedHashMap<>();
        sections.put(null, new ArrayList<>());
        List<String> notNeeded = new ArrayList<>();
        for (Sorted each : papers) {
            boolean way = answers.channel() == null || each.ways.contains(answers.channel());
            boolean chosen = each.choice == null || answers.cases().contains(each.choice.key());
            boolean asked = each.choice == null || (each.kind == Kind.PROXY ? proxyKnown : caseKnown);
            if (way && chosen) {
                sections.computeIfAbsent(title(each), t -> new ArrayList<>()).add(paper(each));
            } else if (!way || asked) {
                notNeeded.add(each.component.id());
            }
        }
        return new Checklist(
                sections.entrySet().stream()
                        .filter(each -> !each.getValue().isEmpty())
                        .map(each -> new Checklist.Section(each.getKey(), each.getValue()))
                        .toList(),
                notNeeded,
                open(answers, caseKnown, proxyKnown),
                answers.cases().stream().filter(key -> !isKnown(key)).sorted().toList());
    }

    private boolean isKnown(String key) {
        return key.equals(Answers.NONE)
                || key.equals(Answers.SELF)
                || papers.stream()
                        .anyMatch(
                                each -> each.choice != null && each.choice.key().equals(key));
    }

    private List<Checklist.Question> open(Answers answers, boolean caseKnown, boolean proxyKnown) {
        List<Checklist.Question> open = new ArrayList<>();
        if (!caseKnown) {
            open.add(Checklist.Question.CASE);
        }
        if (!proxyKnown) {
            open.add(Checklist.Question.PROXY);
        }
        if (asksPages() && answers.pages() == null) {
            open.add(Checklist.Question.PAGES);
        }
        if (asksCopies() && answers.copies() == null) {
            open.add(Checklist.Question.COPIES);
        }
        if (answers.channel() == null && channels().size() > 1) {
            open.add(Checklist.Question.CHANNEL);
        }
        return open;
    }

    /** Papers that are simply needed stand under no title; the others under the words of their case or heading. */
    private static String title(Sorted each) {
        return switch (each.kind) {
            case PLAIN -> ofOneOf(each.component.caseName());
            case TO_SHOW -> null;
            case CASE, PROXY -> each.choice.label();
            case NOTE, IF_IT_APPLIES, ONLINE -> each.component.caseName();
        };
    }

    /** "To be handed in" says nothing that a list of papers does not say; whose or which part it is does. */
    private static String ofOneOf(String heading) {
        if (heading == null) {
            return null;
        }
        String bare = Headings.bare(heading);
        boolean empty = bare.toLowerCase().startsWith("giấy tờ phải nộp") || bare.equalsIgnoreCase("thành phần hồ sơ");
        return empty ? null : bare;
    }

    private static Checklist.Paper paper(Sorted each) {
        return new Checklist.Paper(
                each.component.id(),
                each.component.name(),
                each.component.originals(),
                each.component.copies(),
                each.component.certifiedCopies(),
                each.kind == Kind.TO_SHOW,
                each.kind == Kind.NOTE,
                each.kind == Kind.IF_IT_APPLIES);
    }
}
