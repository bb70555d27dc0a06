package dev.usher.journal.store;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EventDetailTest {
    @Test
    void keepsASmallDetailAsItIs() {
        var detail = Json.createObjectBuilder().add("code", "no-mapping").build();

        assertThat(EventDetail.json(EventDetail.text(detail))).isEqualTo(detail);
    }

    @Test
    void shortensLongTextsAndListsAndSaysSo() {
        var many = Json.createArrayBuilder();
        IntStream.range(0, 2_000).forEach(many::add);
        var detail = Json.createObjectBuilder()
                .add("code", "x")
                .add("reason", "é".repeat(5_000))
                .add("removed", many)
                .build();

        String text = EventDetail.text(detail);

        var kept = EventDetail.json(text);
        assertThat(text.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(EventDetail.MOST_BYTES);
        assertThat(kept.getString("code")).isEqualTo("x");
        assertThat(kept.getString("reason")).startsWith("éé").endsWith("…");
        assertThat(kept.getJsonArray("removed")).hasSize(10);
        assertThat(kept.getBoolean("shortened")).isTrue();
    }

    @Test
    void neverExceedsItsLimitWhateverTheShape() {
        var inner = Json.createObjectBuilder();
        IntStream.range(0, 3_000).forEach(i -> inner.add("key" + i, i));
        var detail =
                Json.createObjectBuilder().add("code", "x").add("deep", inner).build();

        String text = EventDetail.text(detail);

        assertThat(text.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(EventDetail.MOST_BYTES);
        assertThat(EventDetail.json(text).getString("code")).isEqualTo("x");
    }
}
