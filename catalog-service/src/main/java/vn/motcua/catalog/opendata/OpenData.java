package vn.motcua.catalog.opendata;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.motcua.catalog.procedure.Fee;
import vn.motcua.catalog.procedure.Limit;
import vn.motcua.catalog.procedure.Procedure;
import vn.motcua.catalog.procedure.ProcedurePublished;
import vn.motcua.catalog.procedure.ProcedureVersion;
import vn.motcua.catalog.procedure.Procedures;
import vn.motcua.catalog.procedure.PublicAddress;
import vn.motcua.catalog.procedure.Result;
import vn.motcua.platform.json.EventJson;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes the catalogue into a stream, a batch of versions at a time: memory stays the same however long the catalogue is,
 * and no connection waits for a slow reader.
 */
@ApplicationScoped
class OpenData {
    private static final int BATCH = 100;
    private static final List<String> COLUMNS = List.of(
            "code",
            "version",
            "effective_from",
            "effective_to",
            "published_at",
            "name",
            "field",
            "level",
            "department",
            "authority",
            "service_level",
            "channels",
            "limits",
            "fees",
            "papers",
            "results",
            "legal_basis",
            "page",
            "source");

    @Inject
    Procedures procedures;

    @Inject
    PublicAddress addresses;

    private interface Line {
        void write(Writer out, ProcedureVersion version) throws IOException;
    }

    /** One line per version; several values of a cell are separated by semicolons. */
    void csv(Instant since, OutputStream stream) throws IOException {
        Writer out = writer(stream);
        out.write(String.join(",", COLUMNS) + "\r\n");
        each(
                since,
                out,
                (to, version) -> to.write(row(version).map(OpenData::cell).collect(Collectors.joining(",")) + "\r\n"));
        out.flush();
    }

    /** One JSON document per line, each as its event is. */
    void ndjson(Instant since, OutputStream stream) throws IOException {
        Writer out = writer(stream);
        each(since, out, (to, version) -> to.write(EventJson.write(ProcedurePublished.of(version)) + "\n"));
        out.flush();
    }

    /** A graph of the services in force on a day. */
    void jsonLd(Instant since, LocalDate on, OutputStream stream) throws IOException {
        Writer out = writer(stream);
        out.write("{\"@context\":\"" + GovernmentService.CONTEXT + "\",\"@graph\":[");
        String[] between = {"\n"};
        each(since, out, (to, version) -> {
            if (inForce(version, on)) {
                String page = addresses.of(version.content().code());
                to.write(between[0] + EventJson.write(GovernmentService.of(version, page)));
                between[0] = ",\n";
            }
        });
        out.write("\n]}\n");
        out.flush();
    }

    private void each(Instant since, Writer out, Line line) throws IOException {
        ProcedureVersion last = null;
        List<ProcedureVersion> batch;
        do {
            batch = procedures.after(last, since, BATCH);
            for (ProcedureVersion version : batch) {
                line.write(out, version);
                last = version;
            }
            out.flush();
        } while (batch.size() == BATCH);
    }

    private Stream<String> row(ProcedureVersion version) {
        Procedure says = version.content();
        return Stream.of(
                        says.code(),
                        version.version(),
                        version.effectiveFrom(),
                        version.effectiveTo(),
                        version.publishedAt(),
                        says.name().vi(),
                        says.field(),
                        says.level(),
                        says.department(),
                        says.authority(),
                        says.serviceLevel(),
                        joined(says.channels().stream().map(Enum::name)),
                        joined(says.limits().stream().map(OpenData::limit)),
                        joined(says.fees().stream().map(OpenData::fee)),
                        says.components().size(),
                        joined(says.results().stream().map(Result::name)),
                        joined(says.legalBasis().stream()),
                        addresses.of(says.code()),
                        says.source())
                .map(each -> each == null ? "" : each.toString());
    }

    private static String limit(Limit limit) {
        return (limit.channel() == null ? "" : limit.channel() + " ") + limit.amount() + " " + limit.unit();
    }

    private static String fee(Fee fee) {
        return (fee.channel() == null ? "" : fee.channel() + " ") + fee.rule() + " " + fee.amountVnd();
    }

    private static String joined(Stream<String> values) {
        return values.collect(Collectors.joining("; "));
    }

    /** A cell by RFC 4180; a leading sign that a spreadsheet would take for a formula gets an apostrophe. */
    static String cell(String value) {
        String safe = value.matches("(?s)[=+@\\-\\t\\r].*") ? "'" + value : value;
        return safe.matches("(?s).*[\",\\r\\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }

    private static boolean inForce(ProcedureVersion version, LocalDate on) {
        return !on.isBefore(version.effectiveFrom())
                && (version.effectiveTo() == null || !on.isAfter(version.effectiveTo()));
    }

    private static Writer writer(OutputStream stream) {
        return new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
    }
}
