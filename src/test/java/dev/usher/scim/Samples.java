package dev.usher.scim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.usher.scim.error.ScimException;
import dev.usher.scim.error.ScimType;
import dev.usher.scim.resource.JsonText;
import dev.usher.scim.resource.ScimResource;
import dev.usher.scim.schema.ResourceType;
import dev.usher.scim.schema.SchemaJson;
import dev.usher.scim.schema.SchemaRegistry;
import jakarta.json.JsonObject;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Documents and refusals that many tests of the kernel share. */
public final class Samples {
    public static final String ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
    public static final String CUSTOM = "urn:example:params:scim:schemas:extension:site:2.0:User";
    public static final SchemaRegistry REGISTRY = SchemaRegistry.standard();

    /** With an extension that has every type. */
    public static final SchemaRegistry WITH_CUSTOM =
            REGISTRY.with(ResourceType.USER, SchemaJson.custom(json("""
                    {'id':'%s','name':'Site','description':'Where somebody works','attributes':[
                      {'name':'worksite','type':'string'},
                      {'name':'badge','type':'string','caseExact':true,'mutability':'immutable'},
                      {'name':'floor','type':'integer'},
                      {'name':'share','type':'decimal'},
                      {'name':'since','type':'dateTime'},
                      {'name':'remote','type':'boolean'},
                      {'name':'shift','type':'string','canonicalValues':['Day','Night']},
                      {'name':'secret','type':'string','mutability':'writeOnly','returned':'never'},
                      {'name':'history','type':'string','returned':'request'},
                      {'name':'level','type':'integer','mutability':'readOnly'},
                      {'name':'tags','type':'string','multiValued':true},
                      {'name':'desks','type':'complex','multiValued':true,'subAttributes':[
                         {'name':'value','type':'string'},{'name':'type','type':'string'},
                         {'name':'primary','type':'boolean'},{'name':'height','type':'integer'}]}]}
                    """.formatted(CUSTOM))));

    private Samples() {}

    /** JSON written with single quotes, so that tests stay readable. */
    public static JsonObject json(String text) {
        return JsonText.trusted(text.replace('\'', '"'));
    }

    public static ScimResource user(String text) {
        return new ScimResource(ResourceType.USER, json(text));
    }

    public static ScimResource group(String text) {
        return new ScimResource(ResourceType.GROUP, json(text));
    }

    /** A person with a bit of everything. */
    public static ScimResource alice() {
        return user("""
                {'userName':'alice@example.com','externalId':'ext-1','active':true,'displayName':'Alice Ash','title':'Analyst',
                 'name':{'formatted':'Alice Ash','givenName':'Alice','familyName':'Ash'},
                 'emails':[{'value':'alice@work.example','type':'work','primary':true},
                           {'value':'alice@home.example','type':'home'}],
                 'phoneNumbers':[{'value':'1','type':'work'}],
                 '%s':{'department':'Sales','employeeNumber':'77','manager':{'value':'m-1','displayName':'Moss'}}}
                """.formatted(ENTERPRISE));
    }

    /** The refusal that the action must end in. */
    public static ScimException refusal(ThrowingCallable action) {
        ScimException refused = catchThrowableOfType(ScimException.class, action);
        assertThat(refused).as("a refusal").isNotNull();
        return refused;
    }

    /** Asserts status 400 and the keyword. */
    public static void refused(ScimType type, ThrowingCallable action) {
        ScimException refusal = refusal(action);
        assertThat(refusal.status()).isEqualTo(400);
        assertThat(refusal.scimType()).contains(type);
        assertThat(refusal.detail()).isNotBlank().hasSizeLessThan(400);
    }
}
