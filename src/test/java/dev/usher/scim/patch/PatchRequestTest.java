package dev.usher.scim.patch;

import static dev.usher.scim.Samples.json;
import static dev.usher.scim.Samples.refusal;
import static dev.usher.scim.Samples.refused;
import static dev.usher.scim.patch.Patches.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.Rfc;
import dev.usher.scim.error.ScimType;
import dev.usher.scim.patch.PatchOperation.Kind;
import dev.usher.scim.resource.Leniency;
import jakarta.json.JsonValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PatchRequestTest {
    @Test
    @Rfc("7644 §3.5.2")
    void readsOperationsInOrder() {
        var request = request("{'op':'add','path':'title','value':'x'}", "{'op':'remove','path':'title'}");

        assertThat(request.operations()).extracting(PatchOperation::kind).containsExactly(Kind.ADD, Kind.REMOVE);
        assertThat(request.operations().get(1).value()).isEqualTo(JsonValue.NULL);
        assertThat(request.notes()).isEmpty();
    }

    @Test
    void takesNamesAndOperationsInAnyCase() {
        var request = PatchRequest.read(
                json(
                        "{'Schemas':['URN:ietf:params:scim:api:messages:2.0:patchop'],'operations':[{'Op':'REPLACE','Path':'title','Value':1}]}"));

        assertThat(request.operations().get(0).path()).isEqualTo("title");
        assertThat(Patches.leniencies(request.notes())).containsExactly(Leniency.OPERATION_CASE);
    }

    @Test
    void takesNoOperationsForNoChange() {
        assertThat(Patches.leniencies(request().notes())).containsExactly(Leniency.EMPTY_OPERATIONS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'Operations':[]}",
                "{'schemas':[],'Operations':[]}",
                "{'schemas':['urn:ietf:params:scim:schemas:core:2.0:User'],'Operations':[]}",
                "{'schemas':['urn:ietf:params:scim:api:messages:2.0:PatchOp']}",
                "{'schemas':['urn:ietf:params:scim:api:messages:2.0:PatchOp'],'Operations':{}}",
                "{'schemas':['urn:ietf:params:scim:api:messages:2.0:PatchOp'],'Operations':['add']}",
                "{'schemas':['urn:ietf:params:scim:api:messages:2.0:PatchOp'],'Operations':[{'path':'a'}]}",
                "{'schemas':['urn:ietf:params:scim:api:messages:2.0:PatchOp'],'Operations':[{'op':'move','path':'a'}]}",
                "{'schemas':['urn:ietf:params:scim:api:messages:2.0:PatchOp'],'Operations':[{'op':1}]}"
            })
    @Rfc("7644 §3.5.2")
    void refusesWhatIsNoPatch(String body) {
        refused(ScimType.INVALID_SYNTAX, () -> PatchRequest.read(json(body)));
    }

    @Test
    @Rfc("7644 §3.5.2.1")
    void demandsAValue() {
        refused(ScimType.INVALID_VALUE, () -> request("{'op':'add','path':'title'}"));
        refused(ScimType.INVALID_VALUE, () -> request("{'op':'replace','path':'title'}"));
        refused(ScimType.INVALID_PATH, () -> request("{'op':'remove','path':7}"));
    }

    @Test
    void capsTheNumberOfOperations() {
        String[] many = new String[1_001];
        java.util.Arrays.fill(many, "{'op':'remove','path':'title'}");

        assertThat(refusal(() -> request(many)).status()).isEqualTo(413);
    }
}
