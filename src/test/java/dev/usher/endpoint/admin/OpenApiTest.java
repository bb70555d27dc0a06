package dev.usher.endpoint.admin;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.ws.rs.HttpMethod;
import java.lang.reflect.Method;
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

    private static Stream<Method> methods() {
        return OpenApi.routes(AdminApplication.ENDPOINTS).values().stream()
                .flatMap(methods -> methods.values().stream());
    }
}
