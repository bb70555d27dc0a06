package dev.usher.endpoint.scim;

import dev.usher.people.Precondition;
import dev.usher.scim.error.ScimException;
import dev.usher.scim.message.SearchRequest;
import dev.usher.scim.resource.Incoming;
import dev.usher.scim.resource.Leniency;
import dev.usher.scim.resource.Note;
import dev.usher.scim.resource.ResourceReader;
import dev.usher.scim.schema.ResourceType;
import dev.usher.scim.schema.SchemaRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.servlet.http.HttpServletRequest;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The request at hand: its query, its body, its conditions. */
@ApplicationScoped
public class Asked {
    private static final int MOST_PARAMETERS = 100;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Bodies bodies;

    /** The query as a search; a single resource takes only its projection from it. Errors: 400. */
    SearchRequest query() {
        return SearchRequest.read(parameters());
    }

    /** Whether there is a {@code filter} parameter. */
    boolean filtered() {
        return parameters().keySet().stream().anyMatch("filter"::equalsIgnoreCase);
    }

    /** The body. Errors: 413, 400 {@code invalidSyntax}. */
    JsonObject json(InputStream body) {
        return bodies.read(body, request.getContentLengthLong(), contentType());
    }

    /** The body of a bulk request. Errors: 413, 400 {@code invalidSyntax}. */
    JsonObject bulk(InputStream body) {
        return bodies.readBulk(body, request.getContentLengthLong(), contentType());
    }

    private String contentType() {
        return Optional.ofNullable(request.getContentType()).orElse("");
    }

    /**
     * The body of a POST (blank {@code id}) or PUT. Its own {@code id} never counts; where it is another than the path's,
     * that is noted.
     */
    Incoming resource(SchemaRegistry registry, ResourceType type, String id, InputStream body) {
        JsonObject json = json(body);
        Incoming read = new ResourceReader(registry).read(type, json);
        if (!(json.get("id") instanceof JsonString own) || own.getString().equalsIgnoreCase(id)) {
            return read;
        }
        var notes = new ArrayList<>(read.notes());
        notes.add(new Note(Leniency.READ_ONLY_IGNORED, "id"));
        return new Incoming(read.resource(), notes);
    }

    /** The condition of a write (RFC 9110 §13.2.2): {@code If-Match}, or else {@code If-None-Match}. */
    Precondition ofWrite() {
        Optional<String> match = header("If-Match");
        return match.isPresent() ? Precondition.ifMatch(match) : ifNoneMatch();
    }

    /**
     * Whether the client of a read needs what there is: false where {@code If-None-Match} names this version. Errors: 412
     * where {@code If-Match} names another (RFC 9110 §13.1.1).
     */
    boolean wants(long version) {
        Precondition.ifMatch(header("If-Match")).require(version);
        return ifNoneMatch().admits(version);
    }

    private Precondition ifNoneMatch() {
        return Precondition.ifNoneMatch(header("If-None-Match"));
    }

    private Optional<String> header(String name) {
        List<String> lines = Collections.list(request.getHeaders(name));
        return lines.isEmpty() ? Optional.empty() : Optional.of(String.join(",", lines));
    }

    /** Our own reading: containers differ in what they make of {@code +} and of broken escapes. */
    private Map<String, List<String>> parameters() {
        var found = new LinkedHashMap<String, List<String>>();
        String query = Optional.ofNullable(request.getQueryString()).orElse("");
        String[] pieces = query.split("&", MOST_PARAMETERS + 1);
        if (pieces.length > MOST_PARAMETERS && !pieces[MOST_PARAMETERS].isBlank()) {
            throw ScimException.invalidValue("a query has at most " + MOST_PARAMETERS + " parameters");
        }
        for (String each : pieces) {
            // RFC 9865 begins a walk by "?cursor": a name alone is a name with nothing.
            int equals = each.indexOf('=') < 0 ? each.length() : each.indexOf('=');
            if (equals > 0) {
                found.computeIfAbsent(decoded(each.substring(0, equals)), name -> new ArrayList<>())
                        .add(decoded(each.substring(Math.min(each.length(), equals + 1))));
            }
        }
        return found;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw ScimException.invalidValue("the query has a broken % escape", e);
        }
    }
}
