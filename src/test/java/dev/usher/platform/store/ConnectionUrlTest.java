package dev.usher.platform.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.platform.Setting;
import dev.usher.platform.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConnectionUrlTest {
    @Test
    void addsWhatUsherDependsOnToAnH2Url() {
        assertThat(completed("jdbc:h2:mem:x"))
                .startsWith("jdbc:h2:mem:x;")
                .contains(";MODE=MySQL", ";DATABASE_TO_LOWER=TRUE", ";WRITE_DELAY=0", ";DB_CLOSE_ON_EXIT=FALSE");
    }

    @Test
    void leavesWhatTheOperatorSaid() {
        assertThat(completed("jdbc:h2:mem:x;write_delay=500"))
                .contains(";write_delay=500")
                .doesNotContain(";WRITE_DELAY=0");
        assertThat(completed("jdbc:mysql://db/usher")).isEqualTo("jdbc:mysql://db/usher");
        assertThat(ConnectionUrl.mysqlDefaults("jdbc:mysql://db/usher?connectTimeout=1"))
                .containsEntry("rewriteBatchedStatements", "true")
                .doesNotContainKey("connectTimeout");
    }

    @Test
    void namesNoWritingForAnotherConnection() {
        assertThat(ConnectionUrl.another("jdbc:h2:mem:x;WRITE_DELAY=0;MODE=MySQL"))
                .isEqualTo("jdbc:h2:mem:x;MODE=MySQL");
        assertThat(ConnectionUrl.another("jdbc:h2:mem:x;write_delay=0")).isEqualTo("jdbc:h2:mem:x");
    }

    private static String completed(String url) {
        return ConnectionUrl.complete(Settings.with(Map.of(Setting.DB_URL, url)));
    }

    @Test
    void thePageHasTheWholeValueThatOnesOwnSessionVariablesReplace() throws IOException {
        assertThat(Files.readString(Path.of("docs/operate/install.md")))
                .contains("`" + ConnectionUrl.mysqlDefaults("").get("sessionVariables") + "`");
    }
}
