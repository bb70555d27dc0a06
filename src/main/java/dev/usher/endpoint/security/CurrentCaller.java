package dev.usher.endpoint.security;

import dev.usher.administrator.AdminIdentity;
import dev.usher.administrator.Role;
import dev.usher.administrator.Session;
import dev.usher.platform.Problem;
import dev.usher.scim.error.ScimException;
import dev.usher.tenant.Caller;
import dev.usher.tenant.Tenant;
import dev.usher.tenant.Tenants;
import dev.usher.token.TokenAnswer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** Who made the request that is being answered, and what the role allows. */
@ApplicationScoped
public class CurrentCaller {
    @Inject
    private HttpServletRequest request;

    @Inject
    private Tenants tenants;

    @Inject
    private Clock clock;

    /** The identity provider. <b>Errors:</b> 401 as SCIM error where there is none. */
    public Caller scim() {
        return who(TokenAnswer.Use.class)
                .map(TokenAnswer.Use::caller)
                .orElseThrow(() -> ScimException.unauthorized("A token is needed."));
    }

    /** Whether an identity provider's token came with the request; discovery needs none. */
    public boolean known() {
        return who(TokenAnswer.Use.class).isPresent();
    }

    /** Who stands at the admin API. <b>Errors:</b> 401. */
    public AdminIdentity administrator() {
        return session()
                .map(Session::identity)
                .or(() -> who(AdminIdentity.class))
                .orElseThrow(
                        () -> Refusal.unauthorized("Credentials are needed.").problem());
    }

    /** The script that came with an API key; empty for people and where nobody is known. */
    public Optional<AdminIdentity> apiKey() {
        return who(AdminIdentity.class).filter(AdminIdentity::apiKey);
    }

    /** The session that the request came by; empty for Basic and API keys. */
    public Optional<Session> session() {
        return who(Session.class);
    }

    /**
     * Refuses a session whose password was not shown lately, so that an open console does not give credentials away.
     * <b>Errors:</b> 403 {@code proof-required}.
     */
    public void proved() {
        if (session().filter(session -> !session.proved(clock.instant())).isPresent()) {
            throw new Problem(
                    403,
                    "proof-required",
                    "Confirm that it is you",
                    "This needs your password again: POST /api/v1/session/proof.",
                    Map.of());
        }
    }

    /** Refuses with 403 whoever has none of these roles. */
    public AdminIdentity requires(Role... roles) {
        AdminIdentity identity = administrator();
        if (!Arrays.asList(roles).contains(identity.role())) {
            throw Problem.forbidden("The role " + identity.role() + " does not allow this.");
        }
        return identity;
    }

    /** The tenant of that name. <b>Errors:</b> 404 where there is none, or it is another's. */
    public Tenant tenant(String name) {
        AdminIdentity identity = administrator();
        Tenant found = tenants.find(name)
                .filter(tenant -> identity.tenant().map(tenant.id()::equals).orElse(true))
                .orElseThrow(() -> Problem.notFound("This tenant"));
        Arrival.visit(request).ifPresent(visit -> visit.of(found.id().number()));
        return found;
    }

    /** The caller for a tenant's components, any role. <b>Errors:</b> as {@link #tenant}. */
    public Caller forTenant(String name) {
        return caller(tenant(name));
    }

    /** Whoever may read the tenant: everybody but the product's service key. <b>Errors:</b> 404, 403. */
    public Caller reads(String tenant) {
        Caller caller = forTenant(tenant);
        requires(Role.PLATFORM_ADMINISTRATOR, Role.CLOUD_ADMINISTRATOR, Role.ADMINISTRATOR, Role.AUDITOR);
        return caller;
    }

    /** Whoever may change mappings, users and the catalog, the data lock excepted. <b>Errors:</b> 404, 403. */
    public Caller changes(String tenant) {
        Caller caller = forTenant(tenant);
        requires(Role.PLATFORM_ADMINISTRATOR, Role.CLOUD_ADMINISTRATOR, Role.ADMINISTRATOR);
        return caller;
    }

    /** Whoever may choose user management, make credentials and set the data lock. <b>Errors:</b> 404, 403. */
    public Caller governs(String tenant) {
        Caller caller = forTenant(tenant);
        requires(Role.PLATFORM_ADMINISTRATOR, Role.CLOUD_ADMINISTRATOR);
        return caller;
    }

    /** Whoever may read, and the product's service key. <b>Errors:</b> 404, 403. */
    public Caller looks(String tenant) {
        Caller caller = forTenant(tenant);
        requires(Role.PLATFORM_ADMINISTRATOR, Role.CLOUD_ADMINISTRATOR, Role.ADMINISTRATOR, Role.AUDITOR, Role.SERVICE);
        return caller;
    }

    /** The product's service key, or whoever may change. <b>Errors:</b> 404, 403. */
    public Caller serves(String tenant) {
        Caller caller = forTenant(tenant);
        requires(Role.PLATFORM_ADMINISTRATOR, Role.CLOUD_ADMINISTRATOR, Role.ADMINISTRATOR, Role.SERVICE);
        return caller;
    }

    /** Whoever belongs to one tenant, for paths that name none. <b>Errors:</b> 403 for the platform's. */
    public Caller ofOwnTenant() {
        return administrator()
                .tenant()
                .map(tenants::read)
                .map(this::caller)
                .orElseThrow(() -> Problem.forbidden("This needs a key of one tenant."));
    }

    private Caller caller(Tenant tenant) {
        AdminIdentity identity = administrator();
        var kind = switch (identity.role()) {
            case PLATFORM_ADMINISTRATOR, CLOUD_ADMINISTRATOR -> Caller.Kind.CLOUD_ADMINISTRATOR;
            case ADMINISTRATOR, AUDITOR -> Caller.Kind.ADMINISTRATOR;
            case SERVICE -> Caller.Kind.SERVICE;
        };
        return new Caller(tenant.id(), Caller.FIRST_CONNECTION, kind, identity.actor(), tenant.versions());
    }

    private <T> Optional<T> who(Class<T> type) {
        return Optional.ofNullable(request.getAttribute(Doorkeeper.WHO))
                .filter(type::isInstance)
                .map(type::cast);
    }
}
