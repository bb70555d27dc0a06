package dev.usher.endpoint.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.it.Http;
import dev.usher.it.UsherServer;
import org.junit.jupiter.api.Test;

/** How the console is served. */
class ConsoleFilesIT {
    private final Http server = UsherServer.http();

    @Test
    void theRootLeadsToTheConsole() {
        // when
        var answer = server.get("/");

        // then
        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.header("Location")).isEqualTo("/ui/");
    }

    @Test
    void everyAddressOfTheConsoleIsItsFrameUnderTheStrictPolicy() {
        for (String address : new String[] {"/ui", "/ui/", "/ui/provisioning", "/ui/t/acme/users/1.js"}) {
            // when
            var answer = server.get(address).expect(200);

            // then
            assertThat(answer.header("Content-Type")).startsWith("text/html");
            assertThat(answer.body()).contains("/ui/app.js");
            assertThat(answer.header("Content-Security-Policy"))
                    .contains("default-src 'none'", "script-src 'self'", "require-trusted-types-for 'script'")
                    .doesNotContain("unsafe");
            assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
        }
    }

    @Test
    void aFileIsSentOnceAndThenOnlyConfirmed() {
        // given
        var first = server.get("/ui/app.js").expect(200);

        // when
        var again = server.with("If-None-Match", first.header("ETag")).get("/ui/app.js");

        // then
        assertThat(first.header("Cache-Control")).isEqualTo("no-cache");
        assertThat(first.header("Content-Type")).startsWith("text/javascript");
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
    }

    @Test
    void whatIsNoFileOfTheConsoleIsNotThere() {
        for (String path : new String[] {"/ui/none.js", "/ui/lib/directives/unsafe-html.js", "/ui/styles/none.css"}) {
            assertThat(server.get(path).status()).isEqualTo(404);
        }
    }

    @Test
    void theLibraryComesFromItsArtifact() {
        assertThat(server.get("/ui/lib/lit-html.js").expect(200).body()).contains("litHtml");
    }
}
