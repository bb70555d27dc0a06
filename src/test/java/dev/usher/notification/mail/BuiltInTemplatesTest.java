package dev.usher.notification.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.notification.MailKind;
import dev.usher.notification.MailTemplate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BuiltInTemplatesTest {
    @ParameterizedTest
    @EnumSource(MailKind.class)
    void areThereInEachLanguageAndCanBeFilled(MailKind kind) {
        for (String language : BuiltInTemplates.LANGUAGES) {
            MailTemplate template = BuiltInTemplates.find(kind, language).orElseThrow();

            Composer.check(template);

            assertThat(template.subject()).isNotBlank().doesNotContain("\n");
            assertThat(template.html().orElseThrow())
                    .contains("<p ")
                    .doesNotContain("<p style=\"margin:0 0 1em\"></p>");
        }
    }
}
