package vn.motcua.notification.collection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vn.motcua.notification.collection.Collected.Person;
import vn.motcua.notification.collection.Collected.Proxy;
import vn.motcua.notification.collection.Collected.Relation;
import vn.motcua.notification.collection.Collected.Signature;
import vn.motcua.notification.collection.Collected.Signed;

import java.util.Collections;
import java.util.List;

class CollectedTest {

    private static String unfit(boolean authorised, Person person, Signature signature) {
        return new Collected(person, signature).unfit(authorised);
    }

    @Test
    void somebody_authorised_says_by_what_and_nobody_else_does() {
        Person proxy = new Person("Lò Văn Tủa", null, Proxy.CERTIFIED);
        assertThat(unfit(true, proxy, null)).isNull();
        assertThat(unfit(true, null, null)).isEqualTo("/person/proxy");
        assertThat(unfit(true, new Person("Lò Văn Tủa", Relation.CHILD, null), null))
                .isEqualTo("/person/proxy");
        assertThat(unfit(false, proxy, null)).isEqualTo("/person/proxy");
        assertThat(unfit(false, new Person("Quàng Thị Vui", null, null), null)).isNull();
        assertThat(unfit(false, null, null)).isNull();
    }

    @Test
    void only_close_family_needs_no_certified_paper() {
        for (Relation relation : Relation.values()) {
            boolean close = relation != Relation.COLLEAGUE && relation != Relation.OTHER;
            assertThat(unfit(true, new Person("A", relation, Proxy.FAMILY), null) == null)
                    .as(relation.name())
                    .isEqualTo(close);
        }
        assertThat(unfit(true, new Person("A", null, Proxy.FAMILY), null)).isEqualTo("/person/relation");
        assertThat(unfit(true, new Person("A", Relation.OTHER, Proxy.WRITTEN), null))
                .isNull();
    }

    @Test
    void a_signature_of_the_pad_is_whole_in_the_field_and_small() {
        assertThat(unfit(false, null, pad(List.of(10, 10, 20, 30)))).isNull();
        assertThat(unfit(false, null, pad(List.of(0, 0)))).isNull();
        for (List<Integer> wrong : List.of(
                List.of(10, 10, 20),
                List.of(-1, 10),
                List.of(1001, 10),
                List.of(10, 401),
                Collections.nCopies(6002, 1))) {
            assertThat(unfit(false, null, pad(wrong))).isEqualTo("/signature/strokes");
        }
        assertThat(unfit(false, null, new Signature(Signed.ON_PAD, null))).isEqualTo("/signature/strokes");
        assertThat(unfit(false, null, new Signature(Signed.ON_PAD, List.of()))).isEqualTo("/signature/strokes");
        assertThat(unfit(false, null, new Signature(Signed.ON_PAPER, null))).isNull();
        assertThat(unfit(false, null, new Signature(Signed.ON_PAPER, List.of(List.of(1, 1)))))
                .isEqualTo("/signature/strokes");
    }

    @Test
    void strokes_become_a_path_of_numbers_and_nothing_else() {
        assertThat(new Collected.Strokes(List.of(List.of(1, 2, 3, 4), List.of(5, 6))).path())
                .isEqualTo("M1 2L3 4M5 6l1 0");
    }

    private static Signature pad(List<Integer> stroke) {
        return new Signature(Signed.ON_PAD, List.of(stroke));
    }
}
