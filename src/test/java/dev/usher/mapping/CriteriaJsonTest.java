package dev.usher.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.usher.platform.Problem;
import dev.usher.scim.resource.JsonText;
import dev.usher.scim.schema.ResourceType;
import dev.usher.scim.schema.SchemaJson;
import dev.usher.scim.schema.SchemaRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CriteriaJsonTest {
    private static final SchemaRegistry STANDARD = SchemaRegistry.standard();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "username | userName",
                "NAME.familyname | name.familyName",
                "Department | urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department",
                "manager | urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager.value",
                "emails | emails.value",
                "emails[type eq \"work\"] | emails[type eq \"work\"].value",
                "emails[type eq \"work\"].value | emails[type eq \"work\"].value",
                "urn:acme:params:2.0:Badge:color | urn:acme:params:2.0:Badge:color",
                "urn:acme:params:2.0:Badge:keys[type eq \"x\"].no | urn:acme:params:2.0:Badge:keys[type eq \"x\"].no",
                "externalId | externalId"
            })
    void storesTheResolvedPath(String typed, String resolved) {
        assertThat(CriteriaJson.resolve(STANDARD, typed)).isEqualTo(resolved);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "departmint",
                "name",
                "name.nope",
                "meta.created",
                "id",
                "groups",
                "password",
                "schemas",
                "urn:ietf:params:scim:schemas:core:2.0:User:schemas",
                "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User",
                "emails[type eq",
                "a b",
                "department eq \"x\""
            })
    void refusesWhatNobodyCanMatch(String typed) {
        var problem = catchThrowableOfType(Problem.class, () -> CriteriaJson.resolve(STANDARD, typed));

        assertThat(problem.status()).isEqualTo(400);
        assertThat(problem.extra()).containsEntry("field", "criteria.attribute");
    }

    @Test
    void looksABareNameUpAmongRegisteredSchemasAndRefusesAnAmbiguousOne() {
        SchemaRegistry one = STANDARD.with(ResourceType.USER, SchemaJson.custom(JsonText.trusted(schema("A"))));
        SchemaRegistry two = one.with(ResourceType.USER, SchemaJson.custom(JsonText.trusted(schema("B"))));

        assertThat(CriteriaJson.resolve(one, "COLOR")).isEqualTo("urn:acme:A:color");
        var problem = catchThrowableOfType(Problem.class, () -> CriteriaJson.resolve(two, "color"));
        assertThat(problem.extra()).containsEntry("field", "criteria.attribute");
    }

    @Test
    void readsValuesAsAnArrayOrAsText() {
        var array = CriteriaJson.read(STANDARD, JsonText.trusted("""
                {"type":"ATTRIBUTE","attribute":"department","values":[" Sales, EMEA ","","Sales, EMEA",3,true]}"""));
        var text = CriteriaJson.read(STANDARD, JsonText.trusted("""
                {"type":"ATTRIBUTE","attribute":"department","values":"\\"Sales, EMEA\\", 3,true"}"""));

        assertThat(array).isEqualTo(text);
        assertThat(((AttributeCriteria) array).values()).containsExactly("Sales, EMEA", "3", "true");
    }

    @Test
    void readsBackWhatItWrites() {
        var criteria = Orders.attribute("emails[type eq \"work\"].value", "a", "b");

        assertThat(CriteriaJson.stored(
                        JsonText.trusted(CriteriaJson.of(criteria).toString())))
                .isEqualTo(criteria);
        assertThat(CriteriaJson.stored(CriteriaJson.of(new AllUsers()))).isEqualTo(new AllUsers());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"type\":\"SOME\"}",
                "{\"type\":\"ALL_USERS\",\"attribute\":\"title\"}",
                "{\"type\":\"ALL_USERS\",\"values\":[\"a\"]}",
                "{\"type\":\"ATTRIBUTE\",\"attribute\":\"title\"}",
                "{\"type\":\"ATTRIBUTE\",\"attribute\":\"title\",\"values\":[]}",
                "{\"type\":\"ATTRIBUTE\",\"attribute\":\"title\",\"values\":\" , \"}",
                "{\"type\":\"ATTRIBUTE\",\"attribute\":\"title\",\"values\":[{}]}",
                "{\"type\":\"ATTRIBUTE\",\"attribute\":\" \",\"values\":[\"a\"]}"
            })
    void refusesIncompleteCriteria(String json) {
        var problem = catchThrowableOfType(Problem.class, () -> CriteriaJson.read(STANDARD, JsonText.trusted(json)));

        assertThat(problem.status()).isEqualTo(400);
        assertThat(String.valueOf(problem.extra().get("field"))).startsWith("criteria.");
    }

    @Test
    void readsCriteriaForAllUsers() {
        assertThat(CriteriaJson.read(STANDARD, JsonText.trusted("{\"type\":\"ALL_USERS\"}")))
                .isEqualTo(new AllUsers());
    }

    @Test
    void saysWhyAnAttributeCannotBeMatched() {
        var problem = catchThrowableOfType(Problem.class, () -> CriteriaJson.resolve(STANDARD, "departmint"));

        assertThat(problem.detail())
                .startsWith("No schema")
                .contains("'departmint'")
                .endsWith(".");
    }

    private static String schema(String name) {
        return """
                {"id":"urn:acme:%s","name":"%s","attributes":[{"name":"color","type":"string"}]}""".formatted(name, name);
    }
}
