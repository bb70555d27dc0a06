package dev.usher.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.WaitForSelectorState;
import dev.usher.it.TestTenant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is deleted is gone from the screen at once, and the focus is somewhere. */
class ConsoleDeletionIT {
    private static final Locator.WaitForOptions GONE =
            new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED);

    private static Chromium chromium;

    @BeforeAll
    static void open() {
        chromium = new Chromium();
    }

    @AfterAll
    static void close() {
        chromium.close();
    }

    @Test
    void oneOfEachLeavesItsListAtOnce() {
        // given
        var tenant = TestTenant.create();
        String spare = tenant.createProfile("Spare profile", false, 1 << 30);
        tenant.createMapping("Spare mapping", "department", "Sales", spare);
        tenant.admin().post("/storage-regions", "{\"name\":\"Spare region\"}").expect(201);

        try (var window = chromium.window()) {
            window.signIn("t/" + tenant.name() + "/provisioning");

            // when, then
            delete(window, "provisioning", "Spare mapping");
            delete(window, "profiles", "Spare profile");
            delete(window, "storage", "Spare region");
            window.open("t/" + tenant.name() + "/administrators");
            String name = "spare-" + tenant.name();
            window.button("New Administrator").click();
            window.dialogField("name").fill(name);
            window.dialogField("password").fill("long enough for a spare");
            window.dialogButton("Create").click();
            window.row(name).waitFor();
            delete(window, "administrators", name);
            window.button("New API Key").click();
            window.dialogField("name").fill("Spare key");
            window.dialogButton("Create").click();
            window.dialogButton("Done").click();
            window.button("Actions for Spare key").click();
            window.menuItem("End").click();
            window.dialogButton("End").click();
            window.row("Spare key").getByText("Ended").waitFor();
            window.assertQuiet();
        }
    }

    @Test
    void aLegalHoldThatIsLiftedIsGoneAndBothStandInTheTimeline() {
        // given
        var tenant = TestTenant.create();
        String user = tenant.createUser("ada@example.com");

        try (var window = chromium.window()) {
            window.signIn("t/" + tenant.name() + "/users/" + user);
            window.button("More about this user").click();
            window.menuItem("Place a legal hold").click();
            window.dialogField("reason").fill("Case 7");
            window.dialogButton("Place").click();
            window.awaitText("The user is under legal hold: Case 7.");

            // when
            window.button("More about this user").click();
            window.menuItem("Lift the legal hold").click();
            window.dialogButton("Lift").click();

            // then
            window.text("The user is under legal hold").waitFor(GONE);
            window.page().locator(".timeline").getByText("Legal hold lifted").waitFor();
            assertThat(window.page().locator(".timeline").innerText())
                    .contains("Legal hold placed", "by admin", "User created");
            window.assertQuiet();
        }
    }

    private static void delete(ConsoleWindow window, String screen, String name) {
        if (!window.page().url().endsWith(screen)) {
            window.open(window.page().url().replaceAll("^.*/ui/|/[^/]*$", "") + "/" + screen);
        }
        window.row(name).waitFor();
        window.button("Actions for " + name).click();
        window.menuItem("Delete").click();
        window.dialogButton("Delete").click();
        window.row(name).waitFor(GONE);
        assertThat(window.page().evaluate("() => document.activeElement !== document.body"))
                .as("the focus after deleting %s", name)
                .isEqualTo(true);
    }
}
