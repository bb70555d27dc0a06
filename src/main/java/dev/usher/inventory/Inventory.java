package dev.usher.inventory;

import dev.usher.assignment.Assignments;
import dev.usher.assignment.DataLock;
import dev.usher.assignment.LockedAct;
import dev.usher.audit.AuditTrail;
import dev.usher.inventory.store.DeviceStore;
import dev.usher.inventory.store.SnapshotStore;
import dev.usher.inventory.store.UseStore;
import dev.usher.platform.Problem;
import dev.usher.platform.Uuid7;
import dev.usher.tenant.Caller;
import dev.usher.tenant.TenantId;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Devices and snapshots. Registering is repeatable by the product's own ids: the same again changes nothing. Whatever
 * changes a user's inventory locks the user's assignment first, so that sums are right and no purge comes between.
 *
 * <p><b>Errors:</b> {@link Problem}: 404 for an unknown user, device or snapshot; 409 {@code device-of-another-user}; 409
 * {@code data-locked} when a locked user's would be deleted, or a snapshot changed; 400 for sizes beyond 1 PiB.
 */
@Stateless
public class Inventory {
    private static final String THIS_DEVICE = "This device";
    private static final int LONGEST_NAME = 200;
    private static final String SIZE = "sizeBytes";
    private static final long MOST_BYTES = 1L << 50;
    /** What every JSON reader still counts exactly. */
    private static final long MOST_BYTES_OF_A_USER = 1L << 53;

    @Inject
    private DeviceStore devices;

    @Inject
    private SnapshotStore snapshots;

    @Inject
    private UseStore uses;

    @Inject
    private Assignments assignments;

    @Inject
    private DataLock dataLock;

    @Inject
    private AuditTrail audit;

    @Inject
    private Uuid7 ids;

    @Inject
    private Clock clock;

    /** Registers a device of the user, or renames it. */
    public Registered<Device> registerDevice(Caller caller, UUID user, ProductId id, String name) {
        TenantId tenant = caller.tenant();
        hold(tenant, user);
        Optional<Device> known = devices.find(tenant, id);
        if (known.isPresent()) {
            return new Registered<>(renamed(tenant, known.get(), user, checked(name)), false);
        }
        var made = new Device(ids.next(), user, id, checked(name), clock.instant(), 1);
        devices.insert(tenant, made);
        uses.add(tenant, user, new Usage(1, 1, 0, 0));
        return new Registered<>(made, true);
    }

    /** The user's devices in the order of their registration; 404 for an unknown user. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public List<Device> devices(TenantId tenant, UUID user, Optional<UUID> after, int limit) {
        if (assignments.find(tenant, user).isEmpty()) {
            throw Problem.notFound("This user");
        }
        return devices.list(tenant, user, after, limit);
    }

    /** The device of that id. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Device device(TenantId tenant, ProductId id) {
        return devices.find(tenant, id).orElseThrow(() -> Problem.notFound(THIS_DEVICE));
    }

    /** Forgets the user's device with its snapshots. */
    public void deleteDevice(Caller caller, UUID user, ProductId id) {
        TenantId tenant = caller.tenant();
        hold(tenant, user);
        Device device = device(tenant, id);
        if (!device.user().equals(user)) {
            throw Problem.notFound(THIS_DEVICE);
        }
        dataLock.permit(tenant, user, LockedAct.DELETE_DEVICE);
        Usage gone = snapshots.usageOf(tenant, device.key());
        snapshots.deleteOf(tenant, device.key());
        devices.delete(tenant, device.key());
        uses.add(tenant, user, new Usage(0, -1, -gone.snapshots(), -gone.sizeBytes()));
        record(caller, "device.deleted", device, device.id());
    }

