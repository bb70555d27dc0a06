package dev.usher.journal.store;

import jakarta.json.JsonArray;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** An event's detail as its column holds it: never more than {@value #MOST_BYTES} bytes. */
final class EventDetail {
    static final int MOST_BYTES = 4096;

    private static final int SHORT_TEXT = 200;
    private static final int SHORT_LIST = 10;
    // Looked up once: a look-up each time costs more than the reading.
    private static final JsonProvider PROVIDER = JsonProvider.provider();
    private static final JsonBuilderFactory BUILDERS = PROVIDER.createBuilderFactory(Map.of());
    private static final JsonReaderFactory READERS = PROVIDER.createReaderFactory(Map.of());

    private EventDetail() {}

    static String text(JsonObject detail) {
        String whole = detail.toString();
        if (fits(whole)) {
            return whole;
        }
        var shortened = BUILDERS.createObjectBuilder();
        detail.forEach((name, value) -> shortened.add(name, shortened(value)));
        String text = shortened.add("shortened", true).build().toString();
        return fits(text) ? text : essence(detail);
    }

    static JsonObject json(String text) {
        try (JsonReader reader = READERS.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }

    private static boolean fits(String text) {
        // Three bytes is the most that one UTF-16 unit takes in UTF-8, so most texts need no encoding.
        return text.length() * 3L <= MOST_BYTES || text.getBytes(StandardCharsets.UTF_8).length <= MOST_BYTES;
    }

    /** Only the short members, for details that are large by their number of parts. */
    private static String essence(JsonObject detail) {
        var kept = BUILDERS.createObjectBuilder();
        int room = MOST_BYTES / 2;
        for (var member : detail.entrySet()) {
            int size =
                    3 * (member.getKey().length() + member.getValue().toString().length() + 4);
            if (size <= room) {
                kept.add(member.getKey(), member.getValue());
                room -= size;
            }
        }
        return kept.add("shortened", true).build().toString();
    }

    private static JsonValue shortened(JsonValue value) {
        if (value instanceof JsonString text && text.getString().length() > SHORT_TEXT) {
            String start = text.getString();
            int end = start.offsetByCodePoints(0, start.codePointCount(0, SHORT_TEXT));
            return PROVIDER.createValue(start.substring(0, end) + "…");
        }
        if (value instanceof JsonArray list && list.size() > SHORT_LIST) {
            var kept = BUILDERS.createArrayBuilder();
            list.subList(0, SHORT_LIST).forEach(kept::add);
            return kept.build();
        }
        return value;
    }
}
