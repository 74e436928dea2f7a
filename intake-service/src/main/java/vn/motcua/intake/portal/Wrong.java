package vn.motcua.intake.portal;

import vn.motcua.platform.problem.ProblemException;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is wrong with a form, by field of the page, said so that the person can mend it. */
final class Wrong {
    /** Nothing. */
    static final Map<String, String> NOTHING = Map.of();

    private Wrong() {}

    /** The violations of a refusal by field; those without a field stand under {@code form}. */
    static Map<String, String> of(ProblemException refused, String lang) {
        WrongTexts texts = PortalAnswer.wrong(lang);
        Map<String, String> wrong = new LinkedHashMap<>();
        if (refused.members().get("violations") instanceof List<?> violations) {
            for (Object violation : violations) {
                String pointer = String.valueOf(((Map<?, ?>) violation).get("pointer"));
                String field = field(pointer);
                wrong.put(field, text(field, texts));
            }
        }
        if (wrong.isEmpty()) {
            wrong.put("form", PortalAnswer.said(refused, lang));
        }
        return wrong;
    }

    private static String field(String pointer) {
        return switch (pointer) {
            case "/owner/name" -> "name";
            case "/owner/identifier" -> "identifier";
            case "/owner/address" -> "address";
            case "/owner/phone" -> "phone";
            case "/owner/email" -> "email";
            case "/submitter/name" -> "submitter";
            case "/submitter/authorisation" -> "authorisation";
            case "/quantities/pages" -> "pages";
            case "/quantities/copies", "/quantities" -> "copies";
            case "/receivingUnit", "/competentUnit", "/returningUnit" -> "unit";
            case "/returnMode" -> "returnMode";
            default -> "form";
        };
    }

    private static String text(String field, WrongTexts texts) {
        return switch (field) {
            case "name" -> texts.name();
            case "identifier" -> texts.identifier();
            case "address" -> texts.address();
            case "phone" -> texts.phone();
            case "email" -> texts.email();
            case "submitter" -> texts.submitter();
            case "authorisation" -> texts.authorisation();
            case "pages" -> texts.pages();
            case "copies" -> texts.copies();
            case "unit" -> texts.unit();
            case "returnMode" -> texts.return_way();
            default -> texts.form();
        };
    }
}
