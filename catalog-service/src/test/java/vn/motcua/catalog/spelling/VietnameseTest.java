package vn.motcua.catalog.spelling;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.motcua.catalog.lists.ListSource;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Proofs over all syllables Vietnamese can write, and over every word of the shipped lists. */
class VietnameseTest {
    private static final List<String> ONSETS = List.of(
            "", "b", "c", "ch", "d", "đ", "g", "gh", "gi", "h", "k", "kh", "l", "m", "n", "ng", "ngh", "nh", "p", "ph",
            "qu", "r", "s", "t", "th", "tr", "v", "x");
    private static final List<String> VOWELS = List.of(
            "a", "ă", "â", "e", "ê", "i", "o", "ô", "ơ", "u", "ư", "y", "ai", "ao", "au", "ay", "âu", "ây", "eo", "êu",
            "ia", "iê", "iu", "oa", "oă", "oe", "oi", "ôi", "ơi", "ua", "uâ", "uê", "ui", "uô", "uơ", "uy", "ưa", "ưi",
            "ươ", "ưu", "yê", "iêu", "yêu", "oai", "oao", "oay", "oeo", "uây", "uôi", "uya", "uyê", "uyu", "ươi",
            "ươu");
    private static final List<String> CODAS = List.of("", "ch", "ng", "t");
    private static final List<String> TONES = List.of("\u0300", "\u0301", "\u0303", "\u0309", "\u0323");
    private static final Pattern MARK = Pattern.compile("\\p{M}");

    @ParameterizedTest
    @CsvSource({
        "hoà,hòa",
        "HOÀ,hòa",
        "hoá,hóa",
        "khoẻ,khỏe",
        "thuỷ,thủy",
        "tuỳ,tùy",
        "huỷ,hủy",
        "xoè,xòe",
        "gìa,già",
        "qúa,quá",
        "kí,ký",
        "lí,lý",
        "mĩ,mỹ",
        "sĩ,sỹ",
        "tỉ,tỷ",
        "hi,hy",
        "í,ý",
        "quì,quỳ",
        "quí,quý",
        "Quình,Quỳnh",
        "quít,quýt"
    })
    void two_spellings_of_one_word_are_the_same(String one, String other) {
        assertThat(Vietnamese.exact(one)).isEqualTo(Vietnamese.exact(other));
        assertThat(Vietnamese.key(one)).isEqualTo(Vietnamese.key(other));
    }

    @ParameterizedTest
    @CsvSource({
        "thuý,thúi",
        "tay,tai",
        "tây,tâi",
        "mua,muă",
        "sinh,xinh",
        "hòa,họa",
        "đa,da",
        "quyên,quiên",
        "y,u",
        "cay,cai",
        "nguy,ngui",
        "ma,má",
        "hoa,hòa",
        "yêu,iu"
    })
    void two_words_stay_two_words(String one, String other) {
        assertThat(Vietnamese.exact(one)).isNotEqualTo(Vietnamese.exact(other));
    }

    @Test
    void the_tone_of_a_syllable_means_the_same_wherever_it_was_set() {
        forEverySyllable((onset, vowels, coda) -> {
            for (String tone : TONES) {
                Set<String> exact = new TreeSet<>();
                for (int at = 0; at < vowels.length(); at++) {
                    String word = onset + vowels.substring(0, at + 1) + tone + vowels.substring(at + 1) + coda;
                    exact.add(Vietnamese.exact(word));
                    exact.add(Vietnamese.exact(Normalizer.normalize(word, Form.NFC)));
                    exact.add(Vietnamese.exact(Normalizer.normalize(word, Form.NFKD)));
                    exact.add(Vietnamese.exact(
                            Normalizer.normalize(word, Form.NFC).toUpperCase(Locale.ROOT)));
                }
                assertThat(exact).as(onset + vowels + coda).hasSize(1);
            }
        });
    }

    @Test
    void six_tones_stay_six_words_of_one_key() {
        forEverySyllable((onset, vowels, coda) -> {
            Set<String> exact = new TreeSet<>(List.of(Vietnamese.exact(onset + vowels + coda)));
            Set<String> keys = new TreeSet<>(List.of(Vietnamese.key(onset + vowels + coda)));
            for (String tone : TONES) {
                String word = onset + vowels.charAt(0) + tone + vowels.substring(1) + coda;
                exact.add(Vietnamese.exact(word));
                keys.add(Vietnamese.key(word));
            }
            assertThat(exact).as(onset + vowels + coda).hasSize(6);
            assertThat(keys).as(onset + vowels + coda).hasSize(1);
        });
    }

    @Test
    void what_is_normal_stays_as_it_is_and_a_key_is_plain() {
        forEverySyllable((onset, vowels, coda) -> {
            String exact = Vietnamese.exact(onset + vowels + "\u0323" + coda);
            assertThat(Vietnamese.exact(exact)).isEqualTo(exact);
            assertThat(Vietnamese.key(exact)).matches("[a-z]+");
            assertThat(Vietnamese.key(Vietnamese.key(exact))).isEqualTo(Vietnamese.key(exact));
        });
    }

