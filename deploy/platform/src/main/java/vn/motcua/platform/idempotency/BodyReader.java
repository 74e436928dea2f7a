package vn.motcua.platform.idempotency;

import jakarta.inject.Inject;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.platform.problem.Problems;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Keeps the fingerprint of a body while it is read. JSON is read once, whole and bounded, and must be UTF-8 without NUL;
 * a body taken as bytes is bounded by the server's limit only.
 */
@Provider
public class BodyReader implements ReaderInterceptor {
    private static final int JSON_BYTES_MAX = 1024 * 1024;

    @Inject
    BodyFingerprint fingerprint;

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        if (MediaType.APPLICATION_JSON_TYPE.isCompatible(context.getMediaType())) {
            byte[] body = context.getInputStream().readNBytes(JSON_BYTES_MAX + 1);
            if (body.length > JSON_BYTES_MAX) {
                throw new ProblemException(Problems.PAYLOAD_TOO_LARGE);
            }
            requireText(body);
            fingerprint.set(body);
            context.setInputStream(new ByteArrayInputStream(body));
        } else if (context.getType() == byte[].class) {
            byte[] body = context.getInputStream().readAllBytes();
            fingerprint.set(body);
            context.setInputStream(new ByteArrayInputStream(body));
        }
        return context.proceed();
    }

    /** NUL, raw or escaped, is no text: PostgreSQL cannot store it. */
    private static void requireText(byte[] body) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
            if (text.indexOf('\0') < 0 && !text.contains("\\u0000")) {
                return;
            }
        } catch (CharacterCodingException notUtf8) {
            // answered below
        }
        throw new ProblemException(Problems.MALFORMED_BODY);
    }
}
