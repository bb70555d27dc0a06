package dev.usher.it;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/** Sends one recorded case against a tenant, step by step. */
final class Replay {
    private final TestTenant tenant;
    private final Map<String, JsonValue> kept;

    Replay(TestTenant tenant, Map<String, JsonValue> kept) {
        this.tenant = tenant;
        this.kept = kept;
    }

    void run(JsonArray steps) throws Exception {
        for (JsonObject step : steps.getValuesAs(JsonObject.class)) {
            if (step.containsKey("together")) {
                together(step.getJsonArray("together").getValuesAs(JsonObject.class));
            } else {
                one(step);
            }
        }
    }

    private void together(List<JsonObject> steps) throws Exception {
        var threads = Executors.newFixedThreadPool(steps.size());
        try {
            var answers = new ArrayList<Future<Answer>>();
            for (JsonObject step : steps) {
                answers.add(threads.submit((Callable<Answer>) () -> send(step)));
            }
            for (int i = 0; i < steps.size(); i++) {
                judge(steps.get(i), answers.get(i).get());
            }
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    private void one(JsonObject step) {
        boolean silent =
                step.containsKey("noted") && Expected.plain(step.get("noted")).equals("nothing");
        String before = silent ? newestEvent().toString() : "";
        Answer answer = send(step);
        judge(step, answer);
        keep(step, answer);
        if (silent && !newestEvent().toString().equals(before)) {
            throw new AssertionError("an event was added: " + newestEvent() + " by " + answer);
        }
        if (!silent && step.containsKey("noted")) {
            judgeEvent(step.getJsonObject("noted"), newestEvent(), answer);
        }
    }

    private Answer send(JsonObject step) {
        String line = Expected.filledString(step.getString("send"), kept);
        int blank = line.indexOf(' ');
        Http http = step.getBoolean("admin", false) ? tenant.admin() : tenant.scim();
        if (step.containsKey("token")) {
            String token = Expected.filledString(step.getString("token"), kept);
            http = token.equals("none") ? http.without("Authorization") : http.bearer(token);
        }
        for (var header : step.getOrDefault("headers", JsonValue.EMPTY_JSON_OBJECT)
                .asJsonObject()
                .entrySet()) {
            String value = Expected.filledString(Expected.plain(header.getValue()), kept);
            http = value.equals("none") ? http.without(header.getKey()) : http.with(header.getKey(), value);
        }
        BodyPublisher body = Optional.ofNullable(step.get("body"))
                .map(value ->
                        BodyPublishers.ofString(Expected.filled(value, kept).toString()))
                .orElse(BodyPublishers.noBody());
        return http.send(line.substring(0, blank), address(line.substring(blank + 1)), body);
    }

    /** Cases write the query plainly; only what stands behind a {@code =} is encoded. */
    private static String address(String path) {
        int query = path.indexOf('?');
        if (query < 0) {
            return path;
        }
        var address = new StringBuilder(path.substring(0, query + 1));
        for (String part : path.substring(query + 1).split("&")) {
            int equal = part.indexOf('=');
            address.append(equal < 0 ? part : part.substring(0, equal + 1) + Http.encode(part.substring(equal + 1)))
                    .append('&');
        }
        return address.substring(0, path.endsWith("?") ? query + 1 : address.length() - 1);
    }

    private void judge(JsonObject step, Answer answer) {
        JsonObject wanted = Expected.filled(step.getJsonObject("answer"), kept).asJsonObject();
        answer.expect(wanted.getInt("status", 200));
        wanted.getOrDefault("json", JsonValue.EMPTY_JSON_OBJECT).asJsonObject().forEach((pointer, value) -> {
            Optional<JsonValue> found = Expected.at(pointer, answer.json());
            if (!Expected.holds(value, found)) {
                throw new AssertionError(pointer + " is " + found + ", expected " + value + ": " + answer);
            }
        });
        wanted.getOrDefault("header", JsonValue.EMPTY_JSON_OBJECT)
                .asJsonObject()
                .forEach((name, value) -> {
                    if (!Expected.holds(value, Optional.of(Json.createValue(answer.header(name))))) {
                        throw new AssertionError(name + " is not " + value + ": " + answer);
                    }
                });
    }

    private void keep(JsonObject step, Answer answer) {
        step.getOrDefault("keep", JsonValue.EMPTY_JSON_OBJECT).asJsonObject().forEach((name, pointer) -> {
            JsonValue found = Expected.at(Expected.plain(pointer), answer.json())
                    .orElseThrow(() -> new AssertionError("nothing at " + pointer + ": " + answer));
            kept.put(name, found);
        });
    }

    private JsonObject newestEvent() {
        JsonArray events = tenant.admin()
                .get("/provisioning-events?limit=1")
                .expect(200)
                .json()
                .getJsonArray("items");
        return events.isEmpty() ? JsonValue.EMPTY_JSON_OBJECT : events.getJsonObject(0);
    }

    private void judgeEvent(JsonObject wanted, JsonObject event, Answer answer) {
        String shown = plain(event.toString());
        wanted.forEach((name, value) -> {
            boolean right = switch (name) {
                case "kind", "outcome" -> plain(event.getString(name, "")).equals(plain(Expected.plain(value)));
                default -> texts(value).allMatch(text -> shown.contains(plain(text)));
            };
            if (!right) {
                throw new AssertionError("noted " + event + ", expected " + name + " " + value + " after " + answer);
            }
        });
    }

    private static Stream<String> texts(JsonValue value) {
        return value instanceof JsonArray array
                ? array.stream().map(Expected::plain)
                : Stream.of(Expected.plain(value));
    }

    /** Spelling of constants is the API's business: {@code NO_CHANGE}, {@code no-change} and {@code noChange} are one. */
    private static String plain(String text) {
        return text.replaceAll("[_-]", "").toLowerCase(Locale.ROOT);
    }
}
