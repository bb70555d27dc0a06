package dev.usher.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
    @Test
    void hasADefaultForEverything() {
        var settings = Settings.read(new Properties(), Map.of());

        assertThat(settings.httpPort()).isEqualTo(8080);
        assertThat(settings.httpAddress()).isEqualTo("127.0.0.1");
        assertThat(settings.dbUrl())
                .isEqualTo("jdbc:h2:file:" + settings.dataDir().resolve("usher"));
        assertThat(settings.adminPassword()).isEmpty();
        assertThat(settings.tokenLife()).isEqualTo(Duration.ofDays(365));
        assertThat(settings.rateLimit()).isEqualTo(100);
        assertThat(settings.bodyMaxBytes()).isEqualTo(1 << 20);
        assertThat(settings.pageMax()).isEqualTo(1000);
        assertThat(settings.serverTiming()).isFalse();
    }

    @Test
    void takesABlankFolderForNoneAndNotForTheWorkingFolder() {
        var settings = Settings.read(new Properties(), Map.of("USHER_DATA_DIR", " "));

        assertThat(settings.dataDir()).isEqualTo(Path.of("usher-data").toAbsolutePath());
    }

    @Test
    void takesThePropertyBeforeTheVariable() {
        var properties = new Properties();
        properties.setProperty("usher.http.port", "9001");

        var settings = Settings.read(properties, Map.of("USHER_HTTP_PORT", "9002", "USHER_RATE_LIMIT", "0"));

        assertThat(settings.httpPort()).isEqualTo(9001);
        assertThat(settings.rateLimit()).isZero();
    }

    @Test
    void refusesAPropertyThatItDoesNotKnow() {
        var properties = new Properties();
        properties.setProperty("usher.htp.port", "9001");

        assertThatThrownBy(() -> Settings.read(properties, Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("usher.htp.port");
    }

    @Test
    void onlyTellsOfAVariableThatItDoesNotKnow() {
        var environment = Map.of("USHER_SERVICE_HOST", "10.0.0.1", "USHER_HTTP_PORT", "1", "PATH", "/bin");

        assertThat(Settings.unknown(environment)).containsExactly("USHER_SERVICE_HOST");
        assertThat(Settings.read(new Properties(), environment).httpPort()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "HTTP_PORT,65536",
        "HTTP_PORT,http",
        "PAGE_MAX,0",
        "FILTER_MAX_DEPTH,101",
        "RATE_LIMIT,-1",
        "BODY_MAX_BYTES,99999999999",
        "SERVER_TIMING,yes",
        "PUBLIC_URL,usher.example.com",
        "PUBLIC_URL,ftp://usher.example.com",
        "MAIL_FROM,usher",
        "MAIL_FROM,usher@firm.example.",
        "MAIL_FROM,Usher usher@firm.example"
    })
    void refusesAValueThatCannotBe(Setting setting, String value) {
        assertThatThrownBy(() -> Settings.with(Map.of(setting, value)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(setting.variable());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "usher@firm.example",
                "no.reply+usher@mail.firm.example",
                "Firm Backups <usher@firm.example>",
                "\"Acme, Inc.\" <usher@firm.example>"
            })
    void takesASender(String value) {
        assertThat(Settings.with(Map.of(Setting.MAIL_FROM, value)).mailFrom()).contains(value);
    }

    /** The text of the refusal holds no value, which may hold a password. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:mysql://hunter1,other:3307/usher",
                "jdbc:mysql://[hunter1,other]/usher",
                "jdbc:mysql://(host=hunter1,port=1),(host=other)/usher",
                "jdbc:mysql:replication://hunter1,other/usher",
                "jdbc:mysql:loadbalance://hunter1/usher",
                "jdbc:mysql+srv://hunter1/usher",
                "jdbc:mysql://hunter1/usher?x=y&dnsSrv=true",
                "jdbc:h2:tcp://hunter1/usher",
                "jdbc:h2:ssl://hunter1,other/usher",
                "jdbc:mariadb://hunter1/usher",
                "jdbc:postgresql://hunter1/usher",
                "hunter1"
            })
    void refusesADatabaseThatIsNotOneThatItKnows(String url) {
        assertThatThrownBy(() -> Settings.with(Map.of(Setting.DB_URL, url)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("USHER_DB_URL must be jdbc:mysql://HOST:PORT/SCHEMA")
                .hasMessageNotContaining("hunter");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "jdbc:h2:mem:x true",
                "jdbc:mysql://db/usher false",
                "jdbc:mysql://db/usher?dnsSrv=false false",
                "jdbc:mysql://[::1]:3306/usher?sessionVariables=a=1,b=2 false",
                "jdbc:mysql://(host=db,port=3306)/usher false",
                "jdbc:mysql://db?sslMode=REQUIRED,x false"
            })
    void tellsAnEmbeddedDatabaseFromAServer(String url, boolean embedded) {
        assertThat(Settings.with(Map.of(Setting.DB_URL, url)).dbEmbedded()).isEqualTo(embedded);
    }

    @Test
    void keepsSecretsOutOfItsText() {
        var settings = Settings.with(Map.of(
                Setting.ADMIN_PASSWORD, "hunter2",
                Setting.DB_PASSWORD, "hunter3",
                Setting.DB_URL, "jdbc:mysql://db/usher?password=hunter4",
                Setting.MAIL_PASSWORD, "hunter5"));

        assertThat(settings + " " + settings.adminPassword() + " " + settings.dbPassword())
                .doesNotContain("hunter");
    }

    @Test
    void cutsTheSlashOffThePublicUrl() {
        assertThat(Settings.with(Map.of(Setting.PUBLIC_URL, "https://usher.example.com/base/"))
                        .publicUrl())
                .contains(URI.create("https://usher.example.com/base"));
    }
}
