package dev.usher.administrator;

import dev.usher.audit.AuditTrail;
import dev.usher.platform.OnlineBackup;
import dev.usher.tenant.TenantId;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.nio.file.Path;
import java.util.Optional;

/** Backups that a platform administrator asks for; each is an act of the platform's audit chain. */
@Stateless
public class Backups {
    @Inject
    private OnlineBackup backup;

    @Inject
    private AuditTrail audit;

    /** Writes one of this moment; its folder. <b>Errors:</b> as {@link OnlineBackup#write}. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public Path write() {
        return backup.write();
    }

    /** Records that it was written. */
    public void written(Path folder, String actor) {
        audit.record(
                TenantId.PLATFORM,
                actor,
                "backup.written",
                Optional.empty(),
                JsonValue.EMPTY_JSON_OBJECT,
                Json.createObjectBuilder()
                        .add("folder", String.valueOf(folder.getFileName()))
                        .build());
    }
}
