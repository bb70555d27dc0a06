package dev.usher.scim.message;

import static dev.usher.scim.Samples.CUSTOM;
import static dev.usher.scim.Samples.WITH_CUSTOM;
import static dev.usher.scim.Samples.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.Rfc;
import dev.usher.scim.schema.ResourceType;
import dev.usher.scim.schema.SchemaUrns;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class DiscoveryTest {
    private static final String BASE = "https://usher.example/scim/v2";

    @Test
    @Rfc({"7644 §4", "7643 §7"})
    void listsEverySchemaAndTheTenantsOwn() {
        var schemas = Discovery.schemas(WITH_CUSTOM, BASE);

        assertThat(schemas)
                .extracting(each -> each.getString("id"))
                .contains(
                        SchemaUrns.USER,
                        SchemaUrns.GROUP,
                        SchemaUrns.ENTERPRISE,
                        SchemaUrns.ASSIGNMENT,
                        CUSTOM,
                        SchemaUrns.SCHEMA,
                        SchemaUrns.RESOURCE_TYPE,
                        SchemaUrns.SERVICE_PROVIDER_CONFIG)
                .doesNotHaveDuplicates();
        assertThat(schemas.get(0).getJsonObject("meta").getString("location")).startsWith(BASE + "/Schemas/urn:");
        assertThat(Discovery.schema(WITH_CUSTOM, SchemaUrns.USER.toUpperCase(java.util.Locale.ROOT), BASE))
                .isPresent();
        assertThat(Discovery.schema(WITH_CUSTOM, "urn:x:y", BASE)).isEmpty();
        assertThat(schemas.toString()).doesNotContain("\"password\"");
    }

    @Test
    @Rfc("7643 §6")
    void describesResourceTypes() {
        assertThat(Discovery.resourceType(WITH_CUSTOM, ResourceType.GROUP, BASE))
                .isEqualTo(json("""
                        {'schemas':['urn:ietf:params:scim:schemas:core:2.0:ResourceType'],'id':'Group','name':'Group',
                         'description':'A set of users and groups','endpoint':'/Groups',
                         'schema':'urn:ietf:params:scim:schemas:core:2.0:Group','schemaExtensions':[],
                         'meta':{'resourceType':'ResourceType','location':'%s/ResourceTypes/Group'}}""".formatted(BASE)));
        assertThat(Discovery.resourceTypes(WITH_CUSTOM, BASE).get(0).getJsonArray("schemaExtensions"))
                .hasSize(3);
    }

    @Test
    @Rfc({"7643 §5", "9865 §4"})
    void saysWhatTheServerCanDo() {
        JsonObject json = new ServiceProviderConfig(
                        "", true, true, 1_000, 5_242_880, 1_000, false, true, true, true, true, 100, 1_000, 3_600)
                .json(BASE);

        assertThat(json.getJsonObject("bulk"))
                .isEqualTo(json("{'supported':true,'maxOperations':1000,'maxPayloadSize':5242880}"));
        assertThat(json.getJsonObject("pagination").getInt("cursorTimeout")).isEqualTo(3_600);
        assertThat(json.getJsonArray("authenticationSchemes").getJsonObject(0).getString("type"))
                .isEqualTo("oauthbearertoken");
        assertThat(json.getJsonObject("changePassword").getBoolean("supported")).isFalse();
    }

    @Test
    @Rfc({"7644 §3.4.2", "9865 §2"})
    void rendersLists() {
        assertThat(ListMessage.byIndex(7, 1, List.of()))
                .isEqualTo(json("{'schemas':['%s'],'totalResults':7,'startIndex':1,'itemsPerPage':0,'Resources':[]}"
                        .formatted(ListMessage.SCHEMA)));
        assertThat(ListMessage.byCursor(OptionalLong.empty(), List.of(json("{'id':'1'}")), "next", ""))
                .isEqualTo(json("{'schemas':['%s'],'itemsPerPage':1,'nextCursor':'next','Resources':[{'id':'1'}]}"
                        .formatted(ListMessage.SCHEMA)));
    }
}
