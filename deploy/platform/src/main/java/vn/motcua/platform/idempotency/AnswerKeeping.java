package vn.motcua.platform.idempotency;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;

/** How answers are written down for a repeated request: as they are, unless a service keeps secrets in them and brings its own bean. */
public interface AnswerKeeping {
    /** What is stored of an answer's body. */
    String keep(String body);

    /** The body again. */
    String give(String kept);

    /** Of services whose answers hold nothing secret. */
    @DefaultBean
    @ApplicationScoped
    class Plain implements AnswerKeeping {
        @Override
        public String keep(String body) {
            return body;
        }

        @Override
        public String give(String kept) {
            return kept;
        }
    }
}
