package dev.usher.endpoint.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.platform.Settings;
import dev.usher.tenant.CacheVersions;
import dev.usher.tenant.Reclassify;
import dev.usher.tenant.Tenant;
import dev.usher.tenant.TenantId;
import dev.usher.tenant.Tenants;
import dev.usher.tenant.UserManagement;
import dev.usher.token.Tokens;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class TenantJsonTest {
    private static final Tenant TENANT = new Tenant(
            new TenantId(1),
            "acme",
            "Acme",
            UserManagement.SCIM,
            Instant.EPOCH,
            true,
            Reclassify.NEVER,
            new CacheVersions(0, 0, 0),
            Instant.EPOCH,
            1);

    @Test
    void tellsTheAddressForTheIdpAsTheOperatorNamesIt() {
        var json = json(Map.of("USHER_PUBLIC_URL", "https://usher.example/"));

        assertThat(json.head(TENANT).getString("scimBaseUrl")).isEqualTo("https://usher.example/scim/v2");
    }

    @Test
    void guessesNoAddressWhereTheOperatorNamesNone() {
        assertThat(json(Map.of()).head(TENANT)).doesNotContainKey("scimBaseUrl");
    }

    private static TenantJson json(Map<String, String> environment) {
        var settings = Settings.read(new Properties(), environment);
        return new TenantJson(new Tenants(), new Tokens(), Clock.systemUTC(), settings);
    }
}
