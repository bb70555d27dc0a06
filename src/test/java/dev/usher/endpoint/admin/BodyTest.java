package dev.usher.endpoint.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.usher.platform.Problem;
import dev.usher.tenant.Reclassify;
import jakarta.json.Json;
import java.io.StringReader;
import org.junit.jupiter.api.Test;

class BodyTest {
    @Test
    void readsNullAsAbsentExceptWhereAsked() {
        var body = body("{\"seats\":null}");

        assertThat(body.optionalNumber("seats")).isEmpty();
        assertThat(body.has("seats")).isTrue();
        assertThat(body.has("name")).isFalse();
    }

    @Test
    void takesConstantsInAnyCase() {
        assertThat(body("{\"r\":\"never\"}").constant("r", Reclassify.class)).isEqualTo(Reclassify.NEVER);
        assertThatThrownBy(() -> body("{\"r\":\"moon\"}").constant("r", Reclassify.class))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("NEVER, SUGGEST, AUTOMATIC");
    }

    @Test
    void namesTheMemberThatIsWrong() {
        var body = body("{\"licence\":{\"seats\":\"many\"}}");

        assertThatThrownBy(() -> body.body("licence").optionalNumber("seats"))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("'licence.seats'");
    }

    @Test
    void refusesNumbersThatAreNoWholeLong() {
        assertThatThrownBy(() -> body("{\"n\":1.5}").optionalNumber("n")).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> body("{\"n\":9223372036854775808}").optionalNumber("n"))
                .isInstanceOf(Problem.class);
    }

    @Test
    void saysOfWhatIsNoTextOnlyThatItMustBeOne() {
        assertThatThrownBy(() -> body("{\"name\":5}").text("name"))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("'name'")
                .hasMessageContaining("a text")
                .hasMessageNotContaining("characters");
        assertThatThrownBy(
                        () -> body("{\"name\":\"" + "x".repeat(10_001) + "\"}").text("name"))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("at most 10000 characters");
    }

    @Test
    void refusesAMistypedMember() {
        assertThatThrownBy(() -> body("{\"nmae\":\"x\"}").only("name"))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("nmae");
    }

    private static Body body(String json) {
        try (var reader = Json.createReader(new StringReader(json))) {
            return new Body(reader.readValue());
        }
    }
}
