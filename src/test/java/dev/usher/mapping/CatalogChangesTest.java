package dev.usher.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.usher.assignment.Assignment;
import dev.usher.assignment.Assignments;
import dev.usher.catalog.Label;
import dev.usher.catalog.Profile;
import dev.usher.catalog.ProfileDraft;
import dev.usher.catalog.Profiles;
import dev.usher.catalog.StorageRegion;
import dev.usher.catalog.StorageRegions;
import dev.usher.platform.Problem;
import dev.usher.platform.store.EntityUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CatalogChangesTest {
    @AutoClose
    private static final EntityUnit UNIT = new EntityUnit();

    private CatalogChanges changes;
    private Desk desk;

    @BeforeEach
    void makesATenant() {
        changes = UNIT.bean(CatalogChanges.class);
        desk = new Desk(UNIT);
    }

    @Test
    void changesAProfile() {
        var draft = new ProfileDraft(new Label("Everybody"), true, OptionalLong.of(7), OptionalLong.empty());

        Profile changed = UNIT.transaction(() ->
                changes.changeProfile(desk.caller(), desk.profile().id(), version -> version == 1, before -> draft));

        assertThat(changed.draft()).isEqualTo(draft);
        assertThat(UNIT.bean(Profiles.class).find(desk.tenant(), desk.profile().id()))
                .contains(changed);
    }

    @Test
    void takesNoDataLockOff() {
        Profile locked = desk.profile("Locked", true);
        var open = new ProfileDraft(new Label("Locked"), false, OptionalLong.empty(), OptionalLong.empty());

        var problem = catchThrowableOfType(
                Problem.class,
                () -> UNIT.transaction(
                        () -> changes.changeProfile(desk.caller(), locked.id(), version -> true, before -> open)));

        assertThat(problem.status()).isEqualTo(409);
        assertThat(problem.code()).isEqualTo("data-locked");
    }

    @Test
    void deletesNoLockedProfile() {
        Profile locked = desk.profile("Locked", true);

        var problem = refused(() -> changes.deleteProfile(desk.caller(), locked.id(), version -> true));

        assertThat(problem.code()).isEqualTo("data-locked");
        assertThat(UNIT.bean(Profiles.class).find(desk.tenant(), locked.id())).contains(locked);
    }

    @Test
    void renamesARegion() {
        StorageRegion renamed = UNIT.transaction(() ->
                changes.renameRegion(desk.caller(), desk.region().id(), version -> version == 1, new Label("US")));

        assertThat(renamed.name()).isEqualTo("US");
        assertThat(UNIT.bean(StorageRegions.class)
                        .find(desk.tenant(), desk.region().id()))
                .contains(renamed);
    }

    @Test
    void deletesWhatNobodyUses() {
        UNIT.transaction(
                () -> changes.deleteProfile(desk.caller(), desk.profile().id(), version -> version == 1));
        UNIT.transaction(() -> changes.deleteRegion(desk.caller(), desk.region().id(), version -> version == 1));

        assertThat(UNIT.bean(Profiles.class).find(desk.tenant(), desk.profile().id()))
                .isEmpty();
        assertThat(UNIT.bean(StorageRegions.class)
                        .find(desk.tenant(), desk.region().id()))
                .isEmpty();
    }

    @Test
    void refusesEveryChangeOfAnotherVersion() {
        assertThat(refused(() -> changes.changeProfile(
                                desk.caller(), desk.profile().id(), version -> false, before -> before))
                        .status())
                .isEqualTo(412);
        assertThat(refused(() -> changes.deleteProfile(
                                desk.caller(), desk.profile().id(), version -> false))
                        .status())
                .isEqualTo(412);
        assertThat(refused(() -> changes.renameRegion(
                                desk.caller(), desk.region().id(), version -> false, new Label("US")))
                        .status())
                .isEqualTo(412);
        assertThat(refused(() -> changes.deleteRegion(
                                desk.caller(), desk.region().id(), version -> false))
                        .status())
                .isEqualTo(412);
    }

    @Test
    void namesTheMappingsThatUseAProfileOrARegion() {
        desk.create("A", new AllUsers());

        var profile = refused(
                () -> changes.deleteProfile(desk.caller(), desk.profile().id(), version -> true));
        var region =
                refused(() -> changes.deleteRegion(desk.caller(), desk.region().id(), version -> true));

        assertThat(profile.status()).isEqualTo(409);
        assertThat(profile.code()).isEqualTo("profile-in-use");
        assertThat(profile.detail()).isEqualTo("The profile is used by 1 mapping and 0 users.");
        assertThat(profile.extra()).containsEntry("mappings", List.of("A")).containsEntry("users", 0L);
        assertThat(region.code()).isEqualTo("storage-region-in-use");
        assertThat(region.detail()).isEqualTo("The storage region is used by 1 mapping and 0 users.");
    }

    @Test
    void countsTheUsersWhoHaveAProfileOrARegion() {
        var given = new Assignment(desk.profile().id(), desk.region().id(), OptionalLong.empty(), Optional.empty(), 0);
        UNIT.transaction(() -> UNIT.bean(Assignments.class).assign(desk.tenant(), new UUID(4, 4), given));

        var profile = refused(
                () -> changes.deleteProfile(desk.caller(), desk.profile().id(), version -> true));
        var region =
                refused(() -> changes.deleteRegion(desk.caller(), desk.region().id(), version -> true));

        assertThat(profile.detail()).isEqualTo("The profile is used by 0 mappings and 1 user.");
        assertThat(region.extra()).containsEntry("mappings", List.of()).containsEntry("users", 1L);
    }

    private static Problem refused(Runnable act) {
        return catchThrowableOfType(Problem.class, () -> UNIT.transaction(act));
    }
}
