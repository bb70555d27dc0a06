package dev.usher.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VendorErrorsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Duplicate entry '1-alice' for key 'account.uq_user_name'                  | uq_user_name
            Duplicate entry '1-alice' for key 'uq_user_name'                          | uq_user_name
            Duplicate entry '1-x' for key 'evil' for key 'account.uq_user_name'       | uq_user_name
            Duplicate entry '1-alice' for key 'account.PRIMARY'                       | primary
            (conn=12) Duplicate entry '1' for key 'PRIMARY'                           | primary
            something else                                                            | unknown
            """)
    void readsTheKeyFromMysqlsWords(String message, String constraint) {
        var fault = VendorErrors.read(new SQLException(message, "23000", 1062));

        assertThat(fault)
                .isInstanceOfSatisfying(
                        DuplicateRow.class,
                        duplicate -> assertThat(duplicate.constraint()).isEqualTo(constraint));
    }

    @Test
    void keepsPeoplesValuesOutOfItsMessage() {
        var fault = VendorErrors.read(new SQLException("Duplicate entry 'alice' for key 't.uq'", "23000", 1062));

        assertThat(fault).hasMessageNotContaining("alice");
    }

    @Test
    void looksBehindTheBatch() {
        var batch = new BatchUpdateException(new int[0]);
        batch.setNextException(new SQLException("Deadlock found", "40001", 1213));

        assertThat(VendorErrors.read(batch)).isInstanceOf(Contention.class);
    }

    @Test
    void tellsTimeoutsAndLostConnections() {
        assertThat(VendorErrors.read(new SQLTimeoutException("x"))).isInstanceOf(StatementTimeout.class);
        assertThat(VendorErrors.read(new SQLException("x", "08S01", 0))).isInstanceOf(DatabaseUnavailable.class);
        assertThat(VendorErrors.read(new SQLException("x", "HY000", 1040))).isInstanceOf(DatabaseUnavailable.class);
        assertThat(VendorErrors.read(new SQLException("read-only", "HY000", 1290)))
                .isInstanceOf(DatabaseUnavailable.class);
        assertThat(VendorErrors.read(new SQLException("read-only", "HY000", 1836)))
                .isInstanceOf(DatabaseUnavailable.class);
        assertThat(VendorErrors.read(new SQLException("x", "42000", 1064))).isInstanceOf(BrokenStatement.class);
    }

    @ParameterizedTest
    @CsvSource({
        "H2,2.4.240 (2025-09-22),H2",
        "MySQL,9.7.0,MYSQL",
        "MySQL,5.5.5-10.11.6-MariaDB-0+deb12u1,MARIADB",
        "MariaDB,11.4.5,MARIADB"
    })
    void knowsTheDatabase(String product, String version, Dialect expected) {
        assertThat(Dialect.of(product, version)).isEqualTo(expected);
    }
}
