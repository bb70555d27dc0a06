package dev.usher.endpoint.admin;

import static java.util.Objects.requireNonNull;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A list as a table for spreadsheets (RFC 4180), streamed page by page. A cell that a spreadsheet would run as a formula
 * gets an apostrophe before it: actors and names come from outside.
 */
public record Csv(String fileName, List<String> header) {
    /** What {@code Accept} says for it. */
    public static final String MEDIA_TYPE = "text/csv";

    /** How many rows to give for each page. */
    public static final int PAGE = Pages.SIZE;

    private static final String FORMULA_STARTS = "=+-@\t\r\n";

    public Csv {
        requireNonNull(fileName, "fileName");
        header = List.copyOf(header);
    }

    /** Whether the client would rather have this than JSON. */
    public static boolean wanted(HttpHeaders headers) {
        for (MediaType type : headers.getAcceptableMediaTypes()) {
            if (type.getType().equalsIgnoreCase("text") && type.getSubtype().equalsIgnoreCase("csv")) {
                return true;
            }
            if (type.isCompatible(MediaType.APPLICATION_JSON_TYPE)) {
                return false;
            }
        }
        return false;
    }

    /**
     * The answer with all rows, however many. {@code page} gives up to {@link #PAGE} rows after a key, or from the
     * beginning. What goes wrong on the way breaks the connection, so that half a table never looks like a whole one.
     */
    public <T, K> Response answer(
            Function<Optional<K>, List<T>> page, Function<T, K> key, Function<T, List<String>> cells) {
        StreamingOutput table = out -> {
            var writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
            line(writer, header);
            Pages.each(page, key, row -> line(writer, cells.apply(row)));
            writer.flush();
        };
        return Response.ok(table, MEDIA_TYPE + ";charset=UTF-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + fileName + ".csv\"")
                .build();
    }

    private static void line(Writer writer, List<String> cells) throws IOException {
        for (int i = 0; i < cells.size(); i++) {
            if (i > 0) {
                writer.write(',');
            }
            writer.write(cell(cells.get(i)));
        }
        writer.write("\r\n");
    }

    static String cell(String text) {
        String safe = !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        boolean quoted = safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
        return quoted ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
