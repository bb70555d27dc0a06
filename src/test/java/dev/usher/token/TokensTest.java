package dev.usher.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.platform.store.EntityUnit;
import dev.usher.tenant.Caller;
import dev.usher.tenant.Tenant;
import dev.usher.tenant.Tenants;
import dev.usher.tenant.UserManagement;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class TokensTest {
    @AutoClose
    private static final EntityUnit UNIT = new EntityUnit();

    @Test
    void knowsTheLastExpiryWhileScimIsChosen() {
        var tokens = UNIT.bean(Tokens.class);
        var tenants = UNIT.bean(Tenants.class);
        Tenant made = UNIT.transaction(() -> tenants.create("t-" + UUID.randomUUID(), "Acme"));
        Tenant scim = UNIT.transaction(() -> tenants.manageBy(made.id(), UserManagement.SCIM));

        assertThat(tokens.lastExpiry(scim)).isEmpty();
        Token token = UNIT.transaction(() -> tokens.create(made.id(), request(), "ann"))
                .token();
        assertThat(tokens.lastExpiry(scim)).contains(token.expiresAt());
        Tenant manual = UNIT.transaction(() -> tenants.manageBy(made.id(), UserManagement.MANUAL));
        assertThat(tokens.lastExpiry(manual)).isEmpty();
    }

    private static TokenRequest request() {
        return new TokenRequest("Okta", Caller.FIRST_CONNECTION, Previous.END, TokenRequest.USUAL_OVERLAP);
    }
}
