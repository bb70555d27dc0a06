package dev.usher.platform.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.usher.administrator.Administrator;
import dev.usher.administrator.AdministratorId;
import dev.usher.administrator.ApiKey;
import dev.usher.administrator.ApiKeyId;
import dev.usher.administrator.Role;
import dev.usher.administrator.store.AdministratorStore;
import dev.usher.administrator.store.ApiKeyStore;
import dev.usher.assignment.MappingId;
import dev.usher.catalog.Profile;
import dev.usher.catalog.ProfileId;
import dev.usher.catalog.RegionId;
import dev.usher.catalog.StorageRegion;
import dev.usher.catalog.store.ProfileStore;
import dev.usher.catalog.store.RegionStore;
import dev.usher.extension.RegisteredSchema;
import dev.usher.extension.store.SchemaStore;
import dev.usher.mapping.AllUsers;
import dev.usher.mapping.Mapping;
import dev.usher.mapping.store.MappingStore;
import dev.usher.platform.Contention;
import dev.usher.platform.DuplicateRow;
import dev.usher.scim.resource.JsonText;
import dev.usher.scim.schema.ResourceType;
import dev.usher.scim.schema.SchemaJson;
import dev.usher.tenant.Reclassify;
import dev.usher.tenant.Tenant;
import dev.usher.tenant.TenantChange;
import dev.usher.tenant.UserManagement;
import dev.usher.tenant.store.TenantStore;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TimeZone;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What administrators change, as entities, on the persistence unit that we ship. */
class RowsTest {
    private static final Instant NOW = Instant.parse("2026-03-29T02:30:00.000001Z"); // no local time in Berlin

    @AutoClose
    private static final EntityUnit UNIT = new EntityUnit();

    private TenantStore tenants;
    private ProfileStore profiles;
    private Tenant tenant;

    @BeforeEach
    void makesATenant() throws Exception {
        tenants = UNIT.store(TenantStore.class);
        profiles = UNIT.store(ProfileStore.class);
        tenant = UNIT.transaction(() -> tenants.insert("t-" + UUID.randomUUID(), "Acme", NOW));
    }

    @Test
    void readsATenantAsItWasMade() {
        var byNumber = tenants.read(tenant.id());
        var byName = tenants.find(tenant.name());

        assertThat(byNumber).isEqualTo(tenant);
        assertThat(byName).contains(tenant);
        assertThat(byNumber.createdAt()).isEqualTo(NOW);
    }

    @Test
    void changesATenantBesideTheVersionsThatSqlCounts() {
        Tenant changed = UNIT.transaction(() -> {
            tenants.lock(tenant.id());
            tenants.touch(tenant.id(), "order_version", NOW);
            return tenants.change(
                    tenant.id(),
                    new TenantChange(Optional.of("New"), Optional.of(false), Optional.of(Reclassify.SUGGEST)));
        });

        assertThat(tenants.read(tenant.id())).isEqualTo(changed);
        assertThat(changed.versions().order()).isEqualTo(ChronoUnit.MICROS.between(Instant.EPOCH, NOW));
        assertThat(changed.version()).isEqualTo(tenant.version() + 1);
        assertThat(changed.displayName()).isEqualTo("New");
    }

    /** After a failover that lost commits, a lost number must not come again with something else. */
    @Test
    void touchesByTheTimeAndAlwaysUpwards() {
        var seen = new ArrayList<Long>();
        for (Instant at : List.of(NOW, NOW.plusMillis(1), NOW.minusSeconds(60), NOW.minusSeconds(60))) {
            tenants.touch(tenant.id(), "order_version", at);
            seen.add(tenants.read(tenant.id()).versions().order());
        }

        long now = ChronoUnit.MICROS.between(Instant.EPOCH, NOW);
        assertThat(seen).containsExactly(now, now + 1_000, now + 1_001, now + 1_002);
    }

    @Test
    void countsTheVersionOnceForEachChangeEvenOfNothing() {
        var nothing = new TenantChange(Optional.empty(), Optional.empty(), Optional.empty());

        Tenant second = UNIT.transaction(() -> {
            tenants.lock(tenant.id());
            return tenants.change(tenant.id(), nothing);
        });
        Tenant third = UNIT.transaction(() -> tenants.manageBy(tenant.id(), UserManagement.SCIM, NOW));

        assertThat(second.version()).isEqualTo(tenant.version() + 1);
        assertThat(third.version()).isEqualTo(tenant.version() + 2);
        assertThat(tenants.read(tenant.id())).isEqualTo(third);
    }

