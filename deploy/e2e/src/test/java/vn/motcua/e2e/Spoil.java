package vn.motcua.e2e;

import com.fasterxml.jackson.databind.node.ObjectNode;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/** The ways to make a right request wrong. {@code certain}: what is sent so is refused, whatever else it says. */
enum Spoil {
    CUT_SHORT(true) {
        @Override
        boolean apply(Sketch sketch, Random random) {
            byte[] body = json(sketch);
            if (body == null) {
                return false;
            }
            sketch.bytes = java.util.Arrays.copyOf(body, 1 + random.nextInt(body.length - 1));
            return true;
        }
    },
    MORE_AFTER_THE_END(true) {
        @Override
        boolean apply(Sketch sketch, Random random) {
            byte[] body = json(sketch);
            return body != null
                    && send(sketch, text(body) + pick(random, List.of("}", "x", "{}", ",", " 1", "\u00e9")));
        }
    },
    OTHER_TOP_LEVEL(true) {
        @Override
        boolean apply(Sketch sketch, Random random) {
            return json(sketch) != null
                    && send(
                            sketch,
                            pick(random, List.of("", " ", "[]", "\"x\"", "1", "true", "null", "[{}]", "{", "\u0001")));
        }
    },
    WRONG_TYPE(true) {
        @Override
        boolean apply(Sketch sketch, Random random) {
            Nodes.Place place = Nodes.any(sketch, random, each -> !each.isTime());
            return place != null && place.set(Nodes.otherType(place, random));
        }
    },
    MISSING(true) {
        @Override
        boolean apply(Sketch sketch, Random random) {
            Nodes.Place place = Nodes.any(sketch, random, Nodes.Place::required);
            return place != null && place.remove();
        }
    },
    NULL_WHERE_REQUIRED(true) {
        @Override
        boolean apply(Sketch sketch, Random random) {
            Nodes.Place place = Nodes.any(sketch, random, Nodes.Place::required);
            return place != null && place.set(Wire.JSON.nullNode());
        }
    },
    TOO_LONG(true) {
        @Override
        boolean apply(Sketch sketch, Random random) {
            Nodes.Place place = Nodes.any(sketch, random, Nodes.Place::boundedText);
            return place != null
                    && place.set(Wire.JSON.getNodeFactory().textNode("ạ".repeat(pick(random, List.of(4_001, 20_000)))));
        }
    },
    UNKNOWN_VALUE(true) {
        @Override
        boolean apply(Sketch sketch, Random random) {
            Nodes.Place place = Nodes.any(sketch, random, Nodes.Place::isEnum);
            return place != null
                    && place.set(Wire.JSON
                            .getNodeFactory()
                            .textNode(pick(random, List.of("NOBODY_KNOWS", "", "receive", " COUNTER", "Ư", "0"))));
        }
    },
    UNKNOWN_FIELD(true) {
        @Override
        boolean apply(Sketch sketch, Random random) {
            ObjectNode object = Nodes.object(sketch, random);
            if (object == null) {
                return false;
            }
            object.put(pick(random, List.of("stranger", "id", "revision", "__proto__", "class", "@type", "ạ")), "x");
            return true;
        }
    },
    BAD_UTF8(true) {
        @Override
        boolean apply(Sketch sketch, Random random) {
            return inText(sketch, random, pick(random, List.of("C328", "FF", "C080", "EDA080", "E28228", "F5808080")));
        }
    },
    RAW_NUL(true) {
        @Override
        boolean apply(Sketch sketch, Random random) {
            return inText(sketch, random, "00");
        }
    },
    ESCAPED_NUL(true) {
        @Override
        boolean apply(Sketch sketch, Random random) {
            return inText(sketch, random, hex("\\u0000"));
        }
    },
    HALF_A_LETTER(true) {
        @Override
        boolean apply(Sketch sketch, Random random) {
            return inText(
                    sketch, random, hex(pick(random, List.of("\\ud800", "\\udfff", "\\ud800x", "\\ude00\\ud83d"))));
        }
    },
    HUGE_NUMBER(true) {
        @Override
        boolean apply(Sketch sketch, Random random) {
            Nodes.Place place = Nodes.any(sketch, random, Nodes.Place::isNumber);
            return place != null
                    && place.raw(pick(
                            random,
                            List.of(
                                    "1e400",
                                    "99999999999999999999999",
                                    "1E1000000000",
                                    "1.5",
                                    "9".repeat(1_500),
                                    "NaN")));
        }
    },
    DEEP(true) {
        @Override
        boolean apply(Sketch sketch, Random random) {
            ObjectNode object = Nodes.object(sketch, random);
            if (object == null) {
                return false;
            }
            int depth = pick(random, List.of(50, 1_001, 20_000));
            object.put("deep", "@@");
            String inner = random.nextBoolean()
                    ? "[".repeat(depth) + "]".repeat(depth)
                    : "{\"a\":".repeat(depth) + "1" + "}".repeat(depth);
            sketch.marker = "\"@@\"";
            sketch.instead = inner.getBytes(StandardCharsets.UTF_8);
            return true;
        }
    },
    TOO_LARGE(true) {
        @Override
        boolean apply(Sketch sketch, Random random) {
            byte[] body = json(sketch);
            return body != null && random.nextInt(20) == 0 && send(sketch, text(body) + " ".repeat(1_050_000));
        }
    },
    TOO_LARGE_A_FILE(true) {
        @Override
        boolean apply(Sketch sketch, Random random) {
            if (sketch.json != null || sketch.bytes == null || sketch.bytes.length == 0 || random.nextInt(40) > 0) {
                return false;
            }
            sketch.bytes = java.util.Arrays.copyOf(sketch.bytes, 33 * 1024 * 1024);
            return true;
        }
    },
    LONG_ADDRESS(true) {
        @Override
        boolean apply(Sketch sketch, Random random) {
            return random.nextInt(4) == 0 && sketch.query.add("x=" + "x".repeat(17_000));
        }
    },
    LONG_HEADER(true) {
        @Override
        boolean apply(Sketch sketch, Random random) {
            return random.nextInt(4) == 0 && header(sketch, "X-Long", "x".repeat(17_000));
        }
    },
    OTHER_ENCODING(true) {
        @Override
        boolean apply(Sketch sketch, Random random) {
            byte[] body = json(sketch);
            if (body == null) {
                return false;
            }
            sketch.bytes = new String(body, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_16);
            return true;
        }
    },
    OTHER_CONTENT_TYPE(true) {
        @Override
        boolean apply(Sketch sketch, Random random) {
            if (json(sketch) == null) {
                return false;
            }
            sketch.headers.put(
                    "Content-Type",
                    pick(
                            random,
                            List.of(
                                    "text/plain",
                                    "application/xml",
                                    "application/x-www-form-urlencoded",
                                    "multipart/form-data; boundary=x",
                                    "application/problem+json",
                                    "application/pdf",
                                    "garbage",
                                    "/",
                                    "application/json/x",
                                    ";")));
            return true;
        }
    },
    ODD_TIME(false) {
        @Override
        boolean apply(Sketch sketch, Random random) {
            Nodes.Place place = Nodes.any(sketch, random, Nodes.Place::isTime);
            return place != null
                    && place.raw(pick(
                            random,
                            List.of(
                                    "\"+1000000000-12-31T23:59:59.999999999Z\"",
                                    "\"-999999999-01-01T00:00:00Z\"",
                                    "\"0000-00-00T00:00:00Z\"",
                                    "\"9999-12-31T23:59:59.999999999Z\"",
                                    "\"0001-01-01T00:00:00Z\"",
                                    "\"2026-11-24T25:61:00Z\"",
                                    "\"2026-11-24\"",
                                    "\"\"",
                                    "1e30",
                                    "1E1000000000",
                                    "-1",
                                    "[2026,1]")));
        }
    },
    SAID_TWICE(false) {
        @Override
        boolean apply(Sketch sketch, Random random) {
            byte[] body = json(sketch);
            if (body == null || body.length < 3 || body[0] != '{') {
                return false;
            }
            String text = text(body);
            return send(sketch, text.substring(0, text.length() - 1) + "," + text.substring(1));
        }
    },
    IF_MATCH(true) {
        @Override
        boolean apply(Sketch sketch, Random random) {
            return sketch.has("If-Match", "header")
                    && header(
                            sketch,
                            "If-Match",
                            pick(
                                    random,
                                    List.of(
                                            "-",
                                            "",
                                            "*",
                                            "x",
                                            "W/\"1\"",
                                            "\"99999999999999999999999\"",
                                            "\"-1\"",
                                            "\"ạ\"",
                                            "\"1",
                                            "1".repeat(4_000))));
        }
    },
    IDEMPOTENCY_KEY(true) {
        @Override
        boolean apply(Sketch sketch, Random random) {
            return sketch.headers.containsKey("Idempotency-Key")
                    && !sketch.operation.path().matches(".*/(search|tracking|export|replay|discard|continuations)")
                    && header(
                            sketch,
                            "Idempotency-Key",
                            pick(
                                    random,
                                    List.of(
                                            "-",
                                            "",
                                            "short",
                                            "with space in it",
                                            "ạ-ạ-ạ-ạ-ạ",
                                            "k".repeat(101),
                                            "k".repeat(4_000))));
        }
    },
    AUTHORIZATION(true) {
        @Override
        boolean apply(Sketch sketch, Random random) {
            return !sketch.operation.roles().isEmpty()
                    && header(
                            sketch,
                            "Authorization",
                            pick(
                                    random,
                                    List.of(
                                            "-",
                                            "",
                                            "Bearer",
                                            "Bearer ",
                                            "Bearer x.y.z",
                                            "Bearer " + "a".repeat(5_000),
                                            "ạ",
                                            "Basic x")));
        }
    },
    ODD_HEADER(false) {
        @Override
        boolean apply(Sketch sketch, Random random) {
            String name = pick(
                    random,
                    List.of(
                            "Accept",
                            "Accept-Language",
                            "Cookie",
                            "If-None-Match",
                            "Range",
                            "traceparent",
                            "Accept-Encoding",
                            "X-Forwarded-Proto"));
            return header(
                    sketch,
                    name,
                    pick(
                            random,
                            List.of(
                                    "",
                                    ";;;",
                                    "ạ",
                                    "image/png",
                                    "en;q=x",
                                    "motcua_tracking=%00;;",
                                    "\"",
                                    "x".repeat(5_000),
                                    "*;q=2",
                                    "\u00ff\u00fe")));
        }
    },
    CURSOR(true) {
        @Override
        boolean apply(Sketch sketch, Random random) {
            if (!sketch.has("after", "query")) {
                return false;
            }
            sketch.query(
                    "after",
                    pick(
                            random,
                            List.of(
                                    "x",
                                    "%00",
                                    "%FF",
                                    "AAAA",
                                    base64("x y"),
                                    "!!!!",
                                    "%C3%28",
                                    "a".repeat(3_000),
                                    base64("\u0000\u001f\u0000"),
                                    base64("+1000000000-12-31T23:59:59Z\u001fffffffff-ffff-ffff-ffff-ffffffffffff"),
                                    base64("-999999999-01-01T00:00:00Z\u001fffffffff-ffff-ffff-ffff-ffffffffffff"),
                                    base64("1\u001f2\u001f3\u001f4\u001f5\u001f6"))));
            return true;
        }
    },
    LIMIT(true) {
        @Override
        boolean apply(Sketch sketch, Random random) {
            if (!sketch.has("limit", "query")) {
                return false;
            }
            sketch.query(
                    "limit",
                    pick(
                            random,
                            List.of(
                                    "0",
                                    "-1",
                                    "101",
                                    "x",
                                    "1e9",
                                    "99999999999999999999",
                                    "%00",
                                    "1,2",
                                    "1.5",
                                    "%20",
                                    "%FF")));
            return true;
        }
    },
    ODD_QUERY(false) {
        @Override
        boolean apply(Sketch sketch, Random random) {
            List<String> names = sketch.operation.parameters().stream()
                    .filter(each -> each.in().equals("query"))
                    .map(OpenApi.Parameter::name)
                    .toList();
            if (names.isEmpty()) {
                return false;
            }
            sketch.query(pick(random, names), pick(random, ODD));
            return true;
        }
    },
    STRANGE_QUERY(false) {
        @Override
        boolean apply(Sketch sketch, Random random) {
            sketch.query.add(pick(
                    random,
                    List.of("&&&", "=", "=x", "stranger=1", "%00=1", "a[]=1", "%FF=%FE", "x".repeat(3_000), "%C0%80")));
            return true;
        }
    },
    ODD_PATH(false) {
        @Override
        boolean apply(Sketch sketch, Random random) {
            if (sketch.path.isEmpty()) {
                return false;
            }
            sketch.path.put(pick(random, List.copyOf(sketch.path.keySet())), pick(random, ODD));
            return true;
        }
    },
    ANOTHER_ID(true) {
        @Override
        boolean apply(Sketch sketch, Random random) {
            List<String> ids = sketch.operation.parameters().stream()
                    .filter(each -> each.in().equals("path"))
                    .filter(each -> sketch.operation
                            .api()
                            .resolve(each.schema())
                            .path("format")
                            .asText()
                            .equals("uuid"))
                    .map(OpenApi.Parameter::name)
                    .toList();
            if (ids.isEmpty()) {
                return false;
            }
            String id = new java.util.UUID(random.nextLong(), random.nextLong()).toString();
            sketch.path.put(
                    pick(random, ids),
                    pick(random, List.of(id, "x", "%20", id + "0", "0-0-0-0-0", "%00", id.replace('-', '_'))));
            return true;
        }
    },
    OTHER_METHOD(true) {
        @Override
        boolean apply(Sketch sketch, Random random) {
            sketch.method = pick(random, List.of("PATCH", "DELETE", "PROPFIND", "FOO"));
            return true;
        }
    };

