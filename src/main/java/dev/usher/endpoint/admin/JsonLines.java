package dev.usher.endpoint.admin;

import jakarta.json.JsonObject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedWriter;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A whole list as JSON, one object a line, streamed: what a machine takes that wants everything. */
final class JsonLines {
    /** What {@code Accept} says for it. */
    static final String MEDIA_TYPE = "application/x-ndjson";

    private JsonLines() {}

    /** Whether the client asks for it. */
    static boolean wanted(HttpHeaders headers) {
        MediaType lines = MediaType.valueOf(MEDIA_TYPE);
        return headers.getAcceptableMediaTypes().stream()
                .anyMatch(type -> type.getType().equalsIgnoreCase(lines.getType())
                        && type.getSubtype().equalsIgnoreCase(lines.getSubtype()));
    }

    /** The answer with all rows, however many, as {@link Csv#answer}. */
    static <T, K> Response answer(
            String fileName, Function<Optional<K>, List<T>> page, Function<T, K> key, Function<T, JsonObject> json) {
        StreamingOutput lines = out -> {
            var writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
            Pages.each(page, key, row -> {
                writer.write(json.apply(row).toString());
                writer.write('\n');
            });
            writer.flush();
        };
        return Response.ok(lines, MEDIA_TYPE)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + fileName + ".ndjson\"")
                .build();
    }
}
