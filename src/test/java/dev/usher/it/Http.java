package dev.usher.it;

import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Speaks to one base URL with the same headers each time; immutable, for any number of threads. */
public final class Http {
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private final URI base;
    private final Map<String, String> headers;

    private Http(URI base, Map<String, String> headers) {
        this.base = base;
        this.headers = headers;
    }

    /** Without any header. */
    public static Http at(URI base) {
        return new Http(base, new TreeMap<>(String.CASE_INSENSITIVE_ORDER));
    }

    /** Encodes a value for a query. */
    public static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** The same with this header, or another value for it. */
    public Http with(String name, String value) {
        var more = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        more.putAll(headers);
        more.put(name, value);
        return new Http(base, more);
    }

    /** The same without this header. */
    public Http without(String name) {
        var fewer = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        fewer.putAll(headers);
        fewer.remove(name);
        return new Http(base, fewer);
    }

    /** The same with an administrator's name and password. */
    public Http basic(String name, String password) {
        byte[] pair = (name + ":" + password).getBytes(StandardCharsets.UTF_8);
        return with("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair));
    }

    /** The same with this bearer token. */
    public Http bearer(String token) {
        return with("Authorization", "Bearer " + token);
    }

    /** The same below this path. */
    public Http below(String path) {
        return new Http(URI.create(base + path), headers);
    }

    /** Where it speaks to. */
    public URI base() {
        return base;
    }

    /** Reads; the path is encoded already. */
    public Answer get(String path) {
        return send("GET", path, BodyPublishers.noBody());
    }

    /** Hands the body of a 200 to this reader as it comes, and keeps none of it. */
    public <T> T get(String path, Function<InputStream, T> reader) {
        var request = request(path).timeout(Duration.ofMinutes(10)).GET().build();
        var response = answered(request, BodyHandlers.ofInputStream());
        try (InputStream body = response.body()) {
            if (response.statusCode() != 200) {
                throw new AssertionError("GET " + base + path + ": " + response.statusCode());
            }
            return reader.apply(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Posts JSON. */
    public Answer post(String path, JsonValue body) {
        return post(path, body.toString());
    }

    /** Posts text as it is. */
    public Answer post(String path, String body) {
        return send("POST", path, body);
    }

    /** Puts JSON. */
    public Answer put(String path, JsonValue body) {
        return put(path, body.toString());
    }

    /** Puts text as it is. */
    public Answer put(String path, String body) {
        return send("PUT", path, body);
    }

    /** Patches with JSON. */
    public Answer patch(String path, JsonValue body) {
        return patch(path, body.toString());
    }

    /** Patches with text as it is. */
    public Answer patch(String path, String body) {
        return send("PATCH", path, body);
    }

    /** Deletes. */
    public Answer delete(String path) {
        return send("DELETE", path, BodyPublishers.noBody());
    }

    /** Any method with text. */
    public Answer send(String method, String path, String body) {
        return send(method, path, BodyPublishers.ofString(body));
    }

    /** Any method with any body. */
    public Answer send(String method, String path, BodyPublisher body) {
        var request = request(path)
                .timeout(Duration.ofSeconds(60))
                .method(method, body)
                .build();
        var response = answered(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
        return new Answer(method + " " + base + path, response.statusCode(), response.headers(), response.body());
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(URI.create(base + path));
        headers.forEach(request::header);
        return request;
    }

    private static <T> HttpResponse<T> answered(HttpRequest request, BodyHandler<T> handler) {
        try {
            return CLIENT.send(request, handler);
        } catch (IOException e) {
            throw new UncheckedIOException(request.method() + " " + request.uri(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