    private static final List<String> ODD = List.of(
            "%00",
            "a%00b",
            "%FF",
            "%C3%28",
            "%F0%9F%98%80",
            "'",
            "%27%3B--",
            "%25",
            "%",
            "%zz",
            "..",
            "%2E%2E",
            "%2F",
            "%5C",
            ";x=1",
            "x".repeat(3_000),
            "%E1%BA%A1".repeat(300),
            "",
            "%20",
            "null",
            "-1",
            "+1000000000-12-31T23:59:59Z",
            "2026-13-45",
            "{x}",
            "%0D%0A",
            "%7F",
            "-999999999-01-01T00:00:00Z",
            "9".repeat(40));

    private final boolean certain;

    Spoil(boolean certain) {
        this.certain = certain;
    }

    boolean certain() {
        return certain;
    }

    /** @return false where it does not apply; then nothing was changed */
    abstract boolean apply(Sketch sketch, Random random);

    private static byte[] json(Sketch sketch) {
        return sketch.json == null ? null : sketch.body();
    }

    private static String text(byte[] body) {
        return new String(body, StandardCharsets.UTF_8);
    }

    private static boolean send(Sketch sketch, String body) {
        sketch.bytes = body.getBytes(StandardCharsets.UTF_8);
        return true;
    }

    /** @param value "-" to leave the header out */
    private static boolean header(Sketch sketch, String name, String value) {
        if (value.equals("-")) {
            sketch.headers.remove(name);
        } else {
            // as the bytes of UTF-8, each sent for itself
            sketch.headers.put(name, new String(value.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));
        }
        return true;
    }

    /** Puts bytes into a text of the body, or into the name of a field. */
    private static boolean inText(Sketch sketch, Random random, String bytes) {
        if (sketch.json == null) {
            return false;
        }
        Nodes.Place place = Nodes.any(sketch, random, Nodes.Place::isText);
        if (place == null || random.nextInt(10) == 0) {
            ObjectNode object = Nodes.object(sketch, random);
            if (object == null) {
                return false;
            }
            object.put("@@", "x");
        } else {
            place.set(Wire.JSON.getNodeFactory().textNode(place.value().asText() + "@@"));
        }
        sketch.marker = "@@";
        sketch.instead = java.util.HexFormat.of().parseHex(bytes);
        return true;
    }

    private static String hex(String text) {
        return java.util.HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String base64(String text) {
        return java.util.Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static <T> T pick(Random random, List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
