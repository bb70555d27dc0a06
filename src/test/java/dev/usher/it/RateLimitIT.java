package dev.usher.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Credentials of machines have so many requests a second; people's have no limit. */
class RateLimitIT {
    private static final int MANY = 40;

    @Test
    void limitsTokensAndApiKeysEachForItself(@TempDir Path folder) {
        var settings = Map.of("USHER_RATE_LIMIT", "1", "USHER_RATE_BURST", "5");
        try (var server = UsherServer.startIn(folder.resolve("data"), settings)) {
            var tenant = TestTenant.create(Http.at(server.base()));
            Http key = tenant.admin().bearer(key(tenant, "one"));
            Http other = tenant.admin().bearer(key(tenant, "other"));

            List<Answer> byKey = answers(() -> key.get(""));
            List<Answer> byToken = answers(() -> tenant.scim().get("/Users"));

            assertThat(byKey).extracting(Answer::status).contains(200, 429).containsOnly(200, 429);
            Answer refused = first(byKey, 429).expectProblem(429, "too-many-requests");
            assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 5);
            other.get("").expect(200);
            first(byToken, 429).expectScimError(429, "");
            assertThat(answers(() -> tenant.admin().get("")))
                    .extracting(Answer::status)
                    .containsOnly(200);
        }
    }

    private static String key(TestTenant tenant, String name) {
        return tenant.admin()
                .post("/api-keys", "{\"name\":\"" + name + "\",\"role\":\"auditor\"}")
                .expect(201)
                .text("/secret");
    }

    private static List<Answer> answers(Supplier<Answer> request) {
        return Stream.generate(request).limit(MANY).parallel().toList();
    }

    private static Answer first(List<Answer> answers, int status) {
        return answers.stream()
                .filter(each -> each.status() == status)
                .findFirst()
                .orElseThrow();
    }
}
