package dev.usher.administrator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.usher.platform.Problem;
import dev.usher.platform.Secret;
import dev.usher.platform.Setting;
import dev.usher.platform.Settings;
import dev.usher.platform.store.EntityUnit;
import dev.usher.tenant.TenantId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FirstStartTest {
    private static final Path PAGE = Path.of("docs/operate/sign-in.md");
    private static final Pattern ENABLES = Pattern.compile("UPDATE administrator [^;]+(?=;)");
    private static final Pattern DELETES = Pattern.compile("DELETE FROM administrator [^;]+(?=;)");
    private static final String FIRST = "the first password";
    private static final String ANOTHER = "another password";

    @AutoClose
    private static final EntityUnit UNIT = new EntityUnit();

    private final List<LogRecord> log = new ArrayList<>();

    @BeforeEach
    void beginAnew() {
        UNIT.database().update("DELETE FROM administrator");
        UNIT.database().update("DELETE FROM setting");
    }

    @ParameterizedTest
    @ValueSource(strings = {"admin", "Admin", " ADMIN "})
    void keepsItsNameForThePlatform(String name) {
        var tenant = Optional.of(new TenantId(1));

        assertThatThrownBy(() -> administrator(tenant, name, Role.ADMINISTRATOR))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.extra()).containsEntry("field", "name"))
                .hasMessageContaining("'admin' is kept for the platform");
        assertThat(administrator(Optional.empty(), name, Role.PLATFORM_ADMINISTRATOR)
                        .name())
                .isEqualTo(name);
        assertThat(administrator(tenant, "admin2", Role.ADMINISTRATOR).name()).isEqualTo("admin2");
    }

    @Test
    void saysThatATenantHasItsNameFromAnEarlierVersionUntilWhatThePageSaysIsDone() throws IOException {
        // given
        start(FIRST);
        UNIT.database().update("UPDATE administrator SET tenant_no = 7, role = 2");

        // when
        start(FIRST);
        List<LogRecord> same = List.copyOf(log);
        start(ANOTHER);

        // then
        assertThat(same).isEmpty();
        assertThat(log)
                .singleElement()
                .satisfies(line -> assertThat(line.getMessage() + List.of(line.getParameters()))
                        .contains("USHER_ADMIN_PASSWORD is not applied", "[7, admin]"));
        assertThat(signIn(ANOTHER)).isInstanceOf(SignInAnswer.Wrong.class);
        assertThat(asThePageSays(DELETES)).isEqualTo(1);
        start(ANOTHER);
        assertThat(signIn(ANOTHER)).isInstanceOf(SignInAnswer.Known.class);
    }

    @Test
    void leavesADisabledOneUntilWhatThePageSaysIsDone() throws IOException {
        // given
        start(FIRST);
        UNIT.database().update("UPDATE administrator SET disabled = 1");
        start(ANOTHER);
        assertThat(signIn(ANOTHER)).isInstanceOf(SignInAnswer.Wrong.class);

        // when
        int changed = asThePageSays(ENABLES);
        start(ANOTHER);

        // then
        assertThat(changed).isEqualTo(1);
        assertThat(signIn(ANOTHER)).isInstanceOf(SignInAnswer.Known.class);
    }

    private static int asThePageSays(Pattern kind) throws IOException {
        var statement = kind.matcher(Files.readString(PAGE));
        assertThat(statement.find()).isTrue();
        return UNIT.database().update(statement.group());
    }

    private static NewAdministrator administrator(Optional<TenantId> tenant, String name, Role role) {
        return new NewAdministrator(tenant, name, Optional.empty(), role, PasswordHash.of(new Secret(FIRST)));
    }

    private SignInAnswer signIn(String password) {
        return UNIT.transaction(() -> UNIT.bean(SignIn.class).verify(FirstStart.ADMIN, new Secret(password)));
    }

    private void start(String password) {
        var settings = Settings.with(Map.of(Setting.ADMIN_PASSWORD, password));
        var logger = Logger.getLogger(FirstStart.class.getName());
        var listener = listener();
        logger.addHandler(listener);
        try {
            UNIT.transaction(() -> UNIT.bean(FirstStart.class, settings).begin());
        } finally {
            logger.removeHandler(listener);
        }
    }

    private Handler listener() {
        return new Handler() {
            @Override
            public void publish(LogRecord line) {
                log.add(line);
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
    }
}
