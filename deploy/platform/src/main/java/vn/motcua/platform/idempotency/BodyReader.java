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

    /** NUL and half a letter (a lone surrogate), raw or escaped, are no text: PostgreSQL cannot store the one nor UTF-8 write the other. */
    private static void requireText(byte[] body) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
            if (text.indexOf('\0') < 0 && escapesAreText(text)) {
                return;
            }
        } catch (CharacterCodingException notUtf8) {
            // answered below
        }
        throw new ProblemException(Problems.MALFORMED_BODY);
    }

    private static boolean escapesAreText(String text) {
        boolean half = false;
        for (int i = text.indexOf('\\'); i >= 0; i = text.indexOf('\\', i)) {
            int letter = escaped(text, i);
            i += letter < 0 ? 2 : 6;
            boolean low = letter >= Character.MIN_LOW_SURROGATE && letter <= Character.MAX_LOW_SURROGATE;
            if (letter == 0 || low != half) {
                return false;
            }
            half = letter >= Character.MIN_HIGH_SURROGATE && letter <= Character.MAX_HIGH_SURROGATE;
            if (half && !text.startsWith("\\u", i)) {
                return false;
            }
        }
        return !half;
    }

    /** The code of an escape with four digits; -1 for any other, also for one the parser will refuse. */
    private static int escaped(String text, int at) {
        if (!text.startsWith("u", at + 1) || at + 6 > text.length()) {
            return -1;
        }
        int code = 0;
        for (int i = at + 2; i < at + 6; i++) {
            int digit = Character.digit(text.charAt(i), 16);
            if (digit < 0) {
                return -1;
            }
            code = code << 4 | digit;
        }
        return code;
    }
}
