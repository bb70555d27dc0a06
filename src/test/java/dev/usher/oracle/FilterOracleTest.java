package dev.usher.oracle;

import dev.usher.scim.Samples;
import dev.usher.scim.error.ScimException;
import dev.usher.scim.filter.Filter;
import dev.usher.scim.filter.FilterEvaluator;
import dev.usher.scim.filter.FilterLimits;
import dev.usher.scim.filter.FilterParser;
import dev.usher.scim.resource.ResourceReader;
import dev.usher.scim.resource.ScimResource;
import dev.usher.scim.schema.ResourceType;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The same filters over the same users. */
class FilterOracleTest {
    private static final String ENTERPRISE = Samples.ENTERPRISE;
    private static final List<String> USERS = List.of(
            "{'userName':'Alice','externalId':'E1','title':'Engineer','active':true,'name':{'familyName':'Meyer','givenName':'Alice'},"
                    + "'emails':[{'value':'Alice@Acme.com','type':'work','primary':true},{'value':'al@home.net','type':'home'}],"
                    + "'addresses':[{'type':'work','locality':'Berlin','country':'DE'}],'" + ENTERPRISE
                    + "':{'department':'R&D','manager':{'value':'m1'}}}",
            "{'userName':'bob','externalId':'e1','active':false,'name':{'familyName':'meyer','givenName':'Bob'},"
                    + "'emails':[{'value':'bob@acme.com','type':'home'},{'value':'bob@work.org','type':'work'}],'"
                    + ENTERPRISE + "':{'department':'Sales'}}",
            "{'userName':'carol','title':'Ingénieur','active':true,'nickName':'c'}",
            "{'userName':'dan','title':'','active':true,'roles':[{'value':'admin'}],'phoneNumbers':[{'value':'+1-000'}]}");
    private static final List<String> FIXED = List.of(
            "userName eq \"ALICE\"",
            "userName EQ \"alice\"",
            "USERNAME eq \"alice\"",
            "userName ne \"alice\"",
            "title ne \"Engineer\"",
            "not (title eq \"Engineer\")",
            "title pr",
            "not (title pr)",
            "externalId eq \"E1\"",
            "name.familyName eq \"MEYER\"",
            "name pr",
            "emails pr",
            "emails.value co \"acme\"",
            "emails co \"acme\"",
            "emails eq \"bob@work.org\"",
            "emails.type ne \"work\"",
            "emails[type eq \"work\" and value co \"@acme\"]",
            "emails[type eq \"home\" and value co \"acme\"]",
            "emails[type eq \"work\"].value eq \"bob@work.org\"",
            "emails[not (type eq \"work\")]",
            "not (emails[type eq \"work\"])",
            "emails[primary eq true]",
            "emails.primary eq true",
            "active eq true",
            "active eq \"true\"",
            "active eq \"False\"",
            "active ne true",
            "active gt true",
            "department eq \"sales\"",
            ENTERPRISE + ":department eq \"r&d\"",
            ENTERPRISE + ":department pr",
            ENTERPRISE + ":manager.value eq \"m1\"",
            ENTERPRISE + ":manager pr",
            "urn:ietf:params:scim:schemas:core:2.0:User:userName eq \"bob\"",
            "userName eq \"alice\" or title eq \"x\" and userName eq \"bob\"",
            "(userName eq \"alice\" or userName eq \"bob\") and active eq false",
            "not (userName eq \"alice\") and not (userName eq \"bob\")",
            "userName gt \"bob\"",
            "userName ge \"BOB\"",
            "title lt \"m\"",
            "title le \"m\"",
            "title eq null",
            "title ne null",
            "addresses.locality eq \"BERLIN\"",
            "roles.value eq \"admin\"",
            "phoneNumbers.value sw \"+1\"",
            "nope eq \"x\"",
            "userName xx \"x\"",
            "userName eq",
            "(userName eq \"x\"",
            "emails[type eq \"work\"",
            "not userName eq \"x\"",
            "userName eq x");

    /** Each operator on each kind of attribute. */
    private static List<String> filters() {
        List<String> all = new ArrayList<>(FIXED);
        for (String operator : List.of("eq", "ne", "co", "sw", "ew", "gt", "ge", "lt", "le")) {
            for (String path :
                    List.of("userName", "title", "name.givenName", "emails.value", "externalId", "nickName")) {
                for (String value : List.of("alice", "b", "m")) {
                    // What an absent value is less than is one of the listed differences; here only values are
                    // compared.
                    all.add(path + " pr and " + path + " " + operator + " \"" + value + "\"");
                }
            }
        }
        return all;
    }

    @Test
    void agreesButForWhatIsListed() {
        var other = new OtherEngine();
        Map<String, ScimResource> ours = new LinkedHashMap<>();
        for (String text : USERS) {
            JsonObject sent = Samples.json(text);
            String id = sent.getString("userName");
            ScimResource read = new ResourceReader(Samples.REGISTRY)
                    .read(ResourceType.USER, sent)
                    .resource();
            ours.put(id, read);
            other.put(id, read.document());
        }

        List<String> different = filters().stream()
                .filter(filter -> !Objects.equals(ours(ours, filter), theirs(other, filter)))
                .toList();

        Differences.areListed("Filters", different);
    }

    private static String ours(Map<String, ScimResource> users, String text) {
        try {
            Filter filter = FilterParser.parse(Samples.REGISTRY, ResourceType.USER, text, FilterLimits.USUAL);
            return users.entrySet().stream()
                    .filter(user -> FilterEvaluator.matches(filter, user.getValue()))
                    .map(Map.Entry::getKey)
                    .sorted()
                    .toList()
                    .toString();
        } catch (ScimException e) {
            return Integer.toString(e.status());
        }
    }

    private static String theirs(OtherEngine other, String text) {
        OtherEngine.Said said = other.list(text);
        if (said.status() != 200) {
            return Integer.toString(said.status());
        }
        Stream<JsonValue> found =
                said.body().containsKey("Resources") ? said.body().getJsonArray("Resources").stream() : Stream.empty();
        return found.map(user -> user.asJsonObject().getString("userName"))
                .sorted()
                .toList()
                .toString();
    }
}