    @Test
    void every_word_of_the_lists_keeps_its_letters_and_its_tone() {
        Map<String, String> changed = new HashMap<>();
        for (String file : List.of("units_new.csv", "units_old.csv", "procedures.csv")) {
            String text = new String(ListSource.shipped().bytes(file), StandardCharsets.UTF_8);
            for (Vietnamese.Word word : Vietnamese.words(text)) {
                String written = text.substring(word.start(), word.end()).toLowerCase(Locale.ROOT);
                String exact = Vietnamese.exact(written);
                assertThat(marks(exact)).as(written).isEqualTo(marks(written));
                if (!exact.equals(written)) {
                    changed.put(written, exact);
                }
            }
        }
        assertThat(changed.entrySet())
                .isNotEmpty()
                .allMatch(each -> each.getKey().matches(".*(o[àáảãạ]|o[èéẻẽẹ]|u[ỳýỷỹỵ]|y|[yỳýỷỹỵ]).*")
                        || each.getValue().length() == each.getKey().length());
    }

    @Test
    void words_are_found_where_they_stand_whatever_stands_between_them() {
        Random random = new Random(5);
        List<String> words =
                List.of("hoà", "Đăng", "ký", "2.000815", "1.004222.H40", "Tp", "e\u0302\u0301", "🦆", "'", "<b>");
        for (int round = 0; round < 2_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(8); i > 0; i--) {
                text.append(words.get(random.nextInt(words.size()))).append(" ,-\t/'\n".charAt(random.nextInt(7)));
            }
            List<String> keys = new ArrayList<>();
            int last = 0;
            for (Vietnamese.Word word : Vietnamese.words(text.toString())) {
                assertThat(word.start()).isGreaterThanOrEqualTo(last);
                assertThat(word.end()).isGreaterThan(word.start());
                last = word.end();
                keys.add(word.key());
                assertThat(Vietnamese.key(text.substring(word.start(), word.end())))
                        .isEqualTo(word.key());
            }
            assertThat(String.join(" ", keys)).isEqualTo(Vietnamese.key(text.toString()));
        }
    }

    @Test
    void a_code_is_one_word() {
        assertThat(Vietnamese.key("Mã: 2.000815, và 1.004222.H40.")).isEqualTo("ma 2.000815 va 1.004222.h40");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "…", "🦆", "\u0301", "Ａ", "İ", "ß", "Σς", "ăáấ", "\u0000"})
    void no_text_is_too_strange(String text) {
        assertThat(Vietnamese.exact(text)).isNotNull();
        assertThat(Vietnamese.key(text)).doesNotContain("'");
    }

    @ParameterizedTest
    @CsvSource({
        "khai,khai,0",
        "xinh,sinh,1",
        "trung,chung,1",
        "sin,sinh,1",
        "khia,khai,2",
        "chugn,chung,2",
        "thucc,thuc,2",
        "lam,nam,1",
        "ket,hon,99",
        "a,b,99",
        "registratoin,registration,2",
        "regstratoin,registration,4",
        "rieng,dieng,1"
    })
    void slips_have_a_price(String one, String other, int cost) {
        assertThat(Near.cost(one, other)).isEqualTo(cost);
    }

    /** The plain definition: insert, leave out, replace a letter, or exchange two neighbours, counted over whole words. */
    @Test
    void prices_are_those_of_the_plain_definition() {
        Random random = new Random(5);
        for (int i = 0; i < 20_000; i++) {
            String one = letters(random);
            String other = random.nextBoolean() ? letters(random) : one.substring(1) + "n";
            int slips = slips(one, other);
            int cost = Near.cost(one, other);
            if (cost == 2) {
                assertThat(slips).as("%s %s", one, other).isEqualTo(1);
            } else if (cost == 4) {
                assertThat(slips).as("%s %s", one, other).isEqualTo(2);
            } else if (cost == Near.FAR && Math.min(one.length(), other.length()) > 1) {
                assertThat(slips).as("%s %s", one, other).isGreaterThan(1);
            }
        }
    }

    private static String letters(Random random) {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < 2 + random.nextInt(7); i++) {
            word.append("abeg".charAt(random.nextInt(4)));
        }
        return word.toString();
    }

    private static int slips(String a, String b) {
        int[][] table = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                int least = Math.max(i, j);
                if (i > 0 && j > 0) {
                    least = Math.min(table[i - 1][j] + 1, table[i][j - 1] + 1);
                    least = Math.min(least, table[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1));
                    if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                        least = Math.min(least, table[i - 2][j - 2] + 1);
                    }
                }
                table[i][j] = least;
            }
        }
        return table[a.length()][b.length()];
    }

    private interface Proof {
        void of(String onset, String vowels, String coda);
    }

    private static void forEverySyllable(Proof proof) {
        for (String onset : ONSETS) {
            for (String vowels : VOWELS) {
                for (String coda : CODAS) {
                    proof.of(onset, vowels, coda);
                }
            }
        }
    }

    private static String marks(String text) {
        StringBuilder marks = new StringBuilder();
        MARK.matcher(Normalizer.normalize(text, Form.NFD))
                .results()
                .map(mark -> mark.group())
                .sorted()
                .forEach(marks::append);
        return marks.toString();
    }
}
