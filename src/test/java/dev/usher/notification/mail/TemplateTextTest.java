package dev.usher.notification.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.usher.platform.Problem;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateTextTest {
    private static final Set<String> KNOWN = Set.of("name", "link");

    @Test
    void fillsPlaceholdersAndLeavesMissingOnesBlank() {
        assertThat(filled("Hello {{name}}{{ link }}!", Map.of("name", "A"))).isEqualTo("Hello A!");
    }

    @Test
    void showsASectionOnlyWhereItsValueIsNotBlank() {
        String text = "{{#link}}go {{link}}{{/link}}{{^link}}stay{{/link}}";

        assertThat(filled(text, Map.of("link", "x"))).isEqualTo("go x");
        assertThat(filled(text, Map.of("link", " "))).isEqualTo("stay");
    }

    @Test
    void neverReadsAValueAsATemplate() {
        assertThat(filled("{{name}}", Map.of("name", "{{link}}", "link", "secret")))
                .isEqualTo("{{link}}");
    }

    @Test
    void makesOneLineOfAValueThatWouldEndAHeader() {
        assertThat(filled("{{name}}", Map.of("name", "A\r\nBcc: b@firm.example\u2028\u202Ex")))
                .isEqualTo("A Bcc: b@firm.example x");
    }

    @Test
    void escapesForHtml() {
        String filled = TemplateText.of("html", "<a title=\"{{name}}\">", KNOWN)
                .fill(Map.of("name", "\"'><script>&"), TemplateText::html);

        assertThat(filled).isEqualTo("<a title=\"&quot;&#39;&gt;&lt;script&gt;&amp;\">");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{other}}",
                "{{",
                "{{name",
                "{{#link}}",
                "{{/link}}",
                "{{#link}}{{#name}}{{/name}}{{/link}}",
                "{{a b}}",
                "{{#link}}{{/name}}"
            })
    void refusesWhatCouldNotBeFilled(String text) {
        assertThatThrownBy(() -> TemplateText.of("text", text, KNOWN)).isInstanceOf(Problem.class);
    }

    private static String filled(String text, Map<String, String> values) {
        return TemplateText.of("text", text, KNOWN).fill(values, UnaryOperator.identity());
    }
}
