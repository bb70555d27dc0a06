package dev.usher.endpoint.scim;

import dev.usher.scim.error.ScimException;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/**
 * What identity providers do to paths, media types and bodies, put right before any endpoint is chosen: double and
 * trailing slashes, a missing {@code /v2}, any JSON media type or none, gzip. JAX-RS then sees any type accepted and a JSON
 * body, so that it never refuses by itself.
 */
@Provider
@PreMatching
public class ScimTransport implements ContainerRequestFilter {
    /** The request property with the {@link AnswerType}. */
    static final String ANSWER_TYPE = "dev.usher.endpoint.scim.answer-type";

    /** The request property with the Content-Type as it was sent. */
    static final String CONTENT_TYPE = "dev.usher.endpoint.scim.content-type";

    private static final String SEARCH = ".search";
    private static final Set<String> WITH_BODY = Set.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH);
    private static final Set<String> NO_JSON =
            Set.of("xml", "html", "form-data", "x-www-form-urlencoded", "multipart", "image/", "audio/", "video/");

    @Override
    public void filter(ContainerRequestContext request) {
        String accept = header(request, HttpHeaders.ACCEPT).orElse("");
        String type = header(request, HttpHeaders.CONTENT_TYPE).orElse("");
        request.getHeaders().putSingle(HttpHeaders.ACCEPT, "*/*");
        request.getHeaders().putSingle(HttpHeaders.CONTENT_TYPE, "application/json");
        request.setProperty(CONTENT_TYPE, type);
        request.setProperty(ANSWER_TYPE, AnswerType.SCIM);
        URI plain = plain(request.getUriInfo().getBaseUri(), request);
        request.setRequestUri(request.getUriInfo().getBaseUri(), plain);
        if (plain.getPath().endsWith("/" + SEARCH)
                && !request.getMethod().equals(HttpMethod.POST)
                && !request.getMethod().equals(HttpMethod.OPTIONS)) {
            // Else it would be looked for among the ids.
            throw new NotAllowedException(HttpMethod.POST, new String[] {HttpMethod.OPTIONS});
        }
        request.setProperty(
                ANSWER_TYPE,
                AnswerType.accepted(accept)
                        .orElseThrow(() -> ScimException.plain(
                                406, "SCIM answers in application/scim+json or application/json only")));
        if (WITH_BODY.contains(request.getMethod())) {
            try {
                body(request, type.toLowerCase(Locale.ROOT));
            } catch (IOException e) {
                throw ScimException.invalidSyntax("the body is not what its headers say", e);
            }
        }
    }

    private static Optional<String> header(ContainerRequestContext request, String name) {
        List<String> values = request.getHeaders().get(name);
        return values == null ? Optional.empty() : Optional.of(String.join(",", values));
    }

    private static URI plain(URI base, ContainerRequestContext request) {
        URI uri = request.getUriInfo().getRequestUri();
        List<String> segments = segments(uri.getRawPath());
        // Counted, not cut off by length: the slashes before "scim" may be double as well.
        List<String> rest = new ArrayList<>(
                segments.subList(Math.min(segments(base.getRawPath()).size(), segments.size()), segments.size()));
        if (!rest.isEmpty() && rest.get(0).equalsIgnoreCase("v2")) {
            rest.remove(0);
        }
        return UriBuilder.fromUri(uri)
                .replacePath(base.getRawPath() + String.join("/", rest))
                .build();
    }

    private static List<String> segments(String path) {
        return Arrays.stream(path.split("/"))
                .filter(segment -> !segment.isEmpty())
                .toList();
    }

    private static void body(ContainerRequestContext request, String type) throws IOException {
        String coding = header(request, HttpHeaders.CONTENT_ENCODING)
                .orElse("identity")
                .strip()
                .toLowerCase(Locale.ROOT);
        if (coding.equals("gzip") || coding.equals("x-gzip")) {
            // What it grows to is counted where it is read.
            request.setEntityStream(unpacked(request.getEntityStream()));
            request.getHeaders().remove(HttpHeaders.CONTENT_ENCODING);
        } else if (!coding.equals("identity") && !coding.isEmpty()) {
            throw ScimException.plain(415, "a body may be compressed by gzip only");
        }
        if (NO_JSON.stream().anyMatch(type::contains)) {
            requireObject(request);
        }
    }

    /** Whatever a body is called: one that begins as an object is read, and 415 is for the others. */
    private static void requireObject(ContainerRequestContext request) throws IOException {
        var body = new PushbackInputStream(request.getEntityStream());
        int first = body.read();
        while (first == ' ' || first == '\n' || first == '\r' || first == '\t') {
            first = body.read();
        }
        if (first != '{') {
            throw ScimException.plain(415, "a SCIM body is application/scim+json or application/json");
        }
        body.unread(first);
        request.setEntityStream(body);
    }

    private static InputStream unpacked(InputStream packed) {
        try {
            return new GZIPInputStream(packed);
        } catch (IOException e) {
            throw ScimException.invalidSyntax("the body is not compressed by gzip, as its Content-Encoding says", e);
        }
    }
}
