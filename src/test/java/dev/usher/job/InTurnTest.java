package dev.usher.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.usher.platform.DatabaseFault;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class InTurnTest {
    private final List<Integer> tried = new ArrayList<>();

    @Test
    void oneThatFailsKeepsNoOtherFromItsTurn() {
        assertThatThrownBy(() -> InTurn.each(List.of(1, 2, 3), each -> {
                    tried.add(each);
                    if (each < 3) {
                        throw new IllegalStateException("not " + each);
                    }
                }))
                .hasMessage("not 1");

        assertThat(tried).containsExactly(1, 2, 3);
    }

    /** A thousand tenants would wait for it a thousand times. */
    @Test
    void asksADatabaseThatIsAwayOnce() {
        assertThatThrownBy(() -> InTurn.each(List.of(1, 2, 3), each -> {
                    tried.add(each);
                    throw DatabaseFault.of(new SQLException("no", "08001"));
                }))
                .isInstanceOf(DatabaseFault.class);

        assertThat(tried).containsExactly(1);
    }
}
