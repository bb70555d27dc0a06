package dev.usher.endpoint.scim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.it.Answer;
import dev.usher.it.Http;
import dev.usher.it.TestTenant;
import dev.usher.it.UsherServer;
import jakarta.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the server says about itself (RFC 7644 §4), to anybody. */
class DiscoveryIT {
    private final Http anybody = UsherServer.http().below("/scim/v2");

    @ParameterizedTest
    @ValueSource(strings = {"/ServiceProviderConfig", "/Schemas", "/ResourceTypes", "/ResourceTypes/User"})
    void answersWithAndWithoutToken(String path) {
        Answer bare = anybody.get(path).expect(200);
        Answer known = TestTenant.create().scim().get(path).expect(200);

        assertThat(bare.header("Content-Type")).startsWith("application/scim+json");
        assertThat(known.json()).isEqualTo(bare.json());
    }

    @Test
    void refusesWrongTokenEvenHere() {
        anybody.bearer("ush_wrong").get("/Schemas").expectScimError(401, "");
    }

    @Test
    void claimsOnlyWhatStands() {
        JsonObject config = anybody.get("/ServiceProviderConfig").expect(200).json();

        for (String feature : List.of("patch", "filter", "sort", "etag")) {
            assertThat(config.getJsonObject(feature).getBoolean("supported"))
                    .as(feature)
                    .isTrue();
        }
        assertThat(config.getJsonObject("changePassword").getBoolean("supported"))
                .isFalse();
        assertThat(config.getJsonObject("pagination").getBoolean("cursor")).isTrue();
        boolean bulk = config.getJsonObject("bulk").getBoolean("supported");
        int status = TestTenant.create().scim().post("/Bulk", "{}").status();
        assertThat(status).isEqualTo(bulk ? 400 : 404);
    }

    @Test
    void listsEachSchemaUnderItsUrn() {
        var schemas = anybody.get("/Schemas").expect(200).json().getJsonArray("Resources");

        assertThat(schemas).hasSizeGreaterThanOrEqualTo(4);
        for (JsonObject schema : schemas.getValuesAs(JsonObject.class)) {
            Answer alone = anybody.get("/Schemas/" + schema.getString("id")).expect(200);
            assertThat(alone.json()).isEqualTo(schema);
        }
    }

    @Test
    void knowsUsersAndGroups() {
        var types = anybody.get("/ResourceTypes").expect(200).json().getJsonArray("Resources");

        assertThat(types.getValuesAs(JsonObject.class))
                .extracting(type -> type.getString("endpoint"))
                .containsExactly("/Users", "/Groups");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/Schemas", "/ResourceTypes", "/ServiceProviderConfig"})
    void forbidsFilters(String path) {
        anybody.get(path + "?filter=id%20pr").expectScimError(403, "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/Schemas/urn:nothing", "/ResourceTypes/Nothing"})
    void missesWhatIsNotThere(String path) {
        anybody.get(path).expectScimError(404, "");
    }
}
