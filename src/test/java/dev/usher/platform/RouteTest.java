package dev.usher.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RouteTest {
    @ParameterizedTest
    @CsvSource({
        "GET, /scim/v2/Users, users-list",
        "GET, //scim//v2//users/, users-list",
        "GET, /scim/Users/alice@firm.example, users-read",
        "POST, /scim/v2/Users, users-create",
        "POST, /scim/v2/Users/.search, users-search",
        "POST, /scim/v2/Users/1, scim-other",
        "PUT, /scim/v2/Groups/1, groups-replace",
        "PATCH, /scim/v2/Groups/1, groups-patch",
        "DELETE, /scim/v2/Groups/1, groups-delete",
        "POST, /scim/v2/Bulk, bulk",
        "GET, /scim/v2/Schemas, scim-other",
        "GET, /scim, scim-other",
        "BREW, /scim/v2/Users, scim-other",
        "GET, /api/v1/tenants/acme, api-read",
        "DELETE, /api/v1/tenants/acme/tokens/1, api-change",
        "GET, /ui/x, console",
        "GET, /ops/metrics, ops",
        "GET, /, other",
        "GET, /wp-login.php, other"
    })
    void tellsRequestsApartByMethodAndPath(String method, String path, String label) {
        assertThat(Route.of(method, path).label()).isEqualTo(label);
    }
}
