package dev.usher.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.unboundid.scim2.client.ScimService;
import com.unboundid.scim2.common.exceptions.ResourceConflictException;
import com.unboundid.scim2.common.exceptions.ResourceNotFoundException;
import com.unboundid.scim2.common.exceptions.ScimException;
import com.unboundid.scim2.common.filters.Filter;
import com.unboundid.scim2.common.messages.ListResponse;
import com.unboundid.scim2.common.messages.SortOrder;
import com.unboundid.scim2.common.types.Email;
import com.unboundid.scim2.common.types.EnterpriseUserExtension;
import com.unboundid.scim2.common.types.GroupResource;
import com.unboundid.scim2.common.types.Member;
import com.unboundid.scim2.common.types.Name;
import com.unboundid.scim2.common.types.UserResource;
import dev.usher.it.TestTenant;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.client.ClientRequestFilter;
import java.util.ArrayList;
import java.util.List;
import org.glassfish.jersey.apache.connector.ApacheConnectorProvider;
import org.glassfish.jersey.client.ClientConfig;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** UnboundID's SCIM 2 SDK. */
class UnboundIdClientIT {
    private ScimService scim;

    @BeforeEach
    void connect() {
        TestTenant tenant = TestTenant.create();
        // The JDK's own connection knows no PATCH.
        var client = ClientBuilder.newClient(new ClientConfig().connectorProvider(new ApacheConnectorProvider()));
        ClientRequestFilter bearer =
                request -> request.getHeaders().putSingle("Authorization", "Bearer " + tenant.token());
        client.register(bearer);
        scim = new ScimService(client.target(tenant.scim().base()));
    }

    private UserResource create(String userName, String familyName, String department) throws ScimException {
        var user = new UserResource()
                .setUserName(userName)
                .setName(new Name().setFamilyName(familyName))
                .setEmails(new Email().setValue(userName).setType("work").setPrimary(true));
        user.setExtension(new EnterpriseUserExtension().setDepartment(department));
        return scim.create("Users", user);
    }

    @Test
    void readsDiscovery() throws ScimException {
        var config = scim.getServiceProviderConfig();

        assertThat(config.getPatch().isSupported()).isTrue();
        assertThat(config.getBulk().isSupported()).isTrue();
        assertThat(config.getFilter().isSupported()).isTrue();
        assertThat(scim.getResourceTypes().getResources()).hasSize(2);
        assertThat(scim.getResourceType("User").getEndpoint()).hasToString("/Users");
        assertThat(scim.getSchemas().getTotalResults()).isGreaterThan(5);
        assertThat(scim.getSchema("urn:ietf:params:scim:schemas:core:2.0:User").getName())
                .isEqualTo("User");
    }

    @Test
    void createsReadsReplacesAndDeletes() throws ScimException {
        UserResource made = create("ann@acme.com", "Ang", "R&D");
        assertThat(made.getMeta().getLocation()).isNotNull();
        assertThat(made.getMeta().getVersion()).isEqualTo("W/\"1\"");
        assertThat(made.getExtension(EnterpriseUserExtension.class).getDepartment())
                .isEqualTo("R&D");

        UserResource changed =
                scim.replaceRequest(made.setTitle("CEO")).ifMatch().invoke();

        assertThat(changed.getTitle()).isEqualTo("CEO");
        assertThat(scim.retrieve(changed)).isEqualTo(changed);
        assertThatThrownBy(() -> create("ANN@acme.com", "Other", "R&D"))
                .isInstanceOfSatisfying(
                        ResourceConflictException.class,
                        conflict -> assertThat(conflict.getScimError().getScimType())
                                .isEqualTo("uniqueness"));
        scim.delete(changed);
        assertThatThrownBy(() -> scim.retrieve("Users", made.getId(), UserResource.class))
                .isInstanceOf(ResourceNotFoundException.class);
    }

