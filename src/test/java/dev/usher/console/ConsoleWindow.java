package dev.usher.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.usher.it.UsherServer;
import java.util.ArrayList;
import java.util.List;

/** One browser window at the console; everything that the browser complained about is kept. */
final class ConsoleWindow implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 20_000;
    private static final int MOST_TABS = 80;

    private final BrowserContext context;
    private final Page page;
    private final String base;
    private final List<String> complaints = new ArrayList<>();

    ConsoleWindow(BrowserContext context) {
        this.context = context;
        this.base = UsherServer.http().base().toString();
        context.setDefaultTimeout(PATIENCE_MILLIS);
        this.page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.type().equals("warning")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
    }

    Page page() {
        return page;
    }

    BrowserContext context() {
        return context;
    }

    /** Opens an address of the console, as {@code t/acme/users}. */
    ConsoleWindow open(String path) {
        page.navigate(base + "/ui/" + path);
        return this;
    }

    /** Signs in as the platform administrator and waits for the page that was asked for. */
    ConsoleWindow signIn(String path) {
        return signIn(path, "admin", UsherServer.PASSWORD);
    }

    ConsoleWindow signIn(String path, String name, String password) {
        open(path);
        label("Name").fill(name);
        label("Password").fill(password);
        button("Sign in").click();
        heading().waitFor();
        return this;
    }

    Locator heading() {
        return page.locator("main h1:not(.unseen)");
    }

    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /** Presses Tab until the focus is on what is called so; the tests of the keyboard use nothing else. */
    void tabTo(String name) {
        for (int i = 0; i < MOST_TABS; i++) {
            page.keyboard().press("Tab");
            if (name.equals(focused())) {
                return;
            }
        }
        throw new AssertionError("Tab does not lead to '" + name + "' but to '" + focused() + "'");
    }

    /** What the focus is on: its label, or else its text. */
    String focused() {
        return (String) page.evaluate("() => { const a = document.activeElement; return (a.getAttribute('aria-label')"
                + " ?? a.labels?.[0]?.textContent ?? a.textContent).trim(); }");
    }

    /** Nothing sticks out to the side. */
    void assertFits() {
        assertThat(page.evaluate("() => [document.documentElement, ...document.querySelectorAll('dialog .body')]"
                        + ".filter(e => e.scrollWidth > e.clientWidth).length"))
                .as("%s sticks out", page.url())
                .isEqualTo(0);
    }

    /** A field of the dialog that lies on top. */
    Locator dialogField(String name) {
        return dialog().locator("[name='" + name + "']");
    }

    /** The button of the dialog that lies on top. */
    Locator dialogButton(String name) {
        return dialog().getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator dialog() {
        return page.locator("dialog[open]").last();
    }

    Locator menuItem(String name) {
        return page.getByRole(
                AriaRole.MENUITEM, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator link(String name) {
        return page.getByRole(
                AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /** A table's row that holds this text. */
    Locator row(String text) {
        return page.locator("tbody tr").filter(new Locator.FilterOptions().setHasText(text));
    }

    Locator label(String name) {
        return page.getByLabel(name, new Page.GetByLabelOptions().setExact(true));
    }

    Locator text(String text) {
        return page.getByText(text);
    }

    void awaitText(String text) {
        page.getByText(text).first().waitFor();
    }

    /** What the browser said so far, and forgets it. */
    List<String> complaints() {
        var said = List.copyOf(complaints);
        complaints.clear();
        return said;
    }

    @Override
    public void close() {
        context.close();
    }

    /** Fails where the browser complained about anything else than an answer of this status. */
    void assertQuietBut(int status) {
        assertThat(complaints())
                .allMatch(text -> text.startsWith("Failed to load resource") && text.contains("status of " + status));
    }

    /** Fails where the browser complained about anything. */
    void assertQuiet() {
        assertThat(complaints()).isEmpty();
    }
}
