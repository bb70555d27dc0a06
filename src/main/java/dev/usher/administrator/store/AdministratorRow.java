package dev.usher.administrator.store;

import dev.usher.administrator.Administrator;
import dev.usher.administrator.AdministratorId;
import dev.usher.administrator.Role;
import dev.usher.tenant.TenantId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of table administrator. Failed sign-ins are counted by SQL, each in a transaction of its own. */
@Entity
@Table(name = "administrator")
class AdministratorRow {
    @Id
    private UUID id;

    /** NULL for a platform administrator. */
    @Column(name = "tenant_no", updatable = false)
    private @Nullable Integer tenantNo;

    @Column(name = "name_key", updatable = false)
    private byte[] nameKey;

    @Column(updatable = false)
    private String name;

    private @Nullable String email;

    /** The slow hash; NULL for one who cannot sign in by a password. */
    private @Nullable String password;

    /** The OpenID provider that vouched for the address; NULL while none did. */
    @Column(name = "oidc_issuer")
    private @Nullable String oidcIssuer;

    /** Whom that provider means. */
    @Column(name = "oidc_subject")
    private @Nullable String oidcSubject;

    @Enumerated(EnumType.ORDINAL)
    private Role role;

    private boolean disabled;

    @Column(name = "credential_version")
    private long credentialVersion;

    @Column(name = "failed_sign_ins")
    private int failedSignIns;

    @Column(name = "locked_until")
    private @Nullable Instant lockedUntil;

    @Column(name = "last_sign_in_at", updatable = false)
    private @Nullable Instant lastSignInAt;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Version
    private long version;

    /** Called by EclipseLink. */
    @SuppressWarnings("NullAway.Init")
    protected AdministratorRow() {}

    AdministratorRow(Administrator administrator, byte[] nameKey, String password) {
        this.id = administrator.id().value();
        this.tenantNo = administrator.tenant().isPresent()
                ? administrator.tenant().get().number()
                : null;
        this.nameKey = nameKey.clone();
        this.name = administrator.name();
        this.email = administrator.email().orElse(null);
        this.password = password;
        this.role = administrator.role();
        this.createdAt = administrator.createdAt();
    }

    /**
     * Takes what can change; whoever changed it by an act of an administrator is locked out no longer. Another address,
     * perhaps of another person, ends what a provider's word for the one before it opened.
     */
    void become(Administrator after, Optional<String> newPassword, boolean endsSessions) {
        boolean unbound =
                oidcSubject != null && !Objects.equals(email, after.email().orElse(null));
        if (unbound) {
            oidcIssuer = null;
            oidcSubject = null;
        }
        email = after.email().orElse(null);
        role = after.role();
        disabled = after.disabled();
        password = newPassword.orElse(password);
        credentialVersion += endsSessions || unbound ? 1 : 0;
        failedSignIns = 0;
        lockedUntil = null;
    }

    Administrator administrator() {
        return new Administrator(
                new AdministratorId(id),
                Optional.ofNullable(tenantNo).map(TenantId::new),
                name,
                Optional.ofNullable(email),
                role,
                disabled,
                Optional.ofNullable(lockedUntil),
                Optional.ofNullable(lastSignInAt),
                createdAt,
                version);
    }
}
