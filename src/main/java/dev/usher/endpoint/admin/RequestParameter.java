package dev.usher.endpoint.admin;

import dev.usher.endpoint.security.SameSite;
import dev.usher.journal.Activity;
import dev.usher.journal.Kind;
import dev.usher.journal.Outcome;
import dev.usher.notification.LetterState;
import dev.usher.people.AccountState;
import dev.usher.platform.Problem;
import dev.usher.tenant.UserManagement;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What the admin API reads of a request beside its path, its body and the types of content, each with what OpenAPI says of
 * it. Queries and headers are read here and nowhere else, so that {@link Operation#parameters} can be held against what an
 * operation reads.
 *
 * <p><b>Errors:</b> 400 that names the parameter, where a value is not of its type.
 */
public enum RequestParameter {
    LIMIT(
            Where.QUERY,
            "limit",
            number(1, Paging.MOST),
            "The most items that the page holds; without it " + Paging.USUAL + "."),
    CURSOR(Where.QUERY, "cursor", text(), "Where the page begins: next of the page before."),

    USER_QUERY(Where.QUERY, "query", text(), "The beginning of a name, an address or an id."),
    USER_STATE(
            Where.QUERY,
            "state",
            oneOf(Stream.concat(Stream.of("PRESERVED", "DELETED"), names(AccountState.values()))),
            "Only people in this state: PRESERVED is everybody without access, DELETED whom an identity provider deleted."),
    PROFILE(Where.QUERY, "profileId", id(), "Only people with this profile."),
    MAPPING(Where.QUERY, "mappingId", id(), "Only people whose assignment this mapping gave."),
    DRY_RUN(Where.QUERY, "dryRun", flag(), "Whether a table's lines are only judged, and nobody is made."),
    GROUP_QUERY(Where.QUERY, "query", text(), "The beginning of a name."),

    FROM(Where.QUERY, "from", time(), "Only what happened at this time or later."),
    TO(Where.QUERY, "to", time(), "Only what happened before this time."),
    ACTOR(Where.QUERY, "actor", text(), "Only acts of whoever has this name."),
    ACTION(
            Where.QUERY,
            "action",
            text(),
            "Only acts of this kind or, where it ends in a dot, of this family (mapping.)."),
    TARGET(Where.QUERY, "target", id(), "Only what was done to the user, mapping, profile … with this id."),
    EXPECTED_SEQ(
            Where.QUERY,
            "expectedSeq",
            number(),
            "The number of an act as the log has it, to compare the chain with; together with expectedHash."),
    EXPECTED_HASH(Where.QUERY, "expectedHash", text(), "The hash of that act, 64 hexadecimal digits."),

    OUTCOME(Where.QUERY, "outcome", oneOf(names(Outcome.values())), "Only events that came to this."),
    KIND(Where.QUERY, "kind", oneOf(names(Kind.values())), "Only events of this kind."),
    USER(Where.QUERY, "user", id(), "Only events of this user."),
    TEXT(
            Where.QUERY,
            "text",
            text(),
            "What is looked for in the detail; a whole userName finds what happened to that user, and masked names that"
                    + " fit."),
    DAYS(
            Where.QUERY,
            "days",
            number(1, Activity.MOST_DAYS),
            "How many days are counted; without it " + ActivityEndpoint.USUAL_DAYS + "."),

    ITEM_OUTCOME(Where.QUERY, "outcome", text(), "Only users for whom it came to this, as the items name it."),
    MAIL_STATE(Where.QUERY, "state", oneOf(names(LetterState.values())), "Only mails in this state."),
    TYPE(Where.NEEDED_QUERY, "type", oneOf(names(UserManagement.values())), "The type that would be chosen."),

    PAGE_AFTER(Where.QUERY, "to", text(), "The page of the console that is shown afterwards."),
    FRESHLY(Where.QUERY, "freshly", flag(), "Whether the provider is to ask for credentials again."),
    SIGN_IN_STATE(Where.QUERY, "state", text(), "What the provider was sent with the browser."),
    SIGN_IN_CODE(Where.QUERY, "code", text(), "What the provider gave the browser."),

    IF_MATCH(
            Where.HEADER,
            HttpHeaders.IF_MATCH,
            text(),
            "The ETag that was read: 412 if somebody made a change since. Without it the change is made to what is there."),
    /** The same where nobody may do without. */
    NEEDED_IF_MATCH(
            Where.NEEDED_HEADER,
            HttpHeaders.IF_MATCH,
            text(),
            "The ETag that was read: 412 if somebody made a change since, 428 without it."),
    /** Read by {@link SameSite}: without it no session begins, and none is used to change anything. */
    CONSOLE(
            Where.NEEDED_HEADER,
            SameSite.CONSOLE,
            oneOf(Stream.of("1")),
            "What no page of another site can make a browser send; sessions need it: 403 without.");

    /** Where it stands in a request, and whether one without it is refused. */
    private enum Where {
        QUERY("query", false),
        NEEDED_QUERY("query", true),
        HEADER("header", false),
        NEEDED_HEADER("header", true);

        private final String in;
        private final boolean needed;

        Where(String in, boolean needed) {
            this.in = in;
            this.needed = needed;
        }
    }

    private final Where where;
    private final String word;

    @SuppressWarnings("ImmutableEnumChecker") // a JsonObject is immutable, though its type does not say so
    private final JsonObject schema;

    private final String description;

    RequestParameter(Where where, String word, JsonObject schema, String description) {
        this.where = where;
        this.word = word;
        this.schema = schema;
        this.description = description;
    }

    /** Its name in a request. */
    String word() {
        return word;
    }

    /** As it was sent. */
    Optional<String> of(UriInfo uri) {
        return Optional.ofNullable(uri.getQueryParameters().getFirst(word));
    }

    /** As it was sent; a blank one is none. */
    Optional<String> filled(UriInfo uri) {
        return of(uri).filter(text -> !text.isBlank());
    }

    Optional<Instant> time(UriInfo uri) {
        return filled(uri).map(text -> Body.instant(word, text));
    }

    <E extends Enum<E>> Optional<E> constant(UriInfo uri, Class<E> type) {
        return filled(uri).map(text -> Body.constant(word, text, type));
    }

    /** An id that restricts a list. */
    Optional<UUID> id(UriInfo uri) {
        return filled(uri).map(text -> {
            try {
                return UUID.fromString(text);
            } catch (IllegalArgumentException e) {
                var problem = Problem.field(word, "'" + word + "' must be an id.");
                problem.initCause(e);
                throw problem;
            }
        });
    }

    /** Yes or no; no without it. What is neither must not pass for no. */
    boolean flag(UriInfo uri) {
        String text = of(uri).orElse("false");
        if (!text.equals("true") && !text.equals("false")) {
            throw Problem.field(word, "'" + word + "' must be true or false.");
        }
        return text.equals("true");
    }

    /** The header as it was sent. */
    Optional<String> of(HttpHeaders headers) {
        return Optional.ofNullable(headers.getHeaderString(word));
    }

    /** As OpenAPI describes it. */
    JsonObjectBuilder described() {
        return Json.createObjectBuilder()
                .add("name", word)
                .add("in", where.in)
                .add("description", description)
                .add("required", where.needed)
                .add("schema", schema);
    }

    private static JsonObject text() {
        return type("string").build();
    }

    private static JsonObject flag() {
        return type("boolean").build();
    }

    private static JsonObject id() {
        return type("string").add("format", "uuid").build();
    }

    private static JsonObject time() {
        return type("string").add("format", "date-time").build();
    }

    private static JsonObject number() {
        return type("integer").add("format", "int64").build();
    }

    private static JsonObject number(long least, long most) {
        return type("integer").add("minimum", least).add("maximum", most).build();
    }

    private static JsonObject oneOf(Stream<String> values) {
        var all = Json.createArrayBuilder();
        values.forEach(all::add);
        return type("string").add("enum", all).build();
    }

    private static Stream<String> names(Enum<?>... constants) {
        return Arrays.stream(constants).map(Enum::name);
    }

    private static JsonObjectBuilder type(String name) {
        return Json.createObjectBuilder().add("type", name);
    }
}
