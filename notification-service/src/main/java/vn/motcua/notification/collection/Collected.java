package vn.motcua.notification.collection;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Who came to the counter and how they signed, beyond what the event tells. Kept sealed; in no event, log or list.
 *
 * @param person null where the owner or the submitter came, whom the dossier knows
 * @param signature null where nothing was kept of it
 */
public record Collected(Person person, Signature signature) {
    private static final int MOST_STROKES = 120;
    private static final int MOST_NUMBERS = 6_000;

    /** The field of the pad, in its own units. */
    public static final int WIDTH = 1000;

    public static final int HEIGHT = 400;

    /**
     * Who collected.
     *
     * @param relation to the owner
     * @param proxy by what they act for the owner, null for the owner and the submitter themselves
     */
    @Schema(name = "Collector")
    public record Person(@NotBlank @Size(max = 200) String name, Relation relation, Proxy proxy) {}

    /** To the owner. */
    @Schema(name = "CollectorRelation")
    public enum Relation {
        SPOUSE,
        PARENT,
        CHILD,
        GRANDPARENT,
        SIBLING,
        COLLEAGUE,
        OTHER;

        private static final Set<Relation> CLOSE = EnumSet.of(SPOUSE, PARENT, CHILD, GRANDPARENT, SIBLING);

        /** Whose authorisation needs no certification in matters of civil status (published procedures 1.001193, 1.000656, 2.000635). */
        boolean close() {
            return CLOSE.contains(this);
        }
    }

    /** By what somebody acts for the owner, as the officer has seen it. */
    @Schema(name = "CollectorProxy")
    public enum Proxy {
        /** A certified authorisation. */
        CERTIFIED,
        /** A written one, or the letter of an organisation. */
        WRITTEN,
        /** Close family, whose authorisation is not certified. */
        FAMILY
    }

    /** Where it was signed. */
    @Schema(name = "CollectorSigned")
    public enum Signed {
        ON_PAD,
        ON_PAPER
    }

    /**
     * The signature.
     *
     * @param strokes of the pad, each as x, y, x, y … in a field of 1000 × 400; null on paper
     */
    @Schema(name = "CollectorSignature")
    public record Signature(
            @NotNull Signed signed,
            @Size(max = MOST_STROKES) List<@NotNull @Size(min = 2) List<@NotNull Integer>> strokes) {

        /** Whether the strokes are there where they have to be, whole, in the field and not too many. */
        boolean drawn() {
            if (signed == Signed.ON_PAPER || strokes == null || strokes.isEmpty()) {
                return signed == Signed.ON_PAPER && strokes == null;
            }
            return strokes.stream().mapToInt(List::size).sum() <= MOST_NUMBERS
                    && strokes.stream().allMatch(Signature::inField);
        }

        private static boolean inField(List<Integer> stroke) {
            for (int i = 0; i < stroke.size(); i++) {
                int most = i % 2 == 0 ? WIDTH : HEIGHT;
                if (stroke.get(i) < 0 || stroke.get(i) > most) {
                    return false;
                }
            }
            return stroke.size() % 2 == 0;
        }
    }

    /**
     * What does not fit, as a JSON pointer; null where everything does.
     *
     * @param authorised whether somebody other than owner and submitter came: they say who they are and by what they act
     */
    public String unfit(boolean authorised) {
        if (authorised != (person != null && person.proxy != null)) {
            return "/person/proxy";
        }
        if (authorised && person.proxy == Proxy.FAMILY && (person.relation == null || !person.relation.close())) {
            return "/person/relation";
        }
        return signature == null || signature.drawn() ? null : "/signature/strokes";
    }

    /** As it is stored: the sealed part. */
    record Kept(String name, Relation relation) {}

    /** As it is stored: the strokes of the pad. */
    record Strokes(List<List<Integer>> strokes) {
        /** The path of an SVG. */
        String path() {
            StringBuilder path = new StringBuilder();
            for (List<Integer> stroke : strokes) {
                for (int i = 0; i < stroke.size(); i += 2) {
                    path.append(i == 0 ? 'M' : 'L')
                            .append(stroke.get(i))
                            .append(' ')
                            .append(stroke.get(i + 1));
                }
                if (stroke.size() == 2) {
                    path.append("l1 0");
                }
            }
            return path.toString();
        }
    }
}