    @Test
    void patches() throws ScimException {
        UserResource made = create("ann@acme.com", "Ang", "R&D");

        UserResource changed = scim.modifyRequest(made)
                .replaceValue("title", "CTO")
                .replaceValue("emails[type eq \"work\"].value", "new@acme.com")
                .addValues("emails", new Email().setValue("home@acme.com").setType("home"))
                .replaceValue("urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department", "Sales")
                .removeValues("name.familyName")
                .ifMatch()
                .invoke();

        assertThat(changed.getTitle()).isEqualTo("CTO");
        assertThat(changed.getEmails()).extracting(Email::getValue).containsExactly("new@acme.com", "home@acme.com");
        assertThat(changed.getExtension(EnterpriseUserExtension.class).getDepartment())
                .isEqualTo("Sales");
        assertThat(changed.getName()).isNull();
    }

    @Test
    void searchesWithFiltersSortsAndPages() throws ScimException {
        create("ann@acme.com", "Zorn", "R&D");
        create("bob@acme.com", "Meyer", "R&D");
        create("cat@acme.com", "Adler", "Sales");

        ListResponse<UserResource> found = scim.searchRequest("Users")
                .filter(Filter.and(
                        Filter.eq("urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department", "r&d"),
                        Filter.or(
                                Filter.sw("userName", "b"),
                                Filter.hasComplexValue(
                                        "emails", Filter.and(Filter.eq("type", "work"), Filter.co("value", "ann"))))))
                .sort("name.familyName", SortOrder.ASCENDING)
                .page(1, 10)
                .invoke(UserResource.class);

        assertThat(found.getResources())
                .extracting(UserResource::getUserName)
                .containsExactly("bob@acme.com", "ann@acme.com");
        assertThat(scim.searchRequest("Users")
                        .filter(Filter.not(Filter.pr("name.familyName")))
                        .invokePost(UserResource.class)
                        .getTotalResults())
                .isZero();
        ListResponse<UserResource> second = scim.searchRequest("Users")
                .sort("userName", SortOrder.DESCENDING)
                .page(2, 1)
                .attributes("userName")
                .invoke(UserResource.class);
        assertThat(second.getResources().get(0).getUserName()).isEqualTo("bob@acme.com");
        assertThat(second.getTotalResults()).isEqualTo(3);
    }

    @Test
    void walksByCursor() throws ScimException {
        for (int i = 0; i < 5; i++) {
            create("u" + i, "F", "R&D");
        }
        List<String> seen = new ArrayList<>();

        ListResponse<UserResource> page =
                scim.searchRequest("Users").firstPageCursorWithCount(2).invoke(UserResource.class);
        page.forEach(user -> seen.add(user.getUserName()));
        while (page.getNextCursor() != null) {
            page = scim.searchRequest("Users")
                    .pageWithCursor(page.getNextCursor(), 2)
                    .invoke(UserResource.class);
            page.forEach(user -> seen.add(user.getUserName()));
        }

        assertThat(seen).containsExactly("u0", "u1", "u2", "u3", "u4");
    }

    @Test
    void keepsGroups() throws ScimException {
        UserResource ann = create("ann@acme.com", "Ang", "R&D");
        UserResource bob = create("bob@acme.com", "Bo", "R&D");
        GroupResource made = scim.create(
                "Groups", new GroupResource().setDisplayName("Team").setMembers(new Member().setValue(ann.getId())));

        scim.modifyRequest(made)
                .addValues("members", new Member().setValue(bob.getId()))
                .removeValues("members[value eq \"" + ann.getId() + "\"]")
                .attributes("members")
                .invoke();

        GroupResource found = scim.retrieve("Groups", made.getId(), GroupResource.class);
        assertThat(found.getMembers()).extracting(Member::getValue).containsExactly(bob.getId());
        assertThat(scim.retrieve("Users", bob.getId(), UserResource.class).getGroups())
                .hasSize(1);
        scim.delete("Groups", made.getId());
        assertThat(scim.search("Groups", "displayName eq \"team\"", GroupResource.class)
                        .getTotalResults())
                .isZero();
    }
}
