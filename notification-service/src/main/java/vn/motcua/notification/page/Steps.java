package vn.motcua.notification.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The five dots: the one recurring picture of the five steps. */
public final class Steps {

    /**
     * One dot.
     *
     * @param look {@code done}, {@code now} or {@code next}
     * @param says the same in words, for who does not see the dot
     */
    public record Dot(String name, String look, String says) {}

    private Steps() {}

    /**
     * The dots of a dossier.
     *
     * @param step where it stands, 1 to 5
     * @param finished whether the last step is done too
     */
    public static List<Dot> of(int step, boolean finished, Map<String, String> texts) {
        List<Dot> dots = new ArrayList<>();
        for (int i = 1; i <= 5; i++) {
            String look = i < step || finished ? "done" : i == step ? "now" : "next";
            dots.add(new Dot(texts.get("step" + i), look, texts.get(look)));
        }
        return dots;
    }
}
