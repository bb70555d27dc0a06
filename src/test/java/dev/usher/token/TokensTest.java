package dev.usher.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.platform.Database;
import dev.usher.platform.store.EntityUnit;
import dev.usher.tenant.Caller;
import dev.usher.tenant.Tenant;
import dev.usher.tenant.TenantId;
import dev.usher.tenant.Tenants;
import dev.usher.tenant.UserManagement;
import java.time.Duration;
import java.time.Instant;
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

    /** Somebody lost a secret before the identity provider had it: that must not end the one that it works with. */
    @Test
    void keepsTheOverlapOfTheTokenInUseWhereItsSuccessorWasNeverUsed() {
        TenantId tenant = scim();
        NewToken first = create(tenant, Previous.END);
        use(first);
        NewToken lost = create(tenant, Previous.OVERLAP);
        Instant end = endOf(tenant, first);

        NewToken third = create(tenant, Previous.OVERLAP);

        assertThat(endOf(tenant, first)).isEqualTo(end).isAfter(Instant.now().plus(Duration.ofDays(6)));
        assertThat(verdict(first)).isEqualTo(TokenAnswer.Verdict.VALID);
        assertThat(verdict(lost)).isEqualTo(TokenAnswer.Verdict.ENDED);
        assertThat(verdict(third)).isEqualTo(TokenAnswer.Verdict.VALID);
    }

    /** A release that did not note how a token ends wrote nothing there. */
    @Test
    void keepsTheOverlapThatAnOlderReleaseBegan() {
        TenantId tenant = scim();
        NewToken first = create(tenant, Previous.END);
        use(first);
        create(tenant, Previous.OVERLAP);
        UNIT.bean(Database.class).update("UPDATE token SET ended = NULL WHERE tenant_no = ?", tenant.number());

        create(tenant, Previous.OVERLAP);

        assertThat(verdict(first)).isEqualTo(TokenAnswer.Verdict.VALID);
    }

    @Test
    void neverHasThreeAtATime() {
        TenantId tenant = scim();
        NewToken first = create(tenant, Previous.END);
        NewToken second = create(tenant, Previous.OVERLAP);
        use(second);

        NewToken third = create(tenant, Previous.OVERLAP);

        assertThat(verdict(first)).isEqualTo(TokenAnswer.Verdict.ENDED);
        assertThat(verdict(second)).isEqualTo(TokenAnswer.Verdict.VALID);
        assertThat(verdict(third)).isEqualTo(TokenAnswer.Verdict.VALID);
        create(tenant, Previous.END);
        assertThat(verdict(second)).isEqualTo(TokenAnswer.Verdict.ENDED);
        assertThat(verdict(third)).isEqualTo(TokenAnswer.Verdict.ENDED);
    }

    /** The node that ended a token may be ahead of the one that checks it. */
    @Test
    void anEndAtOnceHoldsByEveryClock() {
        TenantId tenant = scim();
        NewToken replaced = create(tenant, Previous.END);
        NewToken overlapping = create(tenant, Previous.END);
        NewToken last = create(tenant, Previous.OVERLAP);
        UNIT.transaction(() -> UNIT.bean(Tokens.class).end(tenant, last.token().id(), "ann"));

        UNIT.bean(Database.class)
                .update(
                        "UPDATE token SET ended_at = ? WHERE tenant_no = ?",
                        Instant.now().plusSeconds(90),
                        tenant.number());

        assertThat(verdict(replaced)).isEqualTo(TokenAnswer.Verdict.ENDED);
        assertThat(verdict(overlapping)).isEqualTo(TokenAnswer.Verdict.VALID);
        assertThat(verdict(last)).isEqualTo(TokenAnswer.Verdict.ENDED);
    }

    private static TenantId scim() {
        var tenants = UNIT.bean(Tenants.class);
        Tenant made = UNIT.transaction(() -> tenants.create("t-" + UUID.randomUUID(), "Acme"));
        return UNIT.transaction(() -> tenants.manageBy(made.id(), UserManagement.SCIM))
                .id();
    }

    private static NewToken create(TenantId tenant, Previous previous) {
        var request = new TokenRequest("Okta", Caller.FIRST_CONNECTION, previous, TokenRequest.USUAL_OVERLAP);
        return UNIT.transaction(() -> UNIT.bean(Tokens.class).create(tenant, request, "ann"));
    }

    private static void use(NewToken token) {
        var tokens = UNIT.bean(Tokens.class);
        TokenAnswer.Use use = tokens.authenticate(token.secret().reveal()).use().orElseThrow();
        UNIT.transaction(() -> tokens.noteUse(use, false, "Okta"));
    }

    private static TokenAnswer.Verdict verdict(NewToken token) {
        return UNIT.bean(Tokens.class).authenticate(token.secret().reveal()).verdict();
    }

    private static Instant endOf(TenantId tenant, NewToken token) {
        return UNIT.bean(Tokens.class)
                .find(tenant, token.token().id())
                .flatMap(Token::endedAt)
                .orElseThrow();
    }

    private static TokenRequest request() {
        return new TokenRequest("Okta", Caller.FIRST_CONNECTION, Previous.END, TokenRequest.USUAL_OVERLAP);
    }
}
