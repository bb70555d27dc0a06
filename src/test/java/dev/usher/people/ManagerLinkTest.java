package dev.usher.people;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.platform.store.EntityUnit;
import dev.usher.scim.Samples;
import dev.usher.scim.patch.PatchRequest;
import dev.usher.scim.resource.ResourceReader;
import dev.usher.scim.schema.ResourceType;
import dev.usher.tenant.Caller;
import jakarta.json.JsonObject;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who sends back what it read sends the server's own link to the manager. */
class ManagerLinkTest {
    @AutoClose
    private static final EntityUnit UNIT = new EntityUnit();

    private static final Company COMPANY = new Company(UNIT);

    @BeforeAll
    static void admit() {
        COMPANY.takeEverybody();
    }

    private static Caller idp() {
        return COMPANY.caller(Caller.Kind.IDP);
    }

    private static StoredResource create(String name, String manager) {
        return UNIT.transaction(() -> UNIT.bean(Provisioning.class)
                        .createUser(
                                idp(),
                                new ResourceReader(Samples.REGISTRY).read(ResourceType.USER, user(name, manager)),
                                Parts.ALL))
                .resource();
    }

    private static JsonObject user(String name, String manager) {
        return Samples.json("{'userName':'%s','%s':{'manager':%s}}".formatted(name, Samples.ENTERPRISE, manager));
    }

    private static Change replace(StoredResource user, String name, String manager) {
        var incoming = new ResourceReader(Samples.REGISTRY).read(ResourceType.USER, user(name, manager));
        return UNIT.transaction(() -> UNIT.bean(Provisioning.class)
                .replaceUser(idp(), new UserId(user.id()), incoming, Precondition.none(), Parts.NONE));
    }

    private static Change patch(StoredResource user, String operation) {
        PatchRequest request = PatchRequest.read(
                Samples.json("{'schemas':['%s'],'Operations':[%s]}".formatted(PatchRequest.SCHEMA, operation)));
        return UNIT.transaction(() -> UNIT.bean(Provisioning.class)
                .patchUser(idp(), new UserId(user.id()), request, Precondition.none(), Parts.NONE));
    }

    @Test
    void changesNothing() {
        String boss = create("boss", "{'value':'nobody'}").id().toString();
        String own = "{'value':'%s','$ref':'https://usher.example/scim/v2/Users/%s','displayName':'Boss'}"
                .formatted(boss, boss);
        StoredResource staff = create("staff", own);

        Change replaced = replace(staff, "staff", own);
        String path = Samples.ENTERPRISE + ":manager";
        Change whole = patch(staff, "{'op':'replace','path':'%s','value':%s}".formatted(path, own));
        Change link = patch(
                staff,
                "{'op':'add','path':'%s.$ref','value':'https://usher.example/scim/v2/Users/%s'}".formatted(path, boss));

        assertThat(staff.version()).isEqualTo(1);
        assertThat(replaced.result()).isEqualTo(Change.Result.UNCHANGED);
        assertThat(whole.result()).isEqualTo(Change.Result.UNCHANGED);
        assertThat(link.result()).isEqualTo(Change.Result.UNCHANGED);
        assertThat(link.resource().version()).isEqualTo(1);
        assertThat(link.resource().resource().document().toString()).doesNotContain("$ref");
    }

    @Test
    void isKeptWhereTheManagerIsUnknown() {
        String link =
                "{'value':'26118915-6090-4610-87e4-49d8ca9f808d','$ref':'../Users/26118915-6090-4610-87e4-49d8ca9f808d'}";

        StoredResource user = create("other", link);

        assertThat(user.resource().document().toString()).contains("../Users/26118915");
    }
}