    /** Registers a snapshot of a device, or corrects it. */
    public Registered<Snapshot> registerSnapshot(
            Caller caller, ProductId deviceId, ProductId id, String name, long sizeBytes, Instant takenAt) {
        TenantId tenant = caller.tenant();
        Device device = held(tenant, deviceId);
        Optional<Snapshot> known = snapshots.find(tenant, device.key(), id);
        UUID key = known.map(Snapshot::key).orElseGet(ids::next);
        var wanted = new Snapshot(key, id, checked(name), sizeBytes, takenAt);
        if (known.filter(wanted::equals).isPresent()) {
            return new Registered<>(wanted, false);
        }
        long more = permitted(sizeBytes) - known.map(Snapshot::sizeBytes).orElse(0L);
        if (uses.of(tenant, device.user()).sizeBytes() + more > MOST_BYTES_OF_A_USER) {
            throw Problem.field(
                    SIZE, "A user's snapshots have at most " + MOST_BYTES_OF_A_USER + " bytes (8 PiB) together.");
        }
        if (known.isEmpty()) {
            snapshots.insert(tenant, device, wanted);
        } else {
            dataLock.permit(
                    tenant, device.user(), LockedAct.CHANGE_SNAPSHOT); // to nothing is a deletion by another name
            snapshots.update(tenant, wanted);
        }
        uses.add(tenant, device.user(), new Usage(0, 0, known.isEmpty() ? 1 : 0, more));
        return new Registered<>(wanted, known.isEmpty());
    }

    /** The device's snapshots in the order of their registration. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public List<Snapshot> snapshots(TenantId tenant, ProductId device, Optional<UUID> after, int limit) {
        return snapshots.list(tenant, device(tenant, device).key(), after, limit);
    }

    /** Forgets a snapshot. */
    public void deleteSnapshot(Caller caller, ProductId deviceId, ProductId id) {
        TenantId tenant = caller.tenant();
        Device device = held(tenant, deviceId);
        Snapshot snapshot =
                snapshots.find(tenant, device.key(), id).orElseThrow(() -> Problem.notFound("This snapshot"));
        dataLock.permit(tenant, device.user(), LockedAct.DELETE_SNAPSHOT);
        snapshots.delete(tenant, snapshot.key());
        uses.add(tenant, device.user(), new Usage(0, 0, -1, -snapshot.sizeBytes()));
        record(caller, "snapshot.deleted", device, id);
    }

    /** What the user has stored. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Usage usage(TenantId tenant, UUID user) {
        return uses.of(tenant, user);
    }

    /** What each profile's users have stored, by name. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public List<UsageOf> usageByProfile(TenantId tenant) {
        return uses.byProfile(tenant);
    }

    /** What each storage region's users have stored, by name. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public List<UsageOf> usageByRegion(TenantId tenant) {
        return uses.byRegion(tenant);
    }

    /** Forgets everything of a user who is being purged, which must have passed the data lock. */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void forget(TenantId tenant, UUID user) {
        dataLock.permit(tenant, user, LockedAct.DELETE_USER);
        snapshots.deleteOfUser(tenant, user);
        devices.deleteOfUser(tenant, user);
        uses.delete(tenant, user);
    }

    private Device renamed(TenantId tenant, Device known, UUID user, String name) {
        if (!known.user().equals(user)) {
            throw Problem.conflict("device-of-another-user", "Another user has a device with this id.");
        }
        if (known.name().equals(name)) {
            return known;
        }
        var after = new Device(known.key(), user, known.id(), name, known.registeredAt(), known.version() + 1);
        devices.update(tenant, after);
        return after;
    }

    /** The device, its user's assignment locked; read again under the lock, for it may have gone meanwhile. */
    private Device held(TenantId tenant, ProductId id) {
        UUID user = device(tenant, id).user();
        hold(tenant, user);
        Device now = device(tenant, id);
        if (!now.user().equals(user)) {
            throw Problem.conflict("device-of-another-user", "The device became another user's meanwhile.");
        }
        return now;
    }

    private void hold(TenantId tenant, UUID user) {
        if (!assignments.hold(tenant, user)) {
            throw Problem.notFound("This user");
        }
    }

    private void record(Caller caller, String action, Device device, ProductId what) {
        JsonObject before = Json.createObjectBuilder()
                .add("id", what.text())
                .add("userId", device.user().toString())
                .build();
        audit.record(
                caller.tenant(),
                caller.name(),
                action,
                Optional.of(device.user()),
                before,
                JsonValue.EMPTY_JSON_OBJECT);
    }

    private static long permitted(long sizeBytes) {
        if (sizeBytes > MOST_BYTES) {
            throw Problem.field(SIZE, "A snapshot has at most " + MOST_BYTES + " bytes (1 PiB).");
        }
        return sizeBytes;
    }

    private static String checked(String name) {
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw Problem.field("name", "A name has 1 to " + LONGEST_NAME + " characters.");
        }
        return name;
    }
}
