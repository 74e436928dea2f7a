package vn.motcua.catalog.poster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import vn.motcua.catalog.http.Asked;
import vn.motcua.catalog.http.Cached;
import vn.motcua.catalog.procedure.Fingerprint;
import vn.motcua.catalog.procedure.PublicAddress;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/** What is asked of a sheet, and sheets as answers: drawn only for those who have not got them, while they are sent. */
@ApplicationScoped
class Sheets {
    private static final Duration FRESH = Duration.ofMinutes(5);
    private static final List<String> SIZES = List.of("A5", "A4");
    private static final List<String> LANGUAGES = List.of("vi", "en");

    @Inject
    PublicAddress addresses;

    /** @param depends all that the sheets say or are drawn by */
    Response answer(Request request, List<Object> depends, String file, StreamingOutput drawn) {
        return answer(request, depends, file, () -> drawn);
    }

    Response answer(Request request, List<Object> depends, String file, Supplier<Object> drawn) {
        String tag = Fingerprint.of(List.of(Posters.DRAWING, addresses.root(), depends));
        return Response.fromResponse(Cached.answer(request, tag, FRESH, drawn))
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"" + file + "\"")
                .build();
    }

    static Paper paper(String size) {
        return Paper.valueOf(Asked.word("size", size, SIZES, "A4"));
    }

    static String language(String language) {
        return Asked.word("language", language, LANGUAGES, "vi");
    }
}
