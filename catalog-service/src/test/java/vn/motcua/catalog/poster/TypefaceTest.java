package vn.motcua.catalog.poster;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.TreeSet;

class TypefaceTest {
    private final PDDocument document = new PDDocument();
    private Typeface regular;
    private Typeface bold;

    @BeforeEach
    void load() throws IOException {
        regular = Typeface.regular(document);
        bold = Typeface.bold(document);
    }

    @AfterEach
    void close() throws IOException {
        document.close();
    }

    @Test
    void both_cuts_have_every_letter_of_vietnamese() {
        String vowels = "aăâeêioôơuưy";
        StringBuilder all = new StringBuilder("đĐ");
        for (char vowel : vowels.toCharArray()) {
            for (String tone : new String[] {"", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323"}) {
                String letter = Normalizer.normalize(vowel + tone, Normalizer.Form.NFC);
                all.append(letter).append(letter.toUpperCase());
            }
        }
        assertThat(all).hasSize(2 + 12 * 6 * 2);
        assertThat(regular.plain(all.toString())).isEqualTo(all.toString());
        assertThat(bold.plain(all.toString())).isEqualTo(all.toString());
    }

    @Test
    void decomposed_text_is_shown_composed() {
        String decomposed = Normalizer.normalize("Mường Sại", Normalizer.Form.NFD);
        assertThat(regular.plain(decomposed)).isEqualTo("Mường Sại");
    }

    @Test
    void nothing_in_the_lists_becomes_a_question_mark() throws IOException {
        for (String list : new String[] {"procedures.csv", "procedure_documents.csv", "units_new.csv"}) {
            try (InputStream in = getClass().getResourceAsStream("/data/" + list)) {
                TreeSet<String> lost = new TreeSet<>();
                Normalizer.normalize(new String(in.readAllBytes(), StandardCharsets.UTF_8), Normalizer.Form.NFC)
                        .codePoints()
                        .mapToObj(Character::toString)
                        .filter(letter -> !letter.isBlank() && !letter.equals("?"))
                        .filter(letter -> regular.plain(letter).equals("?"))
                        .forEach(lost::add);
                assertThat(lost).as(list).isEmpty();
            }
        }
    }

    @Test
    void lines_fit_and_what_is_too_long_says_so() {
        String text = "Đăng ký khai sinh có yếu tố nước ngoài tại khu vực biên giới ".repeat(4);
        assertThat(regular.wrap(text, 12, 60, 99))
                .allSatisfy(line -> assertThat(regular.width(line, 12)).isLessThanOrEqualTo(60));
        assertThat(String.join(" ", regular.wrap(text, 12, 60, 99))).isEqualTo(text.strip());
        assertThat(regular.wrap(text, 12, 60, 3)).hasSize(3).last().asString().endsWith("…");
        assertThat(regular.wrap("x".repeat(400), 12, 60, 99))
                .allSatisfy(line -> assertThat(regular.width(line, 12)).isLessThanOrEqualTo(60));
        assertThat(regular.wrap("", 12, 60, 9)).containsExactly("");
    }
}
