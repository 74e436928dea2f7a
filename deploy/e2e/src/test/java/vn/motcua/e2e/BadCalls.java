package vn.motcua.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import vn.motcua.e2e.RefusalTable.Who;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/** Writes calls from the schemas: right ones, and wrong ones by what is wrong with them. Each number is one call, the same for one seed. */
final class BadCalls {
    private static final List<Spoil> CERTAIN =
            List.of(Spoil.values()).stream().filter(Spoil::certain).toList();
    private static final int TRIES = 40;
    /** Many operations take nothing that can certainly be wrong. */
    private static final int SEARCHES = 10_000;

    private final List<OpenApi.Operation> operations;
    private final Map<String, Map<String, String>> things;
    private final Map<String, String> etags;
    private final Callers callers;
    private final long seed;

    /** @param things by kind
     *  @param etags by path of the resource */
    BadCalls(
            List<OpenApi.Operation> operations,
            Map<String, Map<String, String>> things,
            Map<String, String> etags,
            Callers callers,
            long seed) {
        this.operations = operations;
        this.things = things;
        this.etags = etags;
        this.callers = callers;
        this.seed = seed;
    }

    /** A call and what is wrong with it; nothing for a right one. */
    record Call(int number, OpenApi.Operation operation, List<Spoil> wrong, boolean direct, Wire.Request request) {
        @Override
        public String toString() {
            return "call " + number + " " + operation.key() + " " + wrong;
        }
    }

    /** One that is right in all but one thing, for which it must be refused. */
    Call refused(int number) {
        Random random = random(number);
        for (int i = 0; i < SEARCHES; i++) {
            OpenApi.Operation operation = pick(random, operations);
            Sketch sketch = right(operation, random, true);
            Spoil spoil = pick(random, CERTAIN);
            if (spoil.apply(sketch, random)) {
                return call(number, sketch, List.of(spoil), random);
            }
        }
        throw new IllegalStateException("nothing to spoil");
    }

    /** One that is right, or wrong in up to three things. */
    Call any(int number) {
        Random random = random(number);
        Sketch sketch = right(pick(random, operations), random, random.nextInt(10) > 0);
        List<Spoil> wrong = new ArrayList<>();
        int times = random.nextInt(4);
        for (int i = 0; i < TRIES && wrong.size() < times; i++) {
            Spoil spoil = pick(random, List.of(Spoil.values()));
            if (sketch.bytes == null && sketch.marker == null && spoil.apply(sketch, random)) {
                wrong.add(spoil);
            }
        }
        return call(number, sketch, wrong, random);
    }

    private Random random(int number) {
        return new Random(seed * 1_000_003L + number);
    }

    private static Call call(int number, Sketch sketch, List<Spoil> wrong, Random random) {
        // one address must not guess often, and everybody behind the gateway has the same here
        boolean limited = sketch.operation.path().matches(".*/(tracking|feedback)");
        boolean direct = limited || random.nextInt(3) > 0;
        Wire.Request request = sketch.request();
        if (direct && !sketch.headers.containsKey("X-Forwarded-For")) {
            request = request.header("X-Forwarded-For", "10.200." + random.nextInt(250) + "." + random.nextInt(250));
        }
        return new Call(number, sketch.operation, wrong, direct, request);
    }

    private Sketch right(OpenApi.Operation operation, Random random, boolean allowed) {
        Map<String, String> thing = things.get(pick(random, kinds(operation)));
        Samples samples = new Samples(operation.api(), thing, random);
        Sketch sketch = new Sketch(operation);
        for (OpenApi.Parameter each : operation.parameters()) {
            if (each.in().equals("path")) {
                sketch.path.put(each.name(), name(operation, each.name(), thing));
            } else if (each.in().equals("query") && (each.required() || wanted(each, random))) {
                sketch.query.add(each.name() + "=" + encoded(samples.text(each.name(), each.schema())));
            }
        }
        body(sketch, samples, random);
        headers(sketch, thing, random, allowed);
        return sketch;
    }

    /** Narrower is better: a list that may be asked for by id or code is. */
    private static boolean wanted(OpenApi.Parameter parameter, Random random) {
        return List.of("dossier", "ids", "fence", "dryRun").contains(parameter.name())
                || !List.of("after", "limit").contains(parameter.name()) && random.nextInt(3) == 0;
    }

    private void body(Sketch sketch, Samples samples, Random random) {
        Map<String, JsonNode> bodies = sketch.operation.bodies();
        if (bodies.isEmpty()) {
            if (!sketch.method.equals("GET")) {
                sketch.bytes = new byte[0];
            }
            return;
        }
        String type = pick(random, List.copyOf(bodies.keySet()));
        sketch.headers.put("Content-Type", type.contains("*") ? "application/pdf" : type);
        if (type.equals("application/json")) {
            sketch.schema = bodies.get(type);
            sketch.json = samples.of(sketch.schema);
        } else {
            sketch.bytes = World.PDF;
        }
    }

    private void headers(Sketch sketch, Map<String, String> thing, Random random, boolean allowed) {
        if (sketch.method.equals("POST")) {
            sketch.headers.put("Idempotency-Key", new UUID(random.nextLong(), random.nextLong()).toString());
        }
        if (sketch.has("If-Match", "header")) {
            sketch.headers.put("If-Match", etags.getOrDefault(resource(sketch, thing), "\"1\""));
        }
        String token = token(sketch.operation, random, allowed);
        if (token != null) {
            sketch.headers.put("Authorization", "Bearer " + token);
        } else if (thing.containsKey("cookie")) {
            sketch.headers.put("Cookie", "motcua_tracking=" + thing.get("cookie"));
        }
    }

    private String token(OpenApi.Operation operation, Random random, boolean allowed) {
        if (!allowed) {
            return callers.token(pick(random, List.of(Who.values())));
        }
        if (operation.path().contains("/operations/")) {
            return callers.token(Who.SERVICE);
        }
        List<Who> roles = List.of(Who.values()).stream()
                .filter(who -> who.token() && operation.roles().contains(who.role()))
                .toList();
        return roles.isEmpty() ? null : callers.token(pick(random, roles));
    }

    /** Where the revision stands that a change names: of a paper its own. */
    private static String resource(Sketch sketch, Map<String, String> thing) {
        String path = sketch.operation.path().replaceAll("/(actions|result|pin|content|examination/attachments)$", "");
        for (String each : sketch.path.keySet()) {
            path = path.replace("{" + each + "}", name(sketch.operation, each, thing));
        }
        return path;
    }

    /** Which things an operation is tried on. */
    private static List<String> kinds(OpenApi.Operation operation) {
        return switch (operation.api().service()) {
            case INTAKE -> List.of("counter", "draft", "online");
            case PROCESSING ->
                operation.path().contains("results")
                        ? List.of("decided", "proposed")
                        : List.of("counter", "claimed", "proposed", "decided");
            case NOTIFICATION ->
                operation.path().contains("returns") ? List.of("decided") : List.of("decided", "feedback");
            default -> List.of("nothing");
        };
    }

    private static String name(OpenApi.Operation operation, String parameter, Map<String, String> thing) {
        String path = operation.path();
        String wanted = path.contains("/cases/{id}") ? "case" : path.contains("/results/{id}") ? "result" : parameter;
        if (path.contains("/feedback/{code}")) {
            wanted = "feedback";
        }
        String found = thing.get(parameter.equals("id") || wanted.equals("feedback") ? wanted : parameter);
        return found == null ? "nothing" : found;
    }

    private static String encoded(String text) {
        return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8)
                .replace("+", "%20");
    }

    private static <T> T pick(Random random, List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
