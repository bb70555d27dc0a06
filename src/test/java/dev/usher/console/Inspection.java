package dev.usher.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Looks at what a window shows, light and dark: no axe violation, nothing sticks out, no complaint; a picture of each. */
final class Inspection {
    private static final Path PICTURES = Path.of("target", "console-screenshots");
    private static final String AXE = read();

    private Inspection() {}

    /** Nothing is being loaded any more. */
    static void settled(ConsoleWindow window) {
        window.page().waitForFunction("() => !document.querySelector('[aria-busy=\"true\"]')");
    }

    /** {@code name} is the picture's. */
    static void check(ConsoleWindow window, String name) {
        Object tooWide = window.page()
                .evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertThat(tooWide).as("%s sticks out", name).isEqualTo(0);
        window.assertFits();
        for (ColorScheme theme : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
            window.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(theme));
            String look = look(window, name, theme);
            window.page().screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(look + ".png")));
            assertThat(violations(window)).as(look).isEmpty();
            assertThat(window.complaints()).as(look).isEmpty();
        }
    }

    /** The dialog that was just asked for, under its name; and closes it. */
    static void opened(ConsoleWindow window, String name) {
        window.dialog().waitFor();
        settled(window);
        check(window, "dialog-" + name.toLowerCase(Locale.ROOT).replace(' ', '-'));
        window.page().keyboard().press("Escape");
    }

    private static String look(ConsoleWindow window, String name, ColorScheme theme) {
        return (name.isEmpty() ? "dashboard" : name.replace('/', '-')) + "-"
                + window.page().viewportSize().width + "-" + theme.name().toLowerCase(Locale.ROOT);
    }

    /** The tool comes by the debugger's own way, past the page's policy, which must not be loosened for it. */
    @SuppressWarnings("unchecked")
    private static List<String> violations(ConsoleWindow window) {
        var session = window.context().newCDPSession(window.page());
        session.send("Page.setBypassCSP", bypass());
        window.page().evaluate("text => { if (!window.axe) (0, eval)(text); }", AXE);
        var found = (List<String>) window.page()
                .evaluate("async () => (await axe.run({resultTypes: ['violations']})).violations.map(v => v.id + ': '"
                        + " + v.nodes.map(n => n.target.join(' ') + ' ' + n.failureSummary).join(' | '))");
        session.detach();
        return found;
    }

    private static JsonObject bypass() {
        var parameters = new JsonObject();
        parameters.addProperty("enabled", true);
        return parameters;
    }

    private static String read() {
        String path = "/axe.min.js";
        try (InputStream in = Inspection.class.getResourceAsStream(path)) {
            Files.createDirectories(PICTURES);
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