    @Test
    void namesTheConstraintThatAnEntityBreaks() {
        insert("General");

        var duplicate = catchThrowableOfType(DuplicateRow.class, () -> insert("GENERAL"));

        assertThat(duplicate.constraint()).isEqualTo("uq_profile_name");
        assertThat(profiles.list(tenant.id(), "", 10)).hasSize(1);
    }

    @Test
    void changesAndDeletesAProfile() {
        Profile made = insert("General");
        var wanted = new Profile(
                made.id(), "Special", false, OptionalLong.of(5L << 30), OptionalLong.of(30), made.version());

        UNIT.transaction(() -> {
            assertThat(profiles.lock(tenant.id(), made.id())).contains(made);
            profiles.update(tenant.id(), wanted);
        });

        var changed = profiles.find(tenant.id(), made.id()).orElseThrow();
        assertThat(changed.name()).isEqualTo("Special");
        assertThat(changed.quotaBytes()).hasValue(5L << 30);
        assertThat(changed.version()).isEqualTo(made.version() + 1);
        assertThat(profiles.list(tenant.id(), "", 10)).containsExactly(changed);
        UNIT.transaction(() -> profiles.delete(tenant.id(), made.id()));
        assertThat(profiles.find(tenant.id(), made.id())).isEmpty();
    }

