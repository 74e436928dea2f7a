package vn.motcua.intake.act;

import vn.motcua.intake.IntakeProblem;
import vn.motcua.intake.formername.FormerName;
import vn.motcua.platform.problem.ProblemException;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Grounds that the law does not let stand: a demand or refusal for nothing but a unit's former name ({@link FormerName}). */
final class Grounds {
    private static final String DETAIL = "anotherGround";

    private Grounds() {}

    /**
     * Before anything changes: nothing rests on a former name alone. Words that speak of one pass only where the officer says that there is
     * another ground, which the history keeps.
     *
     * @throws ProblemException 409 former-unit-name at the counter
     * @throws UnfitBody FORMER_UNIT_NAME for what a case offers
     */
    static void require(Doing doing) {
        Map<String, String> wrong = new LinkedHashMap<>();
        Body body = doing.deed().body();
        if (body instanceof ActionRequest.Refuse refuse) {
            words(refuse.anotherGround(), doing, wrong, Map.of("/reason", refuse.reason()));
            code("/reasonCode", refuse.reasonCode(), wrong);
        } else if (body instanceof ActionRequest.AskSupplement asked) {
            Map<String, String> written = new LinkedHashMap<>(Map.of("/reason", asked.reason()));
            written.put("/ground", asked.ground());
            code("/groundCode", asked.groundCode(), wrong);
            for (int i = 0; i < asked.items().size(); i++) {
                written.put("/items/" + i + "/note", asked.items().get(i).note());
                code("/items/" + i + "/reasonCode", asked.items().get(i).reasonCode(), wrong);
            }
            words(asked.anotherGround(), doing, wrong, written);
            code("/reasonCode", asked.reasonCode(), wrong);
        } else if (offered(body).anyMatch(FormerName.REASON::equals)) {
            throw new UnfitBody(FormerName.REASON, "/reasonCode", FormerName.REASON);
        }
        if (!wrong.isEmpty()) {
            ProblemException problem = new ProblemException(IntakeProblem.FORMER_UNIT_NAME);
            wrong.forEach(problem::violation);
            throw problem;
        }
    }

    /** The codes of a case's supplement request or decision. */
    private static Stream<String> offered(Body body) {
        if (body instanceof OfferedBody.AskSupplement asked) {
            return Stream.concat(
                    Stream.of(asked.reasonCode(), String.valueOf(asked.groundCode())),
                    asked.items().stream().map(OfferedBody.Item::reasonCode));
        }
        return body instanceof OfferedBody.Decide decided ? Stream.ofNullable(decided.groundCode()) : Stream.empty();
    }

    private static void code(String pointer, String code, Map<String, String> wrong) {
        if (FormerName.REASON.equals(code)) {
            wrong.put(pointer, FormerName.REASON);
        }
    }

    private static void words(Boolean another, Doing doing, Map<String, String> wrong, Map<String, String> written) {
        List<String> speaking = written.entrySet().stream()
                .filter(each -> FormerName.in(each.getValue()))
                .map(Map.Entry::getKey)
                .toList();
        if (!speaking.isEmpty() && Boolean.TRUE.equals(another)) {
            doing.details().put(DETAIL, true);
        } else {
            speaking.forEach(pointer -> wrong.put(pointer, FormerName.REASON));
        }
    }
}
