package dev.usher.administrator;

import static java.util.Objects.requireNonNull;

import dev.usher.platform.Problem;
import dev.usher.tenant.TenantId;
import java.util.Optional;

/**
 * Who shall be added. <b>Errors:</b> 400 where the name or the role cannot be: the service role belongs to
 * API keys, and the name of the first administrator to the platform.
 */
public record NewAdministrator(
        Optional<TenantId> tenant, String name, Optional<String> email, Role role, PasswordHash password) {
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_EMAIL = 254;

    public NewAdministrator {
        requireNonNull(tenant, "tenant");
        requireNonNull(password, "password");
        if (name.isBlank() || name.length() > LONGEST_NAME || name.indexOf(':') >= 0) {
            // RFC 7617 §2: Basic splits at the first colon.
            throw Problem.field("name", "name has 1 to " + LONGEST_NAME + " characters and no colon.");
        }
        if (tenant.isPresent() && AdministratorName.key(name).equals(AdministratorName.key(FirstStart.ADMIN))) {
            throw Problem.field(
                    "name",
                    "'" + FirstStart.ADMIN + "' is kept for the platform, whose first administrator comes back by that"
                            + " name; choose another.");
        }
        checkEmail(email);
        checkRole(tenant, role);
    }

    static void checkEmail(Optional<String> email) {
        email.ifPresent(address -> {
            int at = address.indexOf('@');
            if (at < 1 || at == address.length() - 1 || address.length() > LONGEST_EMAIL) {
                throw Problem.field("email", "email is no mail address.");
            }
        });
    }

    static void checkRole(Optional<TenantId> tenant, Role role) {
        boolean platform = role == Role.PLATFORM_ADMINISTRATOR;
        if (role == Role.SERVICE || platform == tenant.isPresent()) {
            throw Problem.field(
                    "role",
                    tenant.isPresent()
                            ? "role is CLOUD_ADMINISTRATOR, ADMINISTRATOR or AUDITOR."
                            : "role is PLATFORM_ADMINISTRATOR; the others are added to their tenant.");
        }
    }
}
