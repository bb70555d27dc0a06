package dev.usher.endpoint.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.usher.scim.schema.SchemaRegistry;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UserColumnsTest {
    private static final String ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

    @Test
    void makesAUserOfALine() {
        UserColumns columns = columns(
                "userName",
                "name.givenName",
                "emails[type eq \"work\"].value",
                "emails[type eq \"work\"].primary",
                "phoneNumbers.value",
                "department",
                "active",
                "title");

        JsonObject user = columns.user(List.of("a@acme.com", "Ann", "a@work", "true", "+1", "Sales", "false", ""));

        assertThat(user)
                .isEqualTo(json("{\"userName\":\"a@acme.com\",\"name\":{\"givenName\":\"Ann\"},"
                        + "\"emails\":[{\"type\":\"work\",\"value\":\"a@work\",\"primary\":\"true\"}],"
                        + "\"phoneNumbers\":[{\"value\":\"+1\"}],\"" + ENTERPRISE + "\":{\"department\":\"Sales\"},"
                        + "\"active\":\"false\"}"));
    }

    @Test
    void leavesAnElementOutThatHasNoCell() {
        UserColumns columns = columns("userName", "emails[type eq \"work\"].value", "emails[type eq \"home\"].value");

        assertThat(columns.user(List.of("a", "", "h")))
                .isEqualTo(json("{\"userName\":\"a\",\"emails\":[{\"type\":\"home\",\"value\":\"h\"}]}"));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "shoeSize|no attribute",
                "name|several parts",
                "id|read-only",
                "groups.value|read-only",
                "username|twice",
                "emails[value co \"x\"].type|'eq'"
            },
            delimiter = '|')
    void namesTheColumnThatIsWrong(String column, String why) {
        assertThatThrownBy(() -> columns("userName", column))
                .hasMessageContaining(column)
                .hasMessageContaining(why);
    }

    @Test
    void needsAUserName() {
        assertThatThrownBy(() -> columns("title")).hasMessageContaining("userName");
    }

    private static UserColumns columns(String... header) {
        return UserColumns.of(SchemaRegistry.standard(), List.of(header));
    }

    private static JsonObject json(String text) {
        try (var reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }
}
