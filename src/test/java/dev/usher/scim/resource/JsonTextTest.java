package dev.usher.scim.resource;

import static dev.usher.scim.Samples.refusal;
import static dev.usher.scim.Samples.refused;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.Seed;
import dev.usher.scim.error.ScimType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTextTest {
    private static final JsonLimits LIMITS = new JsonLimits(10_000, 8, 50);

    private static jakarta.json.JsonObject read(String text) {
        return JsonText.read(text.getBytes(UTF_8), LIMITS);
    }

    @Test
    void readsEveryKindOfValue() {
        String text = "{\"a\":[1,-2.5,1e2,true,false,null,{}],\"b\":{\"c\":\"\\u00e9\\\"\\ud83d\\ude00😀\"}}";

        var object = read("\uFEFF" + text);

        assertThat(object.getJsonArray("a")).hasSize(7);
        assertThat(object.getJsonObject("b").getString("c")).isEqualTo("é\"😀😀");
        assertThat(read(JsonText.write(object))).isEqualTo(object);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "[]",
                "1",
                "\"a\"",
                "null",
                "{",
                "{\"a\":1",
                "{\"a\":1}x",
                "{\"a\":1}{}",
                "{a:1}",
                "{\"a\":1,}",
                "{\"a\":01}",
                "{\"a\":NaN}",
                "{'a':1}",
                "{\"a\":1,\"a\":2}",
                "{\"b\":{\"a\":1,\"a\":2}}",
                "{\"a\":\"\\ud800\"}",
                "{\"\\ud800\":1}",
                "{\"a\":\"\\ude00\\ud83d\"}",
                "{\"a\":1e2000}",
                "{\"a\":1e99999999999}",
                "{\"a\":\"\n\"}",
                "{\"a\":[[[[[[[[1]]]]]]]]}"
            })
    void refusesWhatIsNotSoundJson(String text) {
        refused(ScimType.INVALID_SYNTAX, () -> read(text));
    }

    @Test
    void refusesNumbersOfAbsurdLength() {
        refused(ScimType.INVALID_SYNTAX, () -> read("{\"a\":" + "9".repeat(5_000) + "}"));
    }

    @Test
    void refusesBytesThatAreNoUtf8() {
        refused(
                ScimType.INVALID_SYNTAX,
                () -> JsonText.read(new byte[] {'{', '"', (byte) 0xC3, '"', ':', '1', '}'}, LIMITS));
        refused(
                ScimType.INVALID_SYNTAX,
                () -> JsonText.read("{\"a\":1}".getBytes(java.nio.charset.StandardCharsets.UTF_16), LIMITS));
    }

    @Test
    void allowsAsManyMoreNamesAsBytes() {
        JsonLimits wide = JsonLimits.RESOURCE.within(JsonLimits.RESOURCE.bytes() * 10);

        assertThat(wide).isEqualTo(new JsonLimits(10L << 20, JsonLimits.RESOURCE.depth(), 1_000_000));
        assertThat(JsonLimits.RESOURCE.within(1_000).keys()).isEqualTo(JsonLimits.RESOURCE.keys());
        assertThat(JsonLimits.BULK.within(JsonLimits.BULK.bytes())).isEqualTo(JsonLimits.BULK);
        assertThat(JsonLimits.BULK.within(Integer.MAX_VALUE).keys()).isEqualTo(204_799_999);
    }

    @Test
    void refusesDepthWithoutRecursion() {
        String deep = "{\"a\":" + "[".repeat(500_000);

        refused(ScimType.INVALID_SYNTAX, () -> JsonText.read(deep.getBytes(UTF_8), JsonLimits.RESOURCE));
    }

    @Test
    void refusesMoreBytesThanAllowedAndReadsNoFurther() throws IOException {
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return ' ';
            }
        };

        assertThat(refusal(() -> JsonText.read(endless, LIMITS)).status()).isEqualTo(413);
        assertThat(JsonText.read(new ByteArrayInputStream("{}".getBytes(UTF_8)), LIMITS))
                .isEmpty();
    }

    @Test
    void refusesMoreKeysThanAllowed() {
        StringBuilder many = new StringBuilder("{\"k\":1");
        for (int each = 0; each < 60; each++) {
            many.append(",\"k").append(each).append("\":1");
        }

        refused(ScimType.INVALID_SYNTAX, () -> read(many + "}"));
    }

    @Test
    void neverFailsOtherwiseOnDamagedText() {
        long seed = Seed.given();
        Random random = new Random(seed);
        byte[] sound = "{\"a\":[1,-2.5e3,true,null,\"x\\u0041\"],\"b\":{\"c\":\"é😀\"}}".getBytes(UTF_8);
        for (int each = 0; each < 20_000; each++) {
            byte[] damaged = sound.clone();
            for (int hit = 0; hit <= random.nextInt(3); hit++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            try {
                JsonText.read(damaged, LIMITS);
            } catch (dev.usher.scim.error.ScimException expected) {
                assertThat(expected.status()).as("seed %d", seed).isEqualTo(400);
            }
        }
    }
}
