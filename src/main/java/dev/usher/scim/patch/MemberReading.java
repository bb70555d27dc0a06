package dev.usher.scim.patch;

import static dev.usher.scim.error.ScimException.invalidFilter;
import static dev.usher.scim.error.ScimException.invalidValue;
import static dev.usher.scim.error.ScimException.mutability;

import dev.usher.scim.filter.Filter;
import dev.usher.scim.filter.Operator;
import dev.usher.scim.filter.Path;
import dev.usher.scim.patch.PatchOperation.Kind;
import dev.usher.scim.resource.Leniency;
import dev.usher.scim.resource.MemberLinks;
import dev.usher.scim.resource.Notes;
import dev.usher.scim.resource.ValueReader;
import dev.usher.scim.schema.Attribute;
import dev.usher.scim.schema.AttributePath;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Operations on a group's {@code members} into {@link MemberEdit}s. Entra removes by {@code value} without a filter,
 * others by {@code members[value eq "…"]}; a removal that names nobody in either way empties the group.
 */
final class MemberReading {
    private static final String WHERE = "members";

    private final Notes notes;
    private final ValueReader reader;
    private final List<MemberEdit> steps = new ArrayList<>();

    MemberReading(Notes notes) {
        this.notes = notes;
        this.reader = new ValueReader(notes, false);
    }

    MemberEdits edits() {
        return new MemberEdits(steps);
    }

    void take(Kind kind, Path path, JsonValue value) {
        boolean onValue = path.sub().map(sub -> sub.name().equals("value")).orElse(true);
        if (!onValue) {
            throw mutability("a member's parts cannot be changed; remove the member and add another");
        }
        Attribute members = path.attribute().attribute();
        Optional<Filter> filter = path.filter();
        if (filter.isEmpty()) {
            if (path.sub().isPresent() && kind == Kind.REMOVE && JsonValue.NULL.equals(value)) {
                throw mutability("'members.value' cannot be removed; remove 'members'");
            }
            whole(kind, members, value);
            return;
        }
        if (filter.get().asks(MemberReading::link) && !named(filter.get(), new ArrayList<>())) {
            throw invalidFilter("members are picked by 'value', or by '$ref' with eq alone");
        }
        if (kind != Kind.REMOVE && Stamps.of(filter.get()).isEmpty()) {
            steps.add(required(filter.get(), path.toString()));
        }
        if (kind != Kind.ADD) {
            removePicked(filter.get());
        }
        if (kind != Kind.REMOVE) {
            steps.add(new MemberEdit.Add(ids(members, value)));
        }
    }

    private void whole(Kind kind, Attribute members, JsonValue value) {
        switch (kind) {
            case ADD -> steps.add(new MemberEdit.Add(ids(members, value)));
            case REPLACE -> {
                List<String> ids = ids(members, value);
                steps.add(ids.isEmpty() ? cleared() : new MemberEdit.Replace(ids));
            }
            case REMOVE -> {
                if (JsonValue.NULL.equals(value)) {
                    steps.add(cleared());
                } else {
                    notes.add(Leniency.REMOVE_WITH_VALUE, WHERE);
                    steps.add(new MemberEdit.Remove(ids(members, value)));
                }
            }
        }
    }

    private MemberEdit cleared() {
        notes.add(Leniency.MEMBERS_EMPTIED, WHERE);
        return new MemberEdit.Clear();
    }

    private void removePicked(Filter filter) {
        List<String> ids = new ArrayList<>();
        steps.add(named(filter, ids) ? new MemberEdit.Remove(ids) : new MemberEdit.RemoveMatching(filter));
    }

    private static MemberEdit required(Filter filter, String where) {
        List<String> ids = new ArrayList<>();
        return named(filter, ids) ? new MemberEdit.Require(ids, where) : new MemberEdit.RequireMatching(filter, where);
    }

    /** Whether the filter only lists ids, which are then collected. */
    private static boolean named(Filter filter, List<String> ids) {
        if (filter instanceof Filter.Or or) {
            return or.terms().stream().allMatch(each -> named(each, ids));
        }
        if (!(filter instanceof Filter.Compare compare) || compare.operator() != Operator.EQ) {
            return false;
        }
        boolean link = link(compare.path());
        boolean id = link || compare.path().leaf().name().equals("value");
        if (id && compare.value() instanceof JsonString text) {
            ids.add(plain(link ? MemberLinks.id(text.getString()).orElse("") : text.getString()));
        }
        return id;
    }

    /** The link is the server's, made for each answer; here the members have none. */
    private static boolean link(AttributePath path) {
        return path.leaf().name().equals("$ref");
    }

    private List<String> ids(Attribute members, JsonValue value) {
        List<String> ids = new ArrayList<>();
        for (JsonValue each : reader.elements(members, WHERE, MemberLinks.resolved(value))) {
            if (!(each instanceof JsonObject member) || !(member.get("value") instanceof JsonString id)) {
                throw invalidValue("a member has a 'value', the id of a user or group");
            }
            ids.add(plain(id.getString()));
        }
        return ids;
    }

    /** Ids compare without case, also where one PATCH spells the same one in two ways. */
    private static String plain(String id) {
        return id.toLowerCase(Locale.ROOT);
    }
}
