package dev.usher.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.platform.store.EntityUnit;
import dev.usher.tenant.Caller;
import dev.usher.tenant.Tenant;
import dev.usher.tenant.Tenants;
import dev.usher.tenant.UserManagement;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TokensTest {
    private static EntityUnit unit;

    @BeforeAll
    static void opensTheDatabase() throws Exception {
        unit = new EntityUnit();
    }

    @AfterAll
    static void closesTheDatabase() {
        unit.close();
    }

    @Test
    void knowsTheLastExpiryWhileScimIsChosen() {
        var tokens = unit.bean(Tokens.class);
        var tenants = unit.bean(Tenants.class);
        Tenant made = unit.transaction(() -> tenants.create("t-" + UUID.randomUUID(), "Acme"));
        Tenant scim = unit.transaction(() -> tenants.manageBy(made.id(), UserManagement.SCIM));

        assertThat(tokens.lastExpiry(scim)).isEmpty();
        Token token = unit.transaction(() -> tokens.create(made.id(), request(), "ann"))
                .token();
        assertThat(tokens.lastExpiry(scim)).contains(token.expiresAt());
        Tenant manual = unit.transaction(() -> tenants.manageBy(made.id(), UserManagement.MANUAL));
        assertThat(tokens.lastExpiry(manual)).isEmpty();
    }

    private static TokenRequest request() {
        return new TokenRequest("Okta", Caller.FIRST_CONNECTION, Previous.END, TokenRequest.USUAL_OVERLAP);
    }
}
