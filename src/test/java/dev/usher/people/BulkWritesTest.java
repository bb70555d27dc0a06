package dev.usher.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.usher.platform.DatabaseFault;
import dev.usher.scim.error.ScimException;
import dev.usher.scim.message.BulkOperation;
import dev.usher.scim.schema.ResourceType;
import dev.usher.scim.schema.SchemaRegistry;
import dev.usher.tenant.Caller;
import jakarta.json.JsonValue;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class BulkWritesTest {
    private static final BulkOperation DELETION = new BulkOperation(
            BulkOperation.Method.DELETE,
            ResourceType.USER,
            "5f0c4a52-9d3e-4c56-9a61-2f6a9df7a0a1",
            "",
            "",
            "",
            JsonValue.EMPTY_JSON_OBJECT);

    private final AtomicInteger asked = new AtomicInteger();

    /** Each call finds the database so. */
    private BulkWrites writes(String sqlState) {
        Supplier<Caller> callers = () -> {
            asked.incrementAndGet();
            throw DatabaseFault.of(new SQLException("no", sqlState));
        };
        return new BulkWrites(
                new Provisioning(),
                new Chronicle(),
                callers,
                caller -> SchemaRegistry.standard(),
                fault -> ScimException.serviceUnavailable("the database is busy or away; try again"));
    }

    /** A thousand operations would wait for it a thousand times. */
    @Test
    void asksADatabaseThatIsAwayOnce() {
        BulkWrites writes = writes("08001");

        for (int operation = 0; operation < 3; operation++) {
            assertThatThrownBy(() -> writes.write(DELETION))
                    .isInstanceOfSatisfying(
                            ScimException.class, e -> assertThat(e.status()).isEqualTo(503));
        }

        assertThat(asked).hasValue(1);
    }

    @Test
    void goesOnAfterContention() {
        BulkWrites writes = writes("40001");

        for (int operation = 0; operation < 3; operation++) {
            assertThatThrownBy(() -> writes.write(DELETION)).isInstanceOf(ScimException.class);
        }

        assertThat(asked).hasValue(3);
    }
}
