package dev.usher.endpoint.admin;

import static dev.usher.platform.Contention.retried;

import dev.usher.administrator.Administrator;
import dev.usher.administrator.AdministratorChange;
import dev.usher.administrator.AdministratorId;
import dev.usher.administrator.Administrators;
import dev.usher.administrator.NewAdministrator;
import dev.usher.administrator.PasswordHash;
import dev.usher.administrator.Role;
import dev.usher.endpoint.security.CurrentCaller;
import dev.usher.platform.Problem;
import dev.usher.platform.Secret;
import dev.usher.tenant.TenantId;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;

/** What both lists of administrators, the platform's and a tenant's, answer alike. Roles are asked before. */
@Dependent
class AdministratorAnswers {
    private static final String WHAT = "This administrator";

    private final Administrators administrators;
    private final CurrentCaller current;
    private final Clock clock;

    @Inject
    AdministratorAnswers(Administrators administrators, CurrentCaller current, Clock clock) {
        this.administrators = administrators;
        this.current = current;
        this.clock = clock;
    }

    JsonObject list(Optional<TenantId> tenant, UriInfo uri) {
        var paging = Paging.of(uri);
        return paging.answer(
                administrators.page(tenant, paging.afterId().map(AdministratorId::new), paging.fetch()),
                administrator -> administrator.id().value().toString(),
                this::json);
    }

    Response add(Optional<TenantId> tenant, Role usual, Body body, UriInfo uri) {
        body.only("name", "email", "role", "password");
        current.proved();
        var added = new NewAdministrator(
                tenant,
                body.text("name"),
                body.optionalText("email"),
                body.optionalConstant("role", Role.class).orElse(usual),
                PasswordHash.of(new Secret(body.text("password"))));
        Administrator made =
                retried(() -> administrators.add(added, current.administrator().actor()));
        return Response.created(uri.getAbsolutePathBuilder()
                        .path(made.id().value().toString())
                        .build())
                .tag(Versions.tag(made.version()))
                .entity(json(made))
                .build();
    }

    Response read(Optional<TenantId> tenant, String id) {
        return answer(administrators.find(tenant, id(id)).orElseThrow(() -> Problem.notFound(WHAT)));
    }

    Response change(Optional<TenantId> tenant, String id, Body body, HttpHeaders headers) {
        body.only("email", "role", "disabled", "password");
        boolean own = current.session()
                .filter(session -> session.administrator().equals(id(id)))
                .isPresent();
        if (own && body.has("password")) {
            throw Problem.conflict(
                    "own-account", "Your own password is changed with the present one: PUT /api/v1/session/password.");
        }
        var change = new AdministratorChange(
                body.has("email") ? Optional.of(body.optionalText("email").orElse("")) : Optional.empty(),
                body.optionalConstant("role", Role.class),
                body.optionalFlag("disabled"),
                body.optionalText("password").map(Secret::new).map(PasswordHash::of));
        if (!onlyEndsAccess(tenant, id(id), change)) {
            current.proved(); // whatever is given may open a door
        }
        return answer(retried(() ->
                administrators.change(tenant, id(id), change, Versions.expected(headers), current.administrator())));
    }

    /** Which must not wait for a proof. A form sends the address and the role with it, as they are. */
    private boolean onlyEndsAccess(Optional<TenantId> tenant, AdministratorId id, AdministratorChange change) {
        return change.disabled().orElse(false)
                && change.password().isEmpty()
                && administrators
                        .find(tenant, id)
                        .filter(now -> change.role().map(now.role()::equals).orElse(true))
                        .filter(now -> change.email()
                                .map(now.email().orElse("")::equals)
                                .orElse(true))
                        .isPresent();
    }

    void remove(Optional<TenantId> tenant, String id, HttpHeaders headers) {
        retried(() -> administrators.remove(tenant, id(id), Versions.expected(headers), current.administrator()));
    }

    private static AdministratorId id(String text) {
        return new AdministratorId(Body.pathId(text, WHAT));
    }

    private Response answer(Administrator administrator) {
        return Response.ok(json(administrator))
                .tag(Versions.tag(administrator.version()))
                .build();
    }

    private JsonObject json(Administrator administrator) {
        var json = Json.createObjectBuilder()
                .add("id", administrator.id().value().toString())
                .add("name", administrator.name())
                .add("role", administrator.role().name().toLowerCase(Locale.ROOT))
                .add("disabled", administrator.disabled())
                .add("createdAt", administrator.createdAt().toString());
        administrator.email().ifPresent(email -> json.add("email", email));
        administrator.lastSignInAt().ifPresent(at -> json.add("lastSignInAt", at.toString()));
        administrator
                .lockedUntil()
                .filter(end -> clock.instant().isBefore(end))
                .ifPresent(at -> json.add("lockedUntil", at.toString()));
        return json.build();
    }
}
