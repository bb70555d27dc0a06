package dev.usher.scim.resource;

import static dev.usher.scim.Samples.CUSTOM;
import static dev.usher.scim.Samples.ENTERPRISE;
import static dev.usher.scim.Samples.WITH_CUSTOM;
import static dev.usher.scim.Samples.alice;
import static dev.usher.scim.Samples.group;
import static dev.usher.scim.Samples.json;
import static dev.usher.scim.Samples.refused;
import static dev.usher.scim.Samples.user;
import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.Rfc;
import dev.usher.scim.error.ScimType;
import org.junit.jupiter.api.Test;

class PutMergeTest {
    private static PutMerge put(ScimResource current, String body) {
        return PutMerge.of(WITH_CUSTOM, current, new ResourceReader(WITH_CUSTOM).read(current.type(), json(body)));
    }

    @Test
    @Rfc("7644 §3.5.1")
    void replacesTheWritableResource() {
        var merged = put(alice(), "{'userName':'alice@example.com','displayName':'Al'}");

        assertThat(merged.resource().document())
                .isEqualTo(
                        json("{'userName':'alice@example.com','displayName':'Al','active':true,'externalId':'ext-1'}"));
        assertThat(merged.changed()).isTrue();
        assertThat(merged.removed())
                .contains("title", "emails", "name", ENTERPRISE + ":department")
                .doesNotContain("active", "externalId", "displayName");
    }

    @Test
    void changesNothingWhenTheClientSendsBackWhatItGot() {
        var merged = put(alice(), JsonText.write(alice().document()));

        assertThat(merged.changed()).isFalse();
        assertThat(merged.removed()).isEmpty();
        assertThat(merged.resource().document()).isEqualTo(alice().document());
    }

    @Test
    @Rfc("7643 §2.1")
    void removesNoAttributeThatIsSpelledAnew() {
        var current = user("{'userName':'a','urn:yourfirm:scim:User':{'badge':'gold','desk':'1'}}");

        var merged = put(current, "{'userName':'a','urn:yourfirm:scim:User':{'Badge':'gold'}}");

        assertThat(merged.removed()).containsExactly("urn:yourfirm:scim:User:desk");
    }

    /** Who read the resource was not shown them. */
    @Test
    @Rfc("7643 §7")
    void keepsWriteOnlyValuesThatAreNotSent() {
        ScimResource kept = alice().with(CUSTOM, json("{'secret':'1234','worksite':'B'}"));

        var merged = put(kept, "{'userName':'alice@example.com','" + CUSTOM + "':{'worksite':'C'}}");
        var changed = put(kept, "{'userName':'alice@example.com','" + CUSTOM + "':{'secret':'5'}}");

        assertThat(merged.resource().document().getJsonObject(CUSTOM))
                .isEqualTo(json("{'worksite':'C','secret':'1234'}"));
        assertThat(changed.resource().document().getJsonObject(CUSTOM)).isEqualTo(json("{'secret':'5'}"));
    }

    @Test
    void takesActiveAndExternalIdWhenTheyAreThere() {
        var merged = put(alice(), "{'userName':'a','active':false,'externalId':'new'}");

        assertThat(merged.resource().bool("active")).contains(false);
        assertThat(merged.resource().text("externalId")).contains("new");
    }

    @Test
    @Rfc("7644 §3.5.1")
    void holdsImmutableAttributes() {
        var badged = user("{'userName':'a','%s':{'badge':'7','floor':1,'level':3}}".formatted(CUSTOM));

        assertThat(put(badged, "{'userName':'a'}").resource().document().getJsonObject(CUSTOM))
                .isEqualTo(json("{'badge':'7','level':3}"));
        refused(ScimType.MUTABILITY, () -> put(badged, "{'userName':'a','%s':{'badge':'8'}}".formatted(CUSTOM)));
        assertThat(put(user("{'userName':'a'}"), "{'userName':'a','%s':{'badge':'8'}}".formatted(CUSTOM))
                        .resource()
                        .document()
                        .containsKey(CUSTOM))
                .isTrue();
    }

    @Test
    void keepsWhatIsKnownOfTheSameManagerOnly() {
        String body = "{'userName':'a','%s':{'manager':'%s'}}";

        assertThat(put(alice(), body.formatted(ENTERPRISE, "m-1"))
                        .resource()
                        .document()
                        .toString())
                .contains("Moss");
        assertThat(put(alice(), body.formatted(ENTERPRISE, "m-2"))
                        .resource()
                        .document()
                        .toString())
                .doesNotContain("Moss");
    }

    @Test
    void leavesMembersOut() {
        var merged = put(group("{'displayName':'g'}"), "{'displayName':'g','members':[{'value':'a'}]}");

        assertThat(merged.changed()).isFalse();
        assertThat(merged.resource().document()).isEqualTo(json("{'displayName':'g'}"));
    }
}
