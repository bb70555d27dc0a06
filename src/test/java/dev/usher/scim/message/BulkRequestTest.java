package dev.usher.scim.message;

import static dev.usher.scim.Samples.ENTERPRISE;
import static dev.usher.scim.Samples.json;
import static dev.usher.scim.Samples.refusal;
import static dev.usher.scim.Samples.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.Rfc;
import dev.usher.scim.error.ScimException;
import dev.usher.scim.error.ScimType;
import dev.usher.scim.message.BulkOperation.Method;
import dev.usher.scim.schema.ResourceType;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BulkRequestTest {
    private static BulkRequest bulk(String operations) {
        return BulkRequest.read(
                json("{'schemas':['%s'],'failOnErrors':2,'Operations':[%s]}".formatted(BulkRequest.SCHEMA, operations)),
                3);
    }

    private static BulkOperation ready(String operation) {
        return ((BulkRequest.Entry.Ready) bulk(operation).entries().get(0)).operation();
    }

    @Test
    @Rfc("7644 §3.7")
    void readsEveryMethod() {
        var request = bulk(
                "{'method':'post','path':'/Users','bulkId':'a','data':{'userName':'x'}},"
                        + "{'method':'PATCH','path':'/Groups/g','version':'W/1','data':{}},{'method':'DELETE','path':'Users/u'}");

        assertThat(request.failOnErrors()).isEqualTo(2);
        assertThat(request.entries())
                .containsExactly(
                        new BulkRequest.Entry.Ready(new BulkOperation(
                                Method.POST, ResourceType.USER, "", "a", "", "/Users", json("{'userName':'x'}"))),
                        new BulkRequest.Entry.Ready(new BulkOperation(
                                Method.PATCH,
                                ResourceType.GROUP,
                                "g",
                                "",
                                "W/1",
                                "/Groups/g",
                                JsonValue.EMPTY_JSON_OBJECT)),
                        new BulkRequest.Entry.Ready(new BulkOperation(
                                Method.DELETE,
                                ResourceType.USER,
                                "u",
                                "",
                                "",
                                "Users/u",
                                JsonValue.EMPTY_JSON_OBJECT)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'method':'GET','path':'/Users/1'}",
                "{'path':'/Users','bulkId':'a','data':{}}",
                "{'method':'POST','path':'/Users','data':{}}",
                "{'method':'POST','path':'/Users/1','bulkId':'a','data':{}}",
                "{'method':'POST','path':'/Things','bulkId':'a','data':{}}",
                "{'method':'PUT','path':'/Users','data':{}}",
                "{'method':'PUT','path':'/Users/1'}",
                "{'method':'PUT','path':'/Users/1/x','data':{}}",
                "{'method':'POST','path':'/Users','bulkId':'a','data':'x'}",
                "{'method':'DELETE'}"
            })
    @Rfc("7644 §3.7")
    void letsABrokenOperationFailAlone(String operation) {
        var request = bulk(operation + ",{'method':'DELETE','path':'/Users/u'}");

        assertThat(request.entries().get(0)).isInstanceOf(BulkRequest.Entry.Broken.class);
        assertThat(request.entries().get(1)).isInstanceOf(BulkRequest.Entry.Ready.class);
    }

    @Test
    void refusesABulkIdThatStandsTwice() {
        String post = "{'method':'POST','path':'/Users','bulkId':'a','data':{}}";

        assertThat(bulk(post + "," + post).entries().get(1)).isInstanceOf(BulkRequest.Entry.Broken.class);
    }

    @Test
    @Rfc("7644 §3.7.4")
    void capsOperationsAndDemandsItsSchemas() {
        String delete = "{'method':'DELETE','path':'/Users/u'}";

        assertThat(refusal(() -> bulk(String.join(",", delete, delete, delete, delete)))
                        .status())
                .isEqualTo(413);
        refused(ScimType.INVALID_SYNTAX, () -> BulkRequest.read(json("{'Operations':[]}"), 3));
        refused(
                ScimType.INVALID_SYNTAX,
                () -> BulkRequest.read(json("{'schemas':['%s']}".formatted(BulkRequest.SCHEMA)), 3));
    }

    @Test
    @Rfc("7644 §3.7.2")
    void findsAndResolvesReferences() {
        var operation =
                ready(("{'method':'PATCH','path':'/Groups/bulkId:g','data':{'Operations':[{'op':'add','path':'members',"
                                + "'value':[{'value':'bulkId:a'},{'value':'b'}]}],'%s':{'manager':{'value':'bulkId:m'}}}}")
                        .formatted(ENTERPRISE));

        assertThat(operation.references()).containsExactly("g", "a", "m");

        var resolved = operation.resolved(Map.of("g", "1", "a", "2"));

        assertThat(resolved.id()).isEqualTo("1");
        assertThat(resolved.path()).isEqualTo("/Groups/1");
        assertThat(resolved.references()).containsExactly("m");
        assertThat(resolved.data().toString()).contains("{\"value\":\"2\"},{\"value\":\"b\"}");
        assertThat(operation.withoutReferences().data())
                .isEqualTo(json("{'Operations':[{'op':'add','path':'members','value':[{'value':'b'}]}],'%s':{}}"
                        .formatted(ENTERPRISE)));
    }

    @Test
    @Rfc("7644 §3.7.3")
    void rendersTheResponse() {
        var json = BulkMessage.response(List.of(
                BulkMessage.done("POST", "a", "https://x/Users/1", "W/\"1\"", 201),
                BulkMessage.failed("POST", "b", "", ScimException.invalidValue("no"))));

        assertThat(json.getJsonArray("Operations").getJsonObject(0).getString("status"))
                .isEqualTo("201");
        assertThat(json.getJsonArray("Operations").getJsonObject(1)).isEqualTo(json("""
                        {'method':'POST','bulkId':'b','status':'400','response':{
                         'schemas':['urn:ietf:params:scim:api:messages:2.0:Error'],'status':'400','scimType':'invalidValue','detail':'no'}}"""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/Users/u/",
                "Users//u",
                "/v2/Users/u",
                "/Users/u?attributes=userName",
                "https://scim.example/scim/v2/Users/u",
                "HTTPS://scim.example/scim/v2/Users/u/?x=/y"
            })
    void takesPathsAsAddressesAreTaken(String path) {
        var request = BulkRequest.read(
                json("{'schemas':['%s'],'Operations':[{'method':'DELETE','path':'%s'}]}"
                        .formatted(BulkRequest.SCHEMA, path)),
                10,
                "https://scim.example/scim/v2");

        assertThat(((BulkRequest.Entry.Ready) request.entries().get(0)).operation())
                .extracting(BulkOperation::type, BulkOperation::id)
                .containsExactly(ResourceType.USER, "u");
    }

    @Test
    void anotherServersAddressIsNoPath() {
        var request = BulkRequest.read(
                json(
                        "{'schemas':['%s'],'Operations':[{'method':'DELETE','path':'https://else.example/scim/v2/Users/u'}]}"
                                .formatted(BulkRequest.SCHEMA)),
                10,
                "https://scim.example/scim/v2");

        assertThat(request.entries().get(0)).isInstanceOf(BulkRequest.Entry.Broken.class);
    }

    @Test
    void countsErrorsByTheNumbersValue() {
        String message = "{'schemas':['%s'],'failOnErrors':%s,'Operations':[]}";

        assertThat(BulkRequest.read(json(message.formatted(BulkRequest.SCHEMA, "1.0")), 10)
                        .failOnErrors())
                .isEqualTo(1);
        assertThat(BulkRequest.read(json(message.formatted(BulkRequest.SCHEMA, "1e20")), 10)
                        .failOnErrors())
                .isEqualTo(Integer.MAX_VALUE);
        refused(ScimType.INVALID_VALUE, () -> BulkRequest.read(json(message.formatted(BulkRequest.SCHEMA, "1.5")), 10));
    }

    @Test
    @Rfc("7644 §3.7.2")
    void resolvesReferencesInTheFilterOfAPatchPath() {
        String path = "members[value eq \\\"bulkId:u\\\" or value eq \\\"bulkId:x\\\"]";
        var operation = ready("{'method':'PATCH','path':'/Groups/g','data':{'Operations':" + "[{'op':'remove','path':'"
                + path + "','value':'say \\\"bulkId:u\\\"'}]}}");

        JsonObject resolved = operation.resolved(Map.of("u", "1")).data();

        assertThat(operation.references()).containsExactly("u", "x");
        assertThat(resolved.getJsonArray("Operations").getJsonObject(0).getString("path"))
                .isEqualTo("members[value eq \"1\" or value eq \"bulkId:x\"]");
        assertThat(resolved.getJsonArray("Operations").getJsonObject(0).getString("value"))
                .isEqualTo("say \"bulkId:u\"");
    }
}
