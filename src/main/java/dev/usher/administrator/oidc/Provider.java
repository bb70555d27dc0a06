package dev.usher.administrator.oidc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import com.nimbusds.jose.jwk.JWKSet;
import dev.usher.platform.Secret;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
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
import java.util.stream.Collectors;

/** An OpenID provider, as its discovery document describes it (OpenID Connect Discovery §4). <b>Threads:</b> safe. */
public final class Provider {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int MOST_BYTES = 1 << 20;
    private static final int OK = 200;
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private final HttpClient http;
    private final String issuer;
    private final JsonObject described;

    private Provider(HttpClient http, String issuer, JsonObject described) {
        this.http = http;
        this.issuer = issuer;
        this.described = described;
    }

    /** Reads the issuer's description. <b>Errors:</b> {@link Disbelieved} where it cannot be had or is another's. */
    public static Provider discover(URI issuer) throws Disbelieved {
        HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
        String text = issuer.toString();
        String base = text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
        JsonObject described = object(answer(
                http,
                HttpRequest.newBuilder(safe(base + "/.well-known/openid-configuration"))
                        .GET()));
        if (!text.equals(described.getString("issuer", ""))) {
            throw new Disbelieved("the discovery document is of another issuer", null);
        }
        return new Provider(http, text, described);
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
    public IdToken exchange(Attempt attempt, String code, String clientId, Secret secret, String callback)
            throws Disbelieved {
        String basic = encode(clientId) + ":" + encode(secret.reveal());
        JsonObject tokens = object(answer(
                http,
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
            return JWKSet.parse(
                    answer(http, HttpRequest.newBuilder(endpoint("jwks_uri")).GET()));
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

    private static String answer(HttpClient http, HttpRequest.Builder request) throws Disbelieved {
        try {
            HttpResponse<InputStream> answer = http.send(
                    request.timeout(PATIENCE)
                            .header("Accept", "application/json")
                            .build(),
                    BodyHandlers.ofInputStream());
            try (InputStream body = answer.body()) {
                byte[] bytes = body.readNBytes(MOST_BYTES);
                if (answer.statusCode() != OK) {
                    throw new Disbelieved("the provider answered " + answer.statusCode() + " at " + answer.uri(), null);
                }
                return new String(bytes, UTF_8);
            }
        } catch (IOException e) {
            throw new Disbelieved("the provider cannot be reached", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Disbelieved("interrupted while asking the provider", e);
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
