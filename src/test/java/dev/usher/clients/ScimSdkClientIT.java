package dev.usher.clients;

import static org.assertj.core.api.Assertions.assertThat;

import de.captaingoldfish.scim.sdk.client.ScimClientConfig;
import de.captaingoldfish.scim.sdk.client.ScimRequestBuilder;
import de.captaingoldfish.scim.sdk.client.response.ServerResponse;
import de.captaingoldfish.scim.sdk.common.constants.EndpointPaths;
import de.captaingoldfish.scim.sdk.common.constants.enums.Comparator;
import de.captaingoldfish.scim.sdk.common.constants.enums.HttpMethod;
import de.captaingoldfish.scim.sdk.common.constants.enums.PatchOp;
import de.captaingoldfish.scim.sdk.common.constants.enums.SortOrder;
import de.captaingoldfish.scim.sdk.common.resources.Group;
import de.captaingoldfish.scim.sdk.common.resources.ServiceProvider;
import de.captaingoldfish.scim.sdk.common.resources.User;
import de.captaingoldfish.scim.sdk.common.resources.complex.Name;
import de.captaingoldfish.scim.sdk.common.resources.multicomplex.Email;
import de.captaingoldfish.scim.sdk.common.resources.multicomplex.Member;
import de.captaingoldfish.scim.sdk.common.response.BulkResponse;
import de.captaingoldfish.scim.sdk.common.response.BulkResponseOperation;
import de.captaingoldfish.scim.sdk.common.response.ListResponse;
import dev.usher.it.TestTenant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The client of the SCIM-SDK. */
class ScimSdkClientIT {
    private ScimRequestBuilder scim;

    @BeforeEach
    void connect() {
        TestTenant tenant = TestTenant.create();
        var config = ScimClientConfig.builder()
                .httpHeaders(Map.of("Authorization", "Bearer " + tenant.token()))
                .connectTimeout(5)
                .requestTimeout(30)
                .socketTimeout(30)
                .build();
        scim = new ScimRequestBuilder(tenant.scim().base().toString(), config);
    }

    @AfterEach
    void disconnect() {
        scim.close();
    }

    private static User user(String userName, String familyName) {
        return User.builder()
                .userName(userName)
                .name(Name.builder().familyName(familyName).build())
                .emails(List.of(Email.builder()
                        .value(userName)
                        .type("work")
                        .primary(true)
                        .build()))
                .build();
    }

    private User create(String userName, String familyName) {
        return good(scim.create(User.class, EndpointPaths.USERS)
                .setResource(user(userName, familyName))
                .sendRequest());
    }

    private static <T extends de.captaingoldfish.scim.sdk.common.resources.base.ScimObjectNode> T good(
            ServerResponse<T> response) {
        assertThat(response.isSuccess()).as(response.getResponseBody()).isTrue();
        return response.getResource();
    }

    @Test
    void readsTheServiceProvider() {
        ServiceProvider provider = scim.loadServiceProviderConfiguration();

        assertThat(provider.getBulkConfig().isSupported()).isTrue();
        assertThat(provider.getBulkConfig().getMaxOperations()).isEqualTo(1_000);
        assertThat(provider.getETagConfig().isSupported()).isTrue();
        assertThat(provider.getSortConfig().isSupported()).isTrue();
    }

    @Test
    void createsReadsReplacesAndDeletes() {
        User made = create("ann@acme.com", "Ang");
        String id = made.getId().orElseThrow();

        made.setTitle("CEO");
        User replaced = good(scim.update(User.class, EndpointPaths.USERS, id)
                .setETagForIfMatch(made.getMeta().orElseThrow().getVersion().orElseThrow())
                .setResource(made)
                .sendRequest());

        assertThat(replaced.getTitle()).hasValue("CEO");
        assertThat(good(scim.get(User.class, EndpointPaths.USERS, id).sendRequest())
                        .getUserName())
                .hasValue("ann@acme.com");
        var twice = scim.create(User.class, EndpointPaths.USERS)
                .setResource(user("ANN@acme.com", "Other"))
                .sendRequest();
        assertThat(twice.getHttpStatus()).isEqualTo(409);
        assertThat(twice.getErrorResponse().getScimType()).hasValue("uniqueness");
        assertThat(scim.delete(User.class, EndpointPaths.USERS, id)
                        .sendRequest()
                        .getHttpStatus())
                .isEqualTo(204);
        assertThat(scim.get(User.class, EndpointPaths.USERS, id).sendRequest().getHttpStatus())
                .isEqualTo(404);
    }

