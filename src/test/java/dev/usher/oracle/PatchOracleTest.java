package dev.usher.oracle;

import dev.usher.scim.Samples;
import dev.usher.scim.error.ScimException;
import dev.usher.scim.filter.FilterLimits;
import dev.usher.scim.patch.PatchPlan;
import dev.usher.scim.patch.PatchRequest;
import dev.usher.scim.resource.ResourceReader;
import dev.usher.scim.resource.ScimResource;
import dev.usher.scim.schema.ResourceType;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The same patches of the same user. */
class PatchOracleTest {
    private static final String ENTERPRISE = Samples.ENTERPRISE;
    private static final JsonObject USER = Samples.json(
            "{'userName':'alice','title':'Engineer','active':true,'name':{'familyName':'Meyer','givenName':'Alice'},"
                    + "'emails':[{'value':'a@acme.com','type':'work','primary':true},{'value':'al@home.net','type':'home'}],'"
                    + ENTERPRISE + "':{'department':'R&D'}}");

    /** One patch a line, its operations as JSON with single quotes. */
    private static final List<String> PATCHES = List.of(
            "{'op':'replace','path':'title','value':'CEO'}",
            "{'op':'add','path':'title','value':'CEO'}",
            "{'op':'remove','path':'title'}",
            "{'op':'remove','path':'nickName'}",
            "{'op':'Replace','path':'TITLE','value':'CEO'}",
            "{'op':'add','path':'nickName','value':'Al'}",
            "{'op':'replace','path':'nickName','value':'Al'}",
            "{'op':'replace','value':{'title':'CEO','nickName':'Al'}}",
            "{'op':'add','value':{'name':{'middleName':'M'}}}",
            "{'op':'replace','path':'name','value':{'middleName':'M'}}",
            "{'op':'replace','path':'name.familyName','value':'Zorn'}",
            "{'op':'remove','path':'name.familyName'}",
            "{'op':'remove','path':'name'}",
            "{'op':'add','path':'emails','value':[{'value':'n@x.org','type':'other'}]}",
            "{'op':'add','path':'emails','value':{'value':'n@x.org','type':'other'}}",
            "{'op':'add','path':'emails','value':[{'value':'n@x.org','primary':true}]}",
            "{'op':'add','path':'emails','value':[{'value':'a@acme.com','type':'work','primary':true}]}",
            "{'op':'replace','path':'emails','value':[{'value':'n@x.org'}]}",
            "{'op':'remove','path':'emails'}",
            "{'op':'remove','path':'emails[type eq \\u0022home\\u0022]'}",
            "{'op':'remove','path':'emails[type eq \\u0022nope\\u0022]'}",
            "{'op':'replace','path':'emails[type eq \\u0022work\\u0022].value','value':'n@x.org'}",
            "{'op':'add','path':'emails[type eq \\u0022work\\u0022].display','value':'W'}",
            "{'op':'replace','path':'emails[type eq \\u0022nope\\u0022].value','value':'n@x.org'}",
            "{'op':'replace','path':'emails[value eq \\u0022nope\\u0022].type','value':'x'}",
            "{'op':'replace','path':'emails[type eq \\u0022home\\u0022].primary','value':true}",
            "{'op':'remove','path':'emails[type eq \\u0022work\\u0022].primary'}",
            "{'op':'replace','path':'emails[type eq \\u0022work\\u0022]','value':{'value':'n@x.org','type':'work'}}",
            "{'op':'replace','path':'emails.display','value':'all'}",
            "{'op':'replace','path':'" + ENTERPRISE + ":department','value':'Sales'}",
            "{'op':'add','path':'" + ENTERPRISE + ":manager','value':{'value':'m1'}}",
            "{'op':'add','path':'" + ENTERPRISE + ":manager.value','value':'m1'}",
            "{'op':'remove','path':'" + ENTERPRISE + ":department'}",
            "{'op':'remove','path':'" + ENTERPRISE + "'}",
            "{'op':'replace','value':{'" + ENTERPRISE + "':{'department':'Sales'}}}",
            "{'op':'replace','value':{'" + ENTERPRISE + ":department':'Sales'}}",
            "{'op':'replace','value':{'name.familyName':'Zorn'}}",
            "{'op':'replace','path':'active','value':false}",
            "{'op':'replace','path':'active','value':'False'}",
            "{'op':'replace','path':'active','value':'perhaps'}",
            "{'op':'replace','path':'id','value':'x'}",
            "{'op':'replace','path':'nope','value':'x'}",
            "{'op':'replace','path':'groups','value':[{'value':'g'}]}",
            "{'op':'remove'}",
            "{'op':'add','path':'title'}",
            "{'op':'move','path':'title','value':'x'}",
            "{'op':'replace','path':'userName','value':''}",
            "{'op':'remove','path':'userName'}",
            "{'op':'replace','path':'title','value':'CEO'},{'op':'replace','path':'nope','value':'x'}",
            "{'op':'add','path':'nickName','value':'Al'},{'op':'remove','path':'nickName'}");

    @Test
    void agreesButForWhatIsListed() {
        List<String> different = PATCHES.stream()
                .filter(operations -> !ours(operations).equals(theirs(operations)))
                .toList();

        Differences.areListed("Patches", different);
    }

    private static JsonObject body(String operations) {
        return Samples.json("{'schemas':['%s'],'Operations':[%s]}".formatted(PatchRequest.SCHEMA, operations));
    }

    private static String ours(String operations) {
        ScimResource user = new ResourceReader(Samples.REGISTRY)
                .read(ResourceType.USER, USER)
                .resource();
        try {
            PatchRequest request = PatchRequest.read(body(operations));
            return sorted(PatchPlan.of(Samples.REGISTRY, ResourceType.USER, request, FilterLimits.USUAL)
                    .apply(user)
                    .resource()
                    .document());
        } catch (ScimException e) {
            return Integer.toString(e.status());
        }
    }

    private static String theirs(String operations) {
        var other = new OtherEngine();
        other.put("1", USER);
        OtherEngine.Said said = other.patch("1", body(operations).toString());
        return said.status() < 300 ? sorted(other.get("1").body()) : Integer.toString(said.status());
    }

    /** Without what only one side has, and in one order. */
    private static String sorted(JsonValue value) {
        if (value instanceof JsonObject object) {
            var members = new TreeMap<String, String>();
            object.forEach((name, each) -> members.put(name, sorted(each)));
            members.keySet().removeAll(List.of("id", "meta", "schemas"));
            return members.toString();
        }
        return value instanceof JsonArray array
                ? array.stream()
                        .map(PatchOracleTest::sorted)
                        .sorted()
                        .collect(Collectors.toList())
                        .toString()
                : value.toString();
    }
}
