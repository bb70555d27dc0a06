package dev.usher.endpoint.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.inventory.Registered;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.ws.rs.HttpMethod;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OpenApiTest {
    private static final JsonObject DOCUMENT = OpenApi.of(AdminApplication.ENDPOINTS);

    @Test
    void describesEveryRouteThatAnswers() {
        OpenApi.routes(AdminApplication.ENDPOINTS)
                .forEach((path, methods) -> methods.keySet()
                        .forEach(verb -> assertThat(
                                        DOCUMENT.getJsonObject("paths").getJsonObject(path))
                                .as(verb + " " + path)
                                .containsKey(verb.toLowerCase(Locale.ROOT))));
        assertThat(DOCUMENT.getJsonObject("paths"))
                .containsKeys(
                        "/tenants",
                        "/tenants/{tenant}",
                        "/tenants/{tenant}/user-management",
                        "/tenants/{tenant}/tokens/{id}",
                        "/tenants/{tenant}/api-keys",
                        "/tenants/{tenant}/audit-events",
                        "/session");
    }

    @Test
    void saysOfEveryRouteWhatItDoes() {
        assertThat(methods())
                .allSatisfy(method ->
                        assertThat(method.isAnnotationPresent(Operation.class)).isTrue());
    }

    @Test
    void namesOnlyShapesThatAreWritten() {
        JsonObject schemas = OpenApi.schemas();

        assertThat(methods()).allSatisfy(method -> {
            Operation about = method.getAnnotation(Operation.class);
            Stream.of(about.request(), about.answer())
                    .filter(name -> !name.isEmpty())
                    .forEach(name -> assertThat(schemas).as(method.toString()).containsKey(name));
        });
    }

    /** OpenAPI 3.0 has {@code nullable}; an array of types is 3.1's. */
    @Test
    void saysNullAsItsVersionDoes() {
        assertThat(OpenApi.schemas().toString()).doesNotContain("\"type\":[").contains("\"nullable\":true");
    }

    @Test
    void neverMountsTwoMethodsAtOneRoute() {
        long routes = OpenApi.routes(AdminApplication.ENDPOINTS).values().stream()
                .mapToLong(methods -> methods.size())
                .sum();
        long annotated = AdminApplication.ENDPOINTS.stream()
                .flatMap(endpoint -> Stream.of(endpoint.getMethods()))
                .filter(method -> Stream.of(method.getAnnotations())
                        .anyMatch(one -> one.annotationType().isAnnotationPresent(HttpMethod.class)))
                .count();

        assertThat(routes).isEqualTo(annotated);
    }

    @Test
    void demandsTheETagOfAMappingOrderAsTheServerDoes() {
        JsonObject saved = operation("/tenants/{tenant}/mapping-order", "put");
        JsonObject renamed = operation("/tenants/{tenant}/mappings/{id}", "patch");

        assertThat(parameter(saved, "If-Match").getString("in")).isEqualTo("header");
        assertThat(parameter(saved, "If-Match").getBoolean("required")).isTrue();
        assertThat(parameter(renamed, "If-Match").getBoolean("required")).isFalse();
    }

    @Test
    void describesWhatIsReadOfAQuery() {
        JsonObject type = parameter(operation("/tenants/{tenant}/user-management", "get"), "type");
        JsonObject users = operation("/tenants/{tenant}/users", "get");

        assertThat(type.getString("in")).isEqualTo("query");
        assertThat(type.getBoolean("required")).isTrue();
        assertThat(type.getJsonObject("schema").getJsonArray("enum").getValuesAs(JsonString::getString))
                .containsExactly("MANUAL", "SCIM", "DIRECTORY");
        assertThat(names(users))
                .containsExactly("tenant", "query", "state", "profileId", "mappingId", "limit", "cursor");
        assertThat(names(operation("/audit-chain", "get"))).containsExactly("expectedSeq", "expectedHash");
        assertThat(names(operation("/tenants/{tenant}/attributes", "get"))).containsExactly("tenant");
    }

    @Test
    void describesEachParameterOnce() {
        assertThat(methods()).allSatisfy(method -> {
            Operation about = method.getAnnotation(Operation.class);
            assertThat(Stream.of(about.parameters()).map(RequestParameter::word))
                    .as(method.toString())
                    .doesNotHaveDuplicates();
        });
    }

    @Test
    void saysWhatSessionsNeed() {
        assertThat(Stream.of(
                        operation("/session", "post"),
                        operation("/session", "delete"),
                        operation("/session/proof", "post"),
                        operation("/session/password", "put"),
                        operation("/sessions", "delete")))
                .allSatisfy(operation -> assertThat(
                                parameter(operation, "X-Usher-Console").getBoolean("required"))
                        .isTrue());
    }

    @Test
    void demandsBodiesUnlessTheyMayBeLeftOut() {
        JsonObject restored = operation("/tenants/{tenant}/users/{id}/restore", "post");

        assertThat(restored.getJsonObject("requestBody").getBoolean("required")).isFalse();
        assertThat(methods()).allSatisfy(method -> {
            Operation about = method.getAnnotation(Operation.class);
            boolean typed = List.of(method.getParameterTypes()).contains(Body.class);
            boolean read = typed || List.of(method.getParameterTypes()).contains(InputStream.class);
            assertThat(read).as(method.toString()).isEqualTo(!about.request().isEmpty());
            assertThat(about.bodyOptional() && (typed || !read))
                    .as(method.toString())
                    .isFalse();
        });
    }

    @Test
    void tellsWhatIsMadeFromWhatWasThere() {
        assertThat(Stream.of(
                        operation("/tenants/{tenant}/users/{id}/devices", "post"),
                        operation("/tenants/{tenant}/users/{id}/devices/{device}", "put"),
                        operation("/tenants/{tenant}/devices/{device}/snapshots", "post"),
                        operation("/tenants/{tenant}/devices/{device}/snapshots/{snapshot}", "put")))
                .allSatisfy(operation -> {
                    JsonObject responses = operation.getJsonObject("responses");
                    assertThat(responses).containsOnlyKeys("201", "200", "default");
                    assertThat(responses.get("200")).isEqualTo(responses.get("201"));
                });
        assertThat(methods()).allSatisfy(method -> {
            boolean either = Calls.of(method, Body.class).stream()
                    .anyMatch(access -> access.getName().equals("created")
                            && access.getTargetOwner().isEquivalentTo(Registered.class));
            assertThat(method.getAnnotation(Operation.class).status())
                    .as(method.toString())
                    .hasSize(either ? 2 : 1);
        });
    }

    @Test
    void describesTheWarningsBesideThePageOfMappings() {
        JsonObject page =
                DOCUMENT.getJsonObject("components").getJsonObject("schemas").getJsonObject("MappingPage");

        assertThat(operation("/tenants/{tenant}/mappings", "get")
                        .getJsonObject("responses")
                        .toString())
                .contains("#/components/schemas/MappingPage");
        assertThat(page.getJsonObject("properties")).containsOnlyKeys("items", "next", "warnings");
    }

    private static JsonObject operation(String path, String verb) {
        return DOCUMENT.getJsonObject("paths").getJsonObject(path).getJsonObject(verb);
    }

    private static List<String> names(JsonObject operation) {
        return operation.getJsonArray("parameters").getValuesAs(JsonObject.class).stream()
                .map(parameter -> parameter.getString("name"))
                .toList();
    }

    private static JsonObject parameter(JsonObject operation, String name) {
        return operation.getJsonArray("parameters").getValuesAs(JsonObject.class).stream()
                .filter(parameter -> parameter.getString("name").equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Stream<Method> methods() {
        return OpenApi.routes(AdminApplication.ENDPOINTS).values().stream()
                .flatMap(methods -> methods.values().stream());
    }
}