    @Test
    void neverTakesADataLockOff() {
        Profile made = insert("General");
        UNIT.transaction(() -> profiles.update(tenant.id(), locked(made, true)));

        assertThatThrownBy(() -> UNIT.transaction(() -> profiles.update(tenant.id(), locked(made, false))))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> UNIT.transaction(() -> profiles.delete(tenant.id(), made.id())))
                .isInstanceOf(IllegalStateException.class);
        assertThat(profiles.find(tenant.id(), made.id()).orElseThrow().dataLocked())
                .isTrue();
    }

    @Test
    void takesARowThatChangedMeanwhileForContention() {
        Profile made = insert("General");

        assertThatThrownBy(() -> UNIT.transaction(() -> {
                    profiles.find(tenant.id(), made.id());
                    UNIT.database()
                            .update(
                                    "UPDATE profile SET version = version + 1 WHERE id = ?",
                                    made.id().value());
                    profiles.update(tenant.id(), locked(made, true));
                }))
                .isInstanceOf(Contention.class);
    }

    @Test
    void keepsTimesInEveryTimeZone() {
        TimeZone before = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Europe/Berlin"));
            Tenant made = UNIT.transaction(() -> tenants.insert("berlin", "Berlin", NOW));

            assertThat(tenants.read(made.id()).createdAt()).isEqualTo(NOW);
            assertThat(tenants.find("berlin").orElseThrow().createdAt()).isEqualTo(NOW);
        } finally {
            TimeZone.setDefault(before);
        }
    }

    @Test
    void keepsAMappingAndFreesItsNameWhenItIsDeleted() throws Exception {
        var regions = UNIT.store(RegionStore.class);
        var mappings = UNIT.store(MappingStore.class);
        Profile profile = insert("General");
        var region = new StorageRegion(new RegionId(UUID.randomUUID()), "EU", 1);
        UNIT.transaction(() -> regions.insert(tenant.id(), region, NOW));
        UNIT.transaction(() -> regions.update(tenant.id(), new StorageRegion(region.id(), "EU 2", 1)));
        var renamed = regions.find(tenant.id(), region.id()).orElseThrow();
        var made = mapping("All", profile, renamed, 1);

        UNIT.transaction(() -> mappings.insert(tenant.id(), made));
        assertThat(mappings.load(tenant.id()).mappings()).containsExactly(made);
        var changed = new Mapping(
                made.id(), "Everybody", 0, new AllUsers(), profile, renamed, OptionalLong.empty(), false, NOW, 2);
        UNIT.transaction(() -> mappings.update(tenant.id(), changed));

        assertThat(mappings.load(tenant.id()).mappings()).containsExactly(changed);
        UNIT.transaction(() -> mappings.delete(tenant.id(), made.id(), NOW));
        assertThat(mappings.load(tenant.id()).mappings()).isEmpty();
        var next = mapping("Everybody", profile, renamed, 1);
        UNIT.transaction(() -> mappings.insert(tenant.id(), next));
        assertThat(mappings.load(tenant.id()).mappings()).containsExactly(next);
    }

    @Test
    void keepsAnAdministrator() throws Exception {
        var administrators = UNIT.store(AdministratorStore.class);
        var made = administrator("Ann", Optional.of("ann@acme.test"), false, 1);
        UNIT.transaction(() -> administrators.insert(made, new byte[] {1}, "hash"));
        assertThat(administrators.find(made.tenant(), made.id())).contains(made);
        assertThat(administrators.find(Optional.empty(), made.id())).isEmpty();
        UNIT.transaction(() -> administrators.failed(made.id(), failures -> NOW));
        var wanted = administrator("Ann", Optional.empty(), true, 2);

        UNIT.transaction(() -> administrators.change(
                new Administrator(
                        made.id(),
                        made.tenant(),
                        "Ann",
                        Optional.empty(),
                        wanted.role(),
                        true,
                        Optional.empty(),
                        Optional.empty(),
                        NOW,
                        2),
                Optional.of("hash 2"),
                true));

        var changed = administrators.find(made.tenant(), made.id()).orElseThrow();
        assertThat(changed.version()).isEqualTo(2);
        assertThat(changed.email()).isEmpty();
        assertThat(changed.lockedUntil()).isEmpty();
        var credential = administrators.credential(new byte[] {1}).orElseThrow();
        assertThat(credential.password()).contains("hash 2");
        assertThat(credential.version()).isEqualTo(1);
        assertThat(administrators.page(made.tenant(), Optional.empty(), 5)).containsExactly(changed);
        UNIT.transaction(() -> administrators.delete(made.id()));
        assertThat(administrators.find(made.tenant(), made.id())).isEmpty();
    }

    @Test
    void keepsAnApiKeyAndEndsIt() throws Exception {
        var keys = UNIT.store(ApiKeyStore.class);
        var made = new ApiKey(
                new ApiKeyId(UUID.randomUUID()),
                tenant.id(),
                "product",
                "usa_x",
                Role.SERVICE,
                "admin",
                NOW,
                Optional.of(NOW.plusSeconds(9)),
                Optional.empty(),
                Optional.empty());
        byte[] hash = new byte[32];

        UNIT.transaction(() -> keys.insert(made, hash));

        assertThat(keys.check(hash)).contains(made);
        UNIT.transaction(() -> {
            assertThat(keys.lock(tenant.id(), made.id())).contains(made);
            keys.end(tenant.id(), made.id(), NOW.plusSeconds(1));
        });
        assertThat(keys.check(hash).orElseThrow().endedAt()).contains(NOW.plusSeconds(1));
    }

    @Test
    void keepsASchemaOnceForEachUrn() throws Exception {
        var schemas = UNIT.store(SchemaStore.class);
        var schema = SchemaJson.custom(JsonText.trusted("""
            {"id":"urn:acme:2.0:User","name":"Acme","attributes":[{"name":"floor","type":"string"}]}\
            """));
        var made = new RegisteredSchema(ResourceType.USER, schema, true, false, NOW, 1);

        UNIT.transaction(() -> schemas.insert(tenant.id(), UUID.randomUUID(), made));

        assertThat(schemas.load(tenant.id()).registered()).isEqualTo(List.of(made));
        assertThatThrownBy(() -> UNIT.transaction(() -> schemas.insert(tenant.id(), UUID.randomUUID(), made)))
                .isInstanceOf(DuplicateRow.class);
        UNIT.transaction(() -> schemas.delete(tenant.id(), "URN:ACME:2.0:USER"));
        assertThat(schemas.load(tenant.id()).registered()).isEmpty();
    }

    private Profile insert(String name) {
        var made = new Profile(
                new ProfileId(UUID.randomUUID()), name, false, OptionalLong.empty(), OptionalLong.empty(), 1);
        UNIT.transaction(() -> profiles.insert(tenant.id(), made, NOW));
        return made;
    }

    private static Profile locked(Profile profile, boolean locked) {
        return new Profile(
                profile.id(),
                profile.name(),
                locked,
                profile.quotaBytes(),
                profile.purgeAfterDays(),
                profile.version());
    }

    private static Mapping mapping(String name, Profile profile, StorageRegion region, long version) {
        return new Mapping(
                new MappingId(UUID.randomUUID()),
                name,
                0,
                new AllUsers(),
                profile,
                region,
                OptionalLong.of(7),
                true,
                NOW,
                version);
    }

    private Administrator administrator(String name, Optional<String> email, boolean disabled, long version) {
        return new Administrator(
                new AdministratorId(UUID.randomUUID()),
                Optional.of(tenant.id()),
                name,
                email,
                Role.AUDITOR,
                disabled,
                Optional.empty(),
                Optional.empty(),
                NOW,
                version);
    }
}
