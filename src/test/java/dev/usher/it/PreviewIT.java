package dev.usher.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonValue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an administrator learns before any user comes. */
class PreviewIT {
    private TestTenant tenant;

    @BeforeEach
    void makeMappings() {
        tenant = TestTenant.withoutMapping(UsherServer.http());
        tenant.createMapping("Sales", "department", "Sales", tenant.profileId());
        tenant.createMapping("Executives", "userType", "Executive", tenant.profileId());
    }

    @Test
    void tellsWhichMappingAndEveryComparison() {
        Answer preview = preview(
                TestTenant.user("sam", "sales").add("userType", "Executive").build());

        assertThat(preview.text("/mapping/name")).isEqualTo("Executives");
        assertThat(preview.text("/comparisons/0/mapping/name")).isEqualTo("Sales");
        assertThat(preview.text("/comparisons/0/met")).isEqualTo("false");
        assertThat(preview.at("/comparisons/0/found").toString()).isEqualTo("[\"sales\"]");
        assertThat(preview.at("/comparisons/0/wanted").toString()).isEqualTo("[\"Sales\"]");
        assertThat(preview.text("/comparisons/0/nearMiss")).contains("case");
        assertThat(preview.text("/comparisons/1/met")).isEqualTo("true");
    }

    @Test
    void saysThatNoMappingFitsAndWhatWasLookedFor() {
        Answer preview = preview(TestTenant.user("sam", "Legal").build());

        assertThat(preview.at("/mapping")).isEqualTo(JsonValue.NULL);
        assertThat(preview.text("/lookedFor")).isEqualTo("department is \"Legal\"; userType is absent");
        assertThat(preview.text("/warnings/0/code")).isEqualTo("no-all-users-mapping");
    }

    @Test
    void needsNoNameAndStoresNothing() {
        Answer preview =
                preview(Json.createObjectBuilder().add("userType", "Executive").build());

        assertThat(preview.text("/mapping/name")).isEqualTo("Executives");
        assertThat(tenant.scim().get("/Users").expect(200).text("/totalResults"))
                .isEqualTo("0");
        assertThat(tenant.events().at("/items").toString()).isEqualTo("[]");
    }

    @Test
    void listsTheAttributesThatMappingsCanName() {
        String attributes = tenant.admin().get("/attributes").expect(200).body();

        assertThat(attributes)
                .contains("\"attribute\":\"department\"")
                .contains("emails[type eq \\\"work\\\"].value")
                .doesNotContain("\"attribute\":\"password\"")
                .doesNotContain("\"attribute\":\"meta.created\"");
    }

    private Answer preview(JsonValue user) {
        return tenant.admin()
                .post(
                        "/mappings/preview",
                        Json.createObjectBuilder().add("user", user).build())
                .expect(200);
    }
}
