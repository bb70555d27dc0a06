package dev.usher.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretBoxTest {
    private static final String KEY = "dGVzdHMtb25seS10ZXN0cy1vbmx5LXRlc3RzLW9ubHk=";
    private static final byte[] TEXT = "text".getBytes(StandardCharsets.UTF_8);

    @Test
    void makesTheKeyFileAtTheStartForItsOwnerAlone(@TempDir Path folder) throws IOException {
        var box = new SecretBox(Settings.with(Map.of(Setting.DATA_DIR, folder.toString())));

        box.prepare();

        Path file = folder.resolve("secret-key");
        String key = Files.readString(file);
        assertThat(Files.getPosixFilePermissions(file)).hasSize(2);
        box.prepare();
        assertThat(Files.readString(file)).isEqualTo(key);
    }

    /** A process that is killed in between is a reader at that moment. */
    @Test
    void showsNobodyAFileOfHalfAKey(@TempDir Path folder) throws Exception {
        for (int i = 0; i < 100; i++) {
            Path data = folder.resolve("data-" + i);
            var settings = Settings.with(Map.of(Setting.DATA_DIR, data.toString()));
            Callable<byte[]> start = () -> new SecretBox(settings).authenticate("one", TEXT);

            var threads = Executors.newFixedThreadPool(4);
            try {
                Set<String> codes = new HashSet<>();
                for (var code : threads.invokeAll(Collections.nCopies(4, start))) {
                    codes.add(Arrays.toString(code.get()));
                }
                assertThat(codes).hasSize(1);
            } finally {
                threads.shutdownNow();
            }
            assertThat(data).isDirectoryContaining("glob:**/secret-key");
            assertThat(data.toFile().list()).hasSize(1);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data)))
                    .isEqualTo("rwx------");
        }
    }

    @Test
    void needsAKeyWithADatabaseServer(@TempDir Path folder) {
        String url = "jdbc:mysql://db/usher";
        var without = new SecretBox(Settings.with(Map.of(Setting.DB_URL, url, Setting.DATA_DIR, folder.toString())));
        var with = new SecretBox(Settings.with(Map.of(Setting.DB_URL, url, Setting.SECRET_KEY, KEY)));

        assertThatIllegalStateException().isThrownBy(without::prepare).withMessageContaining("USHER_SECRET_KEY");
        with.prepare();
    }

    @ParameterizedTest
    @ValueSource(strings = {"no base64 at all!", "c2hvcnQ="})
    void refusesWhatIsNoKeyWithoutRepeatingIt(String key) {
        var box = new SecretBox(Settings.with(Map.of(Setting.SECRET_KEY, key)));

        assertThatIllegalStateException()
                .isThrownBy(box::prepare)
                .withNoCause()
                .satisfies(e ->
                        assertThat(e.getMessage()).contains("USHER_SECRET_KEY").doesNotContain(key));
    }

    @Test
    void authenticatesForOnePurposeAndOneKeyAlone() {
        var box = new SecretBox(Settings.with(Map.of(Setting.SECRET_KEY, KEY)));
        var other = new SecretBox(
                Settings.with(Map.of(Setting.SECRET_KEY, "ZHJpbGwtZHJpbGwtZHJpbGwtZHJpbGwtZHJpbGwtMDE=")));

        byte[] code = box.authenticate("one", TEXT);

        assertThat(code).hasSize(32).isEqualTo(box.authenticate("one", TEXT));
        assertThat(code).isNotEqualTo(box.authenticate("two", TEXT));
        assertThat(code).isNotEqualTo(other.authenticate("one", TEXT));
    }
}
