package vn.motcua.platform.precondition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import vn.motcua.platform.problem.ProblemException;

import java.util.Map;

class RevisionTest {
    @Test
    void the_newest_revision_passes() {
        assertThatCode(() -> Revision.require("\"7\"", 7, Map::of)).doesNotThrowAnyException();
    }

    @Test
    void a_missing_header_is_428() {
        assertThat(refused(null).type().status()).isEqualTo(428);
        assertThat(refused(" ").type().status()).isEqualTo(428);
    }

    @Test
    void an_older_weak_or_wild_revision_is_412_and_says_who_changed_what() {
        for (String header : new String[] {"\"6\"", "W/\"7\"", "*", "7"}) {
            ProblemException e = refused(header);
            assertThat(e.type().status()).isEqualTo(412);
            assertThat(e.members()).containsEntry("etag", "\"7\"").containsEntry("current", Map.of("by", "Hoa"));
        }
    }

    private static ProblemException refused(String header) {
        return catchThrowableOfType(
                ProblemException.class, () -> Revision.require(header, 7, () -> Map.of("by", "Hoa")));
    }
}
