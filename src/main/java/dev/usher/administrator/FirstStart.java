package dev.usher.administrator;

import dev.usher.administrator.store.AdministratorStore;
import dev.usher.audit.AuditTrail;
import dev.usher.platform.DuplicateRow;
import dev.usher.platform.Problem;
import dev.usher.platform.Secret;
import dev.usher.platform.Settings;
import dev.usher.tenant.Tenants;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Makes sure, at every start, that somebody can sign in and that a tenant exists. {@code USHER_ADMIN_PASSWORD} becomes
 * the password of {@code admin} when it is another one than was applied last; without it the first start makes one and
 * prints it once. What administrators set meanwhile stays: a password, and above all that {@code admin} is disabled or gone.
 *
 * <p>Two nodes may start at the same time: the unique keys decide, and the other node's rows are as good.
 */
@Singleton
@Startup
@DependsOn("Migrations")
@TransactionManagement(TransactionManagementType.BEAN)
public class FirstStart {
    /** The name of the first administrator. */
    public static final String ADMIN = "admin";

    /** The name of the first tenant. */
    public static final String DEFAULT_TENANT = "default";

    private static final Logger LOG = System.getLogger(FirstStart.class.getName());
    private static final String ACTOR = "usher";

    @Inject
    private Settings settings;

    @Inject
    private AuditTrail audit;

    @Inject
    private Tenants tenants;

    @Inject
    private Tenancy tenancy;

    @Inject
    private Administrators administrators;

    @Inject
    private AdministratorStore store;

    @Inject
    private RememberedPasswords remembered;

    @PostConstruct
    void begin() {
        audit.beginSealing();
        settings.oidcIssuer().ifPresent(store::ownSubjects);
        if (tenants.page(Optional.empty(), 1).isEmpty()) {
            onceInTheCluster(() -> tenancy.create(DEFAULT_TENANT, "Default", ACTOR));
        }
        var admin = store.credential(AdministratorName.key(ADMIN).bytes());
        if (admin.isEmpty()) {
            // Else somebody has deleted it, and it comes back by another password only, and not with each start.
            if (administrators.page(Optional.empty(), Optional.empty(), 1).isEmpty() || passwordIsAnother()) {
                onceInTheCluster(this::addAdmin);
            }
        } else {
            settings.adminPassword().ifPresent(password -> keepPassword(admin.get(), password));
        }
    }

    private boolean passwordIsAnother() {
        return settings.adminPassword()
                .filter(password -> store.appliedPassword()
                        .filter(last -> Password.matches(password, last))
                        .isEmpty())
                .isPresent();
    }

    private void addAdmin() {
        Secret password = settings.adminPassword().orElseGet(Password::generate);
        administrators.add(
                new NewAdministrator(
                        Optional.empty(),
                        ADMIN,
                        Optional.empty(),
                        Role.PLATFORM_ADMINISTRATOR,
                        PasswordHash.of(password)),
                ACTOR);
        if (settings.adminPassword().isPresent()) {
            applied(password);
        } else {
            announce(password);
        }
    }

    /** To the console itself: servers redirect System.out to log files, which are kept, and a password must not be. */
    private static void announce(Secret password) {
        var console = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        console.println("Usher's administrator is '" + ADMIN + "' with the password " + password.reveal()
                + " (made at this first start and shown only now)");
    }

    /**
     * The stored hash of the environment's password is kept beside the administrator's own when it is applied. So an
     * environment that says what it said before is told from one that was changed, also where the administrator has
     * another password by now, and neither costs a failed sign-in.
     */
    private void keepPassword(Credential admin, Secret password) {
        Optional<String> last = store.appliedPassword();
        if (last.isPresent() && Password.matches(password, last.get())) {
            if (admin.password().equals(last)) {
                remember(admin, password);
            }
            return;
        }
        if (admin.identity().tenant().isPresent()) {
            // One of a version that did not keep the name for the platform.
            LOG.log(
                    Level.WARNING,
                    "USHER_ADMIN_PASSWORD is not applied: tenant {0} has an administrator of the name {1}",
                    Integer.toString(admin.identity().tenant().get().number()),
                    ADMIN);
            return;
        }
        if (admin.password().filter(own -> Password.matches(password, own)).isPresent()) {
            admin.password().ifPresent(store::passwordApplied);
            remember(admin, password);
            return;
        }
        if (admin.disabled()) {
            LOG.log(Level.WARNING, "USHER_ADMIN_PASSWORD is not applied: the administrator {0} is disabled", ADMIN);
            return;
        }
        LOG.log(Level.INFO, "USHER_ADMIN_PASSWORD is another one than before: the administrator {0} has it now", ADMIN);
        administrators.change(
                Optional.empty(),
                admin.id(),
                new AdministratorChange(
                        Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(PasswordHash.of(password))),
                OptionalLong.empty(),
                new AdminIdentity(ACTOR, Role.PLATFORM_ADMINISTRATOR, Optional.empty(), false));
        applied(password);
    }

    private void applied(Secret password) {
        store.credential(AdministratorName.key(ADMIN).bytes()).ifPresent(admin -> {
            admin.password().ifPresent(store::passwordApplied);
            remember(admin, password);
        });
    }

    /** So the first call of a script on this node is as quick as the others. */
    private void remember(Credential admin, Secret password) {
        if (!admin.disabled()) {
            remembered.remember(admin.id(), admin.version(), password);
        }
    }

    private static void onceInTheCluster(Runnable insert) {
        try {
            insert.run();
        } catch (DuplicateRow e) {
            LOG.log(Level.DEBUG, "another node was first", e);
        } catch (Problem e) {
            if (!e.code().equals("name-taken")) {
                throw e;
            }
            LOG.log(Level.DEBUG, "another node was first", e);
        }
    }
}
