package dev.usher.administrator.oidc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import com.nimbusds.jose.jwk.JWKSet;
import dev.usher.platform.Secret;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.StringReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.text.ParseException;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/** An OpenID provider, as its discovery document describes it (OpenID Connect Discovery §4). <b>Threads:</b> safe. */
public final class Provider {
    private static final int MOST_BYTES = 1 << 20;
    private static final int OK = 200;
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private final HttpClient http;
    private final Duration patience;
    private final String issuer;
    private final JsonObject described;

    private Provider(HttpClient http, Duration patience, String issuer, JsonObject described) {
        this.http = http;
        this.patience = patience;
        this.issuer = issuer;
        this.described = described;
    }

    /**
     * Reads the issuer's description; no answer of the provider, whole, may take longer than {@code patience}.
     * <b>Errors:</b> {@link Disbelieved} where it cannot be had or is another's.
     */
    static Provider discover(HttpClient http, Duration patience, URI issuer) throws Disbelieved {
        String text = issuer.toString();
        String base = text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
        URI discovery = safe(base + "/.well-known/openid-configuration");
        JsonObject described =
                object(answer(http, patience, HttpRequest.newBuilder(discovery).GET()));
        if (!text.equals(described.getString("issuer", ""))) {
            throw new Disbelieved("the discovery document is of another issuer", null);
        }
        return new Provider(http, patience, text, described);
    }

    /** Where the browser goes to sign in; {@code freshly} wants the credential shown anew. */
    public URI authorization(Attempt attempt, String clientId, String callback, boolean freshly) throws Disbelieved {
        var parameters = Map.of(
                "response_type",
                "code",
                "scope",
                "openid email profile",
                "client_id",
                clientId,
                "redirect_uri",
                callback,
                "state",
                attempt.state(),
                "nonce",
                attempt.nonce(),
                "code_challenge",
                attempt.challenge(),
                "code_challenge_method",
                "S256",
                "prompt",
                freshly ? "login" : "select_account",
                "max_age",
                freshly ? "0" : "28800");
        URI endpoint = endpoint("authorization_endpoint");
        return URI.create(endpoint + (endpoint.getRawQuery() == null ? "?" : "&") + form(parameters));
    }

    /** Gives the code for what the provider says of who signed in, and checks it. */
    IdToken exchange(Attempt attempt, String code, String clientId, Secret secret, String callback) throws Disbelieved {
        String basic = encode(clientId) + ":" + encode(secret.reveal());
        JsonObject tokens = object(answer(
                http,
                patience,
                HttpRequest.newBuilder(endpoint("token_endpoint"))
                        .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(basic.getBytes(UTF_8)))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form(Map.of(
                                "grant_type",
                                "authorization_code",
                                "code",
                                code,
                                "redirect_uri",
                                callback,
                                "code_verifier",
                                attempt.verifier()))))));
        return IdToken.verify(tokens.getString("id_token", ""), keys(), issuer, clientId, attempt.nonce());
    }

    /** Read at each sign-in: keys change, and people sign in rarely. */
    private JWKSet keys() throws Disbelieved {
        try {
            return JWKSet.parse(answer(
                    http, patience, HttpRequest.newBuilder(endpoint("jwks_uri")).GET()));
        } catch (ParseException e) {
            throw new Disbelieved("the provider's keys cannot be read", e);
        }
    }

    private URI endpoint(String name) throws Disbelieved {
        return safe(described.getString(name, ""));
    }

    /** Only what nobody on the way can change, or what never leaves this machine. */
    private static URI safe(String text) throws Disbelieved {
        try {
            URI uri = URI.create(text);
            String host = requireNonNull(uri.getHost(), "host");
            if ("https".equals(uri.getScheme()) || ("http".equals(uri.getScheme()) && LOOPBACK.contains(host))) {
                return uri;
            }
            throw new Disbelieved("not an https address: " + text, null);
        } catch (IllegalArgumentException | NullPointerException e) {
            throw new Disbelieved("not an address: " + text, e);
        }
    }

    /** The time limit is for the whole answer: a request's own timeout ends at the headers. */
    private static String answer(HttpClient http, Duration patience, HttpRequest.Builder request) throws Disbelieved {
        var body = new ByteArrayOutputStream();
        CompletableFuture<HttpResponse<Void>> sent = http.sendAsync(
                request.header("Accept", "application/json").build(),
                BodyHandlers.ofByteArrayConsumer(part -> part.ifPresent(
                        bytes -> body.write(bytes, 0, Math.min(bytes.length, MOST_BYTES - body.size())))));
        try {
            HttpResponse<Void> answer = sent.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            if (answer.statusCode() != OK) {
                throw new Disbelieved("the provider answered " + answer.statusCode() + " at " + answer.uri(), null);
            }
            return body.toString(UTF_8);
        } catch (ExecutionException e) {
            throw Unreachable.asked("the provider cannot be reached", e.getCause());
        } catch (TimeoutException e) {
            sent.cancel(true);
            throw Unreachable.asked("the provider does not answer in time", e);
        } catch (InterruptedException e) {
            sent.cancel(true);
            Thread.currentThread().interrupt();
            throw Unreachable.asked("interrupted while asking the provider", e);
        }
    }

    private static JsonObject object(String text) throws Disbelieved {
        try (var reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        } catch (JsonException e) {
            throw new Disbelieved("the provider's answer is no JSON object", e);
        }
    }

    private static String form(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(each -> encode(each.getKey()) + "=" + encode(each.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
