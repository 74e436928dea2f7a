package vn.motcua.intake.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vn.motcua.intake.catalogue.Procedure.ByPost;
import vn.motcua.platform.json.EventJson;

class ByPostTest {
    @Test
    void the_post_brings_what_is_published_for_it() {
        assertThat(with("\"channels\":[\"COUNTER\",\"POST\"]").byPost()).isEqualTo(ByPost.ALLOWED);
        assertThat(with("\"channels\":[\"POST\"],\"further\":{\"presence\":false}")
                        .byPost())
                .isEqualTo(ByPost.ALLOWED);
        assertThat(with("\"channels\":[\"COUNTER\",\"ONLINE\"]").byPost()).isEqualTo(ByPost.NOT_OFFERED);
    }

    @Test
    void whoever_must_come_cannot_send() {
        assertThat(with("\"channels\":[\"COUNTER\",\"POST\"],\"further\":{\"presence\":true}")
                        .byPost())
                .isEqualTo(ByPost.IN_PERSON);
    }

    @Test
    void a_procedure_without_published_ways_allows_nothing_by_silence() {
        assertThat(with("\"channels\":[]").byPost()).isEqualTo(ByPost.NOT_ESTABLISHED);
        assertThat(with("\"further\":{\"steps\":[\"x\"]}").byPost()).isEqualTo(ByPost.NOT_ESTABLISHED);
    }

    private static Procedure with(String members) {
        return EventJson.read(EventJson.tree("{\"code\":\"1.001193\",\"version\":1," + members + "}"), Procedure.class);
    }
}
