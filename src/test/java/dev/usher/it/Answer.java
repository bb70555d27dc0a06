package dev.usher.it;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.net.http.HttpHeaders;
import java.util.Map;

/** What the server said. A failed expectation shows the whole of it. */
public record Answer(String request, int status, HttpHeaders headers, String body) {
    private static final JsonReaderFactory READERS = Json.createReaderFactory(Map.of());

    /** The body as a JSON object; anything else fails the test. */
    public JsonObject json() {
        try (var reader = READERS.createReader(new StringReader(body))) {
            return reader.readObject();
        } catch (JsonException e) {
            throw new AssertionError("no JSON object: " + this, e);
        }
    }

    /** The value at a JSON pointer of the body; a missing one fails the test. */
    public JsonValue at(String pointer) {
        try {
            return Json.createPointer(pointer).getValue(json());
        } catch (JsonException e) {
            throw new AssertionError("nothing at " + pointer + ": " + this, e);
        }
    }

    /** The text at a JSON pointer of the body. */
    public String text(String pointer) {
        return at(pointer) instanceof JsonString text
                ? text.getString()
                : at(pointer).toString();
    }

    /** The header's first value, or blank. */
    public String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    /** The round trips to the database that the request took, token check included. */
    public int statements() {
        String timing = header("Server-Timing");
        int at = timing.indexOf("sql;desc=\"");
        if (at < 0) {
            throw new AssertionError("no Server-Timing: " + this);
        }
        return Integer.parseInt(timing.substring(at + 10, timing.indexOf('"', at + 10)));
    }

    /** This answer, when it has that status. */
    public Answer expect(int wanted) {
        if (status != wanted) {
            throw new AssertionError("expected " + wanted + ": " + this);
        }
        return this;
    }

    /** This answer, when it is a SCIM error of that status and scimType (blank for none). */
    public Answer expectScimError(int wanted, String scimType) {
        expect(wanted);
        JsonObject error = json();
        boolean right = error.getJsonArray("schemas").toString().contains("urn:ietf:params:scim:api:messages:2.0:Error")
                && error.getString("status", "").equals(Integer.toString(wanted))
                && error.getString("scimType", "").equals(scimType)
                && !error.getString("detail", "").isBlank()
                && header("Content-Type").contains("json");
        if (!right) {
            throw new AssertionError("expected the SCIM error " + wanted + " " + scimType + ": " + this);
        }
        return this;
    }

    /** This answer, when it is a problem of that status and code. */
    public Answer expectProblem(int wanted, String code) {
        expect(wanted);
        boolean right = header("Content-Type").startsWith("application/problem+json")
                && json().getString("type", "").equals("urn:usher:problem:" + code);
        if (!right) {
            throw new AssertionError("expected the problem " + wanted + " " + code + ": " + this);
        }
        return this;
    }

    @Override
    public String toString() {
        String shown = body.length() > 2_000 ? body.substring(0, 2_000) + "…" : body;
        return request + " → " + status + " " + headers.map() + "\n" + shown;
    }
}
