package dev.usher.administrator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.administrator.oidc.IdToken;
import dev.usher.administrator.store.AdministratorStore;
import dev.usher.platform.Database;
import dev.usher.platform.Secret;
import dev.usher.platform.store.EntityUnit;
import dev.usher.tenant.TenantId;
import dev.usher.tenant.Tenants;
import java.net.URI;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class SubjectsTest {
    private static final URI ISSUER = URI.create("https://id.example");
    private static final URI ANOTHER = URI.create("https://another.example");
    private static final AdminIdentity OPERATOR =
            new AdminIdentity("operator", Role.PLATFORM_ADMINISTRATOR, Optional.empty(), false);

    @AutoClose
    private static final EntityUnit UNIT = new EntityUnit();

    private static final PasswordHash PASSWORD = PasswordHash.of(new Secret("correct horse"));

    private final String mark = UUID.randomUUID().toString();
    private final String address = "ada-" + mark + "@example.com";
    private final String subject = "subject-" + mark;

    @Test
    void aSubjectOfAnotherProviderIsNobody() {
        // given
        add(Optional.empty(), "ada");
        assertThat(signIn(ISSUER, subject, address)).contains(name("ada"));

        // when, then
        assertThat(signIn(ANOTHER, subject, "somebody.else@example.com")).isEmpty();
    }

    @Test
    void theAddressBindsAnewAfterAChangeOfProvider() {
        // given
        add(Optional.empty(), "ada");
        signIn(ISSUER, subject, address);

        // when, then
        assertThat(signIn(ANOTHER, "new-" + subject, address)).contains(name("ada"));
        assertThat(signIn(ANOTHER, "new-" + subject, "renamed@example.com")).contains(name("ada"));
        assertThat(signIn(ISSUER, subject, "renamed@example.com")).isEmpty();
    }

    @Test
    void whatAnEarlierVersionBoundBecomesTheConfiguredProviders() {
        // given
        Administrator ada = add(Optional.empty(), "ada");
        UNIT.bean(Database.class)
                .update(
                        "UPDATE administrator SET oidc_subject = ? WHERE id = ?",
                        subject,
                        ada.id().value());

        // when
        UNIT.transaction(() -> UNIT.bean(AdministratorStore.class).ownSubjects(ISSUER));

        // then
        assertThat(signIn(ANOTHER, subject, "renamed@example.com")).isEmpty();
        assertThat(signIn(ISSUER, subject, "renamed@example.com")).contains(name("ada"));
    }

    /** It takes the subject away with an address, and knows of no issuer. */
    @Test
    void theAddressBindsAnewWhereAnOlderNodeTookTheSubjectAway() {
        Administrator ada = add(Optional.empty(), "ada");
        signIn(ISSUER, subject, address);
        set(ada, "UPDATE administrator SET oidc_subject = NULL WHERE id = ?");

        assertThat(signIn(ISSUER, "new-" + subject, address)).contains(name("ada"));
    }

    @Test
    void aSubjectThatAnOlderNodeBoundIsTheConfiguredProvidersAndNobodysTwice() {
        Administrator eve = add(tenant("a"), "eve");
        Administrator ada = add(Optional.empty(), "ada");
        signIn(ISSUER, subject, address);
        String olderWrote =
                "UPDATE administrator SET oidc_issuer = NULL, oidc_subject = '" + subject + "' WHERE id = ?";

        set(ada, olderWrote);
        assertThat(signIn(ISSUER, subject, "renamed@example.com")).contains(name("ada"));
        UNIT.transaction(() -> UNIT.bean(AdministratorStore.class).ownSubjects(ISSUER));
        set(eve, olderWrote);
        UNIT.transaction(() -> UNIT.bean(AdministratorStore.class).ownSubjects(ISSUER));

        assertThat(signIn(ISSUER, subject, "renamed@example.com")).contains(name("ada"));
    }

    private static void set(Administrator one, String sql) {
        UNIT.bean(Database.class).update(sql, one.id().value());
    }

    @Test
    void aTenantsRowStandsNeitherBeforeNorBesideAPlatformAdministrators() {
        // given
        add(tenant("a"), "shadow");
        add(tenant("b"), "shade");
        add(Optional.empty(), "ada");

        // when, then
        assertThat(signIn(ISSUER, subject, address)).contains(name("ada"));
    }

    @Test
    void aPlatformAdministratorWhoComesLaterTakesTheSubjectBack() {
        // given
        TenantId tenant = tenant("a").orElseThrow();
        add(Optional.of(tenant), "shadow");
        assertThat(signIn(ISSUER, subject, address)).contains(name("shadow"));

        // when
        add(Optional.empty(), "ada");

        // then
        assertThat(signIn(ISSUER, subject, address)).contains(name("ada"));
        assertThat(UNIT.bean(Database.class)
                        .count(
                                "SELECT COUNT(*) FROM audit_event WHERE tenant_no = ? AND action = ?",
                                tenant.number(),
                                "administrator.subject-unbound"))
                .isEqualTo(1);
    }

    @Test
    void amongTenantsNobodyGoesFirst() {
        // given
        add(tenant("a"), "shadow");
        Administrator other = add(tenant("b"), "ada");

        // when
        var both = match(ISSUER, subject, address);
        change(other, new AdministratorChange(Optional.of(""), Optional.empty(), Optional.empty(), Optional.empty()));

        // then
        assertThat(both.several()).isTrue();
        assertThat(both.known()).isEmpty();
        assertThat(signIn(ISSUER, subject, address)).contains(name("shadow"));
    }

    @Test
    void anotherAddressEndsTheSessionsOfWhoeverTheProviderVouchedFor() {
        // given
        Administrator ada = add(Optional.empty(), "ada");
        var known = match(ISSUER, subject, address).known().orElseThrow();
        String session =
                UNIT.transaction(() -> UNIT.bean(Sessions.class).begin(known).reveal());

        // when
        readdress(ada);

        // then
        assertThat(UNIT.bean(Sessions.class).look(session)).isEmpty();
        assertThat(signIn(ISSUER, subject, address)).isEmpty();
    }

    @Test
    void anotherAddressKeepsTheSessionsOfWhoeverSignsInByPassword() {
        // given
        Administrator ada = add(Optional.empty(), "ada");
        var known = UNIT.bean(AdministratorStore.class)
                .credential(AdministratorName.key(ada.name()).bytes())
                .orElseThrow()
                .known();
        String session =
                UNIT.transaction(() -> UNIT.bean(Sessions.class).begin(known).reveal());

        // when
        readdress(ada);

        // then
        assertThat(UNIT.bean(Sessions.class).look(session)).isPresent();
    }

    private Optional<String> signIn(URI issuer, String as, String email) {
        return match(issuer, as, email).known().map(known -> known.identity().name());
    }

    private static Subjects.Match match(URI issuer, String as, String email) {
        var token = new IdToken(as, Optional.of(email), Optional.empty());
        return UNIT.transaction(() -> UNIT.bean(Subjects.class).match(token, issuer));
    }

    private Administrator add(Optional<TenantId> tenant, String name) {
        var added = new NewAdministrator(
                tenant,
                name(name),
                Optional.of(address),
                tenant.isPresent() ? Role.ADMINISTRATOR : Role.PLATFORM_ADMINISTRATOR,
                PASSWORD);
        return UNIT.transaction(() -> UNIT.bean(Administrators.class).add(added, "operator"));
    }

    private void readdress(Administrator who) {
        change(
                who,
                new AdministratorChange(
                        Optional.of("new-" + address), Optional.empty(), Optional.empty(), Optional.empty()));
    }

    private static void change(Administrator who, AdministratorChange change) {
        UNIT.transaction(() ->
                UNIT.bean(Administrators.class).change(who.tenant(), who.id(), change, OptionalLong.empty(), OPERATOR));
    }

    private String name(String name) {
        return name + "-" + mark;
    }

    private static Optional<TenantId> tenant(String name) {
        var tenants = UNIT.bean(Tenants.class);
        return Optional.of(UNIT.transaction(() -> tenants.create(name + "-" + UUID.randomUUID(), name))
                .id());
    }
}