    @Test
    void patches() {
        String id = create("ann@acme.com", "Ang").getId().orElseThrow();

        User changed = good(scim.patch(User.class, EndpointPaths.USERS, id)
                .addOperation()
                .op(PatchOp.REPLACE)
                .path("title")
                .value("CTO")
                .next()
                .op(PatchOp.REPLACE)
                .path("emails[type eq \"work\"].value")
                .value("new@acme.com")
                .next()
                .op(PatchOp.REMOVE)
                .path("name.familyName")
                .build()
                .sendRequest());

        assertThat(changed.getTitle()).hasValue("CTO");
        assertThat(changed.getEmails().get(0).getValue()).hasValue("new@acme.com");
        assertThat(changed.getName()).isEmpty();
    }

    @Test
    void searchesWithFiltersSortsAndPages() {
        create("ann@acme.com", "Zorn");
        create("bob@acme.com", "Meyer");
        create("cat@acme.com", "Adler");

        ListResponse<User> found = good(scim.list(User.class, EndpointPaths.USERS)
                .filter("emails[type eq \"work\" and value co \"acme\"] and not (userName sw \"c\")")
                .sortBy("name.familyName")
                .sortOrder(SortOrder.ASCENDING)
                .count(10)
                .get()
                .sendRequest());
        ListResponse<User> posted = good(scim.list(User.class, EndpointPaths.USERS)
                .filter("userName", Comparator.EQ, "BOB@acme.com")
                .or("name.familyName", Comparator.SW, "z")
                .build()
                .post()
                .sendRequest());
        ListResponse<User> all =
                good(scim.list(User.class, EndpointPaths.USERS).get().getAll());

        assertThat(found.getListedResources())
                .extracting(user -> user.getUserName().orElseThrow())
                .containsExactly("bob@acme.com", "ann@acme.com");
        assertThat(posted.getTotalResults()).isEqualTo(2);
        assertThat(all.getListedResources()).hasSize(3);
    }

    @Test
    void keepsGroupsByBulk() {
        BulkResponse response = good(scim.bulk()
                .bulkRequestOperation(EndpointPaths.GROUPS)
                .method(HttpMethod.POST)
                .bulkId("team")
                .data(Group.builder()
                        .displayName("Team")
                        .members(List.of(Member.builder()
                                .value("bulkId:ann")
                                .type("User")
                                .build()))
                        .build())
                .next()
                .bulkRequestOperation(EndpointPaths.USERS)
                .method(HttpMethod.POST)
                .bulkId("ann")
                .data(user("ann@acme.com", "Ang"))
                .sendRequest());

        assertThat(response.getBulkResponseOperations())
                .extracting(BulkResponseOperation::getStatus)
                .containsExactly(201, 201);
        Group group = good(scim.list(Group.class, EndpointPaths.GROUPS)
                        .filter("displayName", Comparator.EQ, "team")
                        .build()
                        .get()
                        .sendRequest())
                .getListedResources()
                .get(0);
        assertThat(group.getMembers()).hasSize(1);
        String id = group.getId().orElseThrow();
        var emptied = scim.patch(Group.class, EndpointPaths.GROUPS, id)
                .addOperation()
                .op(PatchOp.REMOVE)
                .path("members[value eq \""
                        + group.getMembers().get(0).getValue().orElseThrow() + "\"]")
                .build()
                .sendRequest();
        assertThat(emptied.getHttpStatus()).isEqualTo(204);
        assertThat(scim.delete(Group.class, EndpointPaths.GROUPS, id)
                        .sendRequest()
                        .getHttpStatus())
                .isEqualTo(204);
    }
}
